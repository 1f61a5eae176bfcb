import { defineMessages } from "./messages.tsx";

/** What is said when playing is held at a key moment. */
export const presenterMessages = defineMessages({
  en: {
    held: "Held:",
    goOn: "press Space to go on",
    moments: {
      first_await: "the first await",
      all_suspended: "everyone waiting is suspended",
      first_wake: "the first task wakes up",
      first_callback: "the first callback",
      block_begins: "a thread is blocked",
      block_ends: "the blocking call is over",
      first_failure: "the first failure",
      end: "the end",
    },
  },
  zh: {
    held: "停一下：",
    goOn: "按空格继续",
    moments: {
      first_await: "第一次 await",
      all_suspended: "在等的任务都挂起了",
      first_wake: "第一个任务被唤醒",
      first_callback: "第一次回调",
      block_begins: "线程开始阻塞",
      block_ends: "阻塞结束",
      first_failure: "第一次出错",
      end: "运行结束",
    },
  },
});
