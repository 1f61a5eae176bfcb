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
    total: (expression) => `总耗时 {${expression}:.2f} 秒`,
  },
};
