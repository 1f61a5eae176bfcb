import type { CommentLanguage } from "./program.ts";

interface Comments {
  readonly answer: (seconds: string, status: number) => string;
  readonly networkError: (seconds: string) => string;
  readonly forgottenAwait: string;
  readonly notAwaitable: string;
  readonly blocksLoop: string;
  readonly goOn: string;
  readonly ignored: string;
  readonly othersGoOn: string;
  /** What the machine is assumed to be. */
  readonly machine: {
    readonly cores: (count: number) => string;
    readonly slice: (ms: number) => string;
    readonly noLock: string;
    readonly switching: (ms: number) => string;
    readonly starting: (ms: number, isProcess: boolean) => string;
    readonly beside: (program: string) => string;
  };
  readonly total: (expression: string) => string;
}

/** The words inside the program that follow the reader's language. They sit here because a scenario knows no page. */
export const COMMENTS: Readonly<Record<CommentLanguage, Comments>> = {
  en: {
    answer: (seconds, status) =>
      `the server takes ${seconds} s${status === 200 ? "" : ` and answers ${status}`}`,
    networkError: (seconds) => `the connection fails after ${seconds} s`,
    forgottenAwait: "no await: nothing happens",
    notAwaitable: "blocks, then fails",
    blocksLoop: "never lets go",
    goOn: "too late: on to the next step",
    ignored: "not cancelled: on to the next step",
    othersGoOn: "the others go on",
    machine: {
      cores: (count) => `assumed: ${count === 1 ? "1 core" : `${count} cores`}`,
      slice: (ms) => `assumed: time slices of ${ms} ms`,
      noLock: "assumed: a build without the GIL (PEP 703)",
      switching: (ms) => `assumed: ${ms} ms for each switch`,
      starting: (ms, isProcess) => `assumed: ${ms} ms to start a ${isProcess ? "process" : "thread"}`,
      beside: (program) => `beside it runs: ${oneLine(program)}`,
    },
    total: (expression) => `total {${expression}:.2f} s`,
  },
  zh: {
    answer: (seconds, status) => `服务器要 ${seconds} 秒${status === 200 ? "" : `，回答 ${status}`}`,
    networkError: (seconds) => `${seconds} 秒后连接失败`,
    forgottenAwait: "没有 await：什么也不发生",
    notAwaitable: "先阻塞，再出错",
    blocksLoop: "不会交出线程",
    goOn: "超时了，接着下一步",
    ignored: "不理会取消，接着下一步",
    othersGoOn: "其余的继续",
    machine: {
      cores: (count) => `假定：${count} 个核心`,
      slice: (ms) => `假定：时间片 ${ms} 毫秒`,
      noLock: "假定：没有 GIL 的 Python（PEP 703）",
      switching: (ms) => `假定：每次切换 ${ms} 毫秒`,
      starting: (ms, isProcess) => `假定：启动一个${isProcess ? "进程" : "线程"}要 ${ms} 毫秒`,
      beside: (program) => `同时在跑：${oneLine(program)}`,
    },
    total: (expression) => `总耗时 {${expression}:.2f} 秒`,
  },
};

/** A name may hold any character; a comment ends with its line. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
