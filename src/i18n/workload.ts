import { writeCount } from "#base/write-number.ts";
import { defineMessages } from "./messages.tsx";

/** The words of the header: which mode, how much work. */
export const workloadMessages = defineMessages({
  en: {
    mode: "Mode",
    modes: {
      sync: "Sync",
      threads: "Threads",
      pool: "Pool",
      processes: "Processes",
      async: "Async",
      async_blocking: "Async + blocking",
    },
    modeRefused: (mode: string) => `Not possible in ${mode}:`,
    nothingToBlock: "No task waits for anything, so nothing can block.",
    chip: (urls: string, delay: string) => `${urls}, ${delay}`,
    urls: (count: number) => `${writeCount(count)} URL${count === 1 ? "" : "s"}`,
    tasks: (count: number) => `${writeCount(count)} task${count === 1 ? "" : "s"}`,
    oneDelay: (seconds: string) => `${seconds} s`,
    eachDelay: (seconds: string) => `${seconds} s each`,
    delayRange: (from: string, to: string) => `${from}–${to} s`,
  },
  zh: {
    mode: "模式",
    modes: {
      sync: "同步",
      threads: "多线程",
      pool: "线程池",
      processes: "多进程",
      async: "异步",
      async_blocking: "异步 + 阻塞",
    },
    modeRefused: (mode: string) => `${mode}模式下做不到：`,
    nothingToBlock: "没有任务在等待，也就没有什么可以阻塞。",
    chip: (urls: string, delay: string) => `${urls}，${delay}`,
    urls: (count: number) => `${writeCount(count)} 个网址`,
    tasks: (count: number) => `${writeCount(count)} 个任务`,
    oneDelay: (seconds: string) => `${seconds} 秒`,
    eachDelay: (seconds: string) => `各 ${seconds} 秒`,
    delayRange: (from: string, to: string) => `${from}–${to} 秒`,
  },
});

export type WorkloadMessages = (typeof workloadMessages)["en"];
