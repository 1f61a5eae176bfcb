import { defineMessages } from "./messages.tsx";

export const consoleMessages = defineMessages({
  en: {
    title: "Console",
    row: (seconds: string, name: string, text: string) => `${seconds} s, ${name}: ${text}`,
    main: "main program",
    goTo: "Go to the moment of this line",
    total: (seconds: string) => `total ${seconds} s`,
    endedByError: (error: string) => `The program ended with an error: ${error}`,
    cutOff: "The run was cancelled before its end.",
    errors: {
      cancelled: "it was cancelled while it waited",
      timeout: "its time was up (TimeoutError)",
      "not awaitable": "it awaited something that cannot be awaited (TypeError)",
      deadlock: "nothing can ever happen again, every task waits for another one (deadlock)",
      event_limit: "the run is longer than is shown here, it stops at the limit of events",
    } as Readonly<Record<string, string>>,
    inGroup: (errors: readonly string[]) =>
      `${errors.join("; ")} (${errors.length === 1 ? "one error" : `${errors.length} errors`} in a task group)`,
  },
  zh: {
    title: "输出",
    row: (seconds: string, name: string, text: string) => `${seconds} 秒，${name}：${text}`,
    main: "主程序",
    goTo: "跳到这一行输出的时刻",
    total: (seconds: string) => `总耗时 ${seconds} 秒`,
    endedByError: (error: string) => `程序因错误结束：${error}`,
    cutOff: "运行没到结尾就取消了。",
    errors: {
      cancelled: "等待时被取消了",
      timeout: "时间到了（TimeoutError）",
      "not awaitable": "await 了一个不能等待的对象（TypeError）",
      deadlock: "再也不会有任何事发生，每个任务都在等另一个任务（死锁）",
      event_limit: "运行太长，到事件数上限为止，后面不再显示",
    } as Readonly<Record<string, string>>,
    inGroup: (errors: readonly string[]) => `${errors.join("；")}（任务组里的 ${errors.length} 个错误）`,
  },
});
