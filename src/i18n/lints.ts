import { writeCount } from "#base/write-number.ts";
import { defineMessages } from "./messages.tsx";

/** What the words of a fault are made of. */
export interface FaultFacts {
  /** How long it lasted, ready for display. */
  readonly seconds: string;
  /** How many tasks or requests it concerned at most. */
  readonly count: number;
  readonly task: string;
  /** The call that kept the thread, as it stands in the program. */
  readonly call: string;
  /** The number that was too small, and what the repair makes of it. */
  readonly now: number;
  readonly next: number;
}

const task = (count: number) => `${writeCount(count)} ${count === 1 ? "task" : "tasks"}`;
const workers = (count: number) =>
  count === 1
    ? "The one worker was"
    : count === 2
      ? "Both workers were"
      : `All ${writeCount(count)} workers were`;
const request = (count: number) => `${writeCount(count)} ${count === 1 ? "request" : "requests"}`;

/** Faults of a run: what it is, with numbers; why; what to do; and the button that does it. */
export const lintMessages = defineMessages({
  en: {
    heading: "What held this run up",
    none: "No fault found.",
    show: "Show me",
    noRepair: "No repair here:",
    atLimit: "it is already the greatest number allowed.",
    fixed: "Fixed:",
    notFixed: "Still there:",
    totals: (before: string, after: string) => `total ${before}\u00a0s → ${after}\u00a0s`,
    undo: "Undo",
    faults: {
      loop_blocked_by_wait: {
        what: ({ seconds }: FaultFacts) => `The frozen loop kept others waiting for ${seconds} s`,
        why: ({ call, count }: FaultFacts) =>
          `${call} inside a coroutine keeps the thread. Up to ${task(count)} could have gone on meanwhile.`,
        remedy: "Use a call that can be awaited: it gives the thread back while it waits.",
        repair: () => "Repair: await it",
      },
      loop_blocked_by_computing: {
        what: ({ seconds }: FaultFacts) => `Computing held the loop up for ${seconds} s`,
        why: ({ task: name, count }: FaultFacts) =>
          `${name} computes for long without a pause. Up to ${task(count)} could have gone on meanwhile.`,
        remedy:
          "computing needs the thread. Cut it into pieces with await asyncio.sleep(0) in between, or do it in another process.",
        repair: () => "",
      },
      loop_blocked_by_callback: {
        what: ({ seconds }: FaultFacts) => `A callback held the loop up for ${seconds} s`,
        why: ({ task: name, count }: FaultFacts) =>
          `The callback of ${name} keeps the thread. Up to ${task(count)} could have gone on meanwhile.`,
        remedy: "a callback cannot await. Let it start a task that does the waiting.",
        repair: () => "",
      },
      never_awaited: {
        what: ({ count }: FaultFacts) =>
          `await is missing ${count === 1 ? "once" : `${writeCount(count)} times`}`,
        why: () => "The coroutine was made, but never run: nothing was waited for.",
        remedy: "Write await before the call.",
        repair: () => "Repair: add await",
      },
      in_a_row: {
        what: ({ count }: FaultFacts) => `${writeCount(count)} coroutines wait one after the other`,
        why: ({ seconds }: FaultFacts) =>
          `None needs another, yet no tasks are made of them. ${seconds} s of waiting could have overlapped.`,
        remedy: "Make tasks of all of them first, then wait for all at once.",
        repair: () => "Repair: gather",
      },
      pool_too_small: {
        what: ({ seconds }: FaultFacts) => `For ${seconds} s tasks queued for a worker`,
        why: ({ now, count }: FaultFacts) =>
          `${workers(now)} taken, and only waiting. Up to ${task(count)} queued.`,
        remedy: "Use more workers, so that the waits overlap.",
        repair: ({ next }: FaultFacts) => `Repair: ${writeCount(next)} workers`,
      },
      chunk_too_large: {
        what: ({ seconds }: FaultFacts) => `For ${seconds} s tasks queued beside a free worker`,
        why: ({ count }: FaultFacts) =>
          `Tasks are handed out in chunks. Up to ${task(count)} had to wait for the worker of their own chunk.`,
        remedy: "Hand them out one by one, to whoever is free (chunksize=1).",
        repair: () => "Repair: one by one",
      },
      server_too_small: {
        what: ({ seconds }: FaultFacts) => `For ${seconds} s requests queued at the server`,
        why: ({ now, count }: FaultFacts) =>
          `It works on ${writeCount(now)} at a time; up to ${request(count)} queued. No mode of the client can change that.`,
        remedy: "Give the server more threads.",
        repair: ({ next }: FaultFacts) => `Repair: ${writeCount(next)} server threads`,
      },
      task_limit: {
        what: ({ seconds }: FaultFacts) => `For ${seconds} s tasks waited for a place`,
        why: ({ now, count }: FaultFacts) =>
          `The semaphore lets ${writeCount(now)} through; up to ${task(count)} waited, while the thread was free and the server had room.`,
        remedy: "Right if the server is to be spared; else allow more.",
        repair: ({ next }: FaultFacts) => `Repair: allow ${writeCount(next)}`,
      },
      connection_limit: {
        what: ({ seconds }: FaultFacts) => `For ${seconds} s requests waited for a connection`,
        why: ({ now, count }: FaultFacts) =>
          `The client opens ${writeCount(now)} at a time; up to ${request(count)} waited, while the thread was free and the server had room.`,
        remedy: "Right if the server is to be spared; else allow more.",
        repair: ({ next }: FaultFacts) => `Repair: allow ${writeCount(next)}`,
      },
    },
  },
  zh: {
    heading: "哪里耽误了",
    none: "没有发现问题。",
    show: "看看在哪",
    noRepair: "这里没法直接修：",
    atLimit: "已经是允许的最大值了。",
    fixed: "修好了：",
    notFixed: "问题还在：",
    totals: (before, after) => `总耗时 ${before}\u00a0s → ${after}\u00a0s`,
    undo: "撤销",
    faults: {
      loop_blocked_by_wait: {
        what: ({ seconds }) => `循环停住，别的任务白等了 ${seconds} 秒`,
        why: ({ call, count }) =>
          `协程里的 ${call} 一直占着线程，这期间最多有 ${writeCount(count)} 个任务本来可以继续。`,
        remedy: "换成可以 await 的调用，等待的时候就会交出线程。",
        repair: () => "修复：改用 await",
      },
      loop_blocked_by_computing: {
        what: ({ seconds }) => `计算让事件循环停了 ${seconds} 秒`,
        why: ({ task: name, count }) =>
          `${name} 一口气算了很久，这期间最多有 ${writeCount(count)} 个任务本来可以继续。`,
        remedy: "计算本身就要占线程。可以拆成小段，中间 await asyncio.sleep(0)，或者放到别的进程里算。",
        repair: () => "",
      },
      loop_blocked_by_callback: {
        what: ({ seconds }) => `回调让事件循环停了 ${seconds} 秒`,
        why: ({ task: name, count }) =>
          `${name} 的回调一直占着线程，这期间最多有 ${writeCount(count)} 个任务本来可以继续。`,
        remedy: "回调里不能 await。可以在回调里另建一个任务，让它去等。",
        repair: () => "",
      },
      never_awaited: {
        what: ({ count }) => `有 ${writeCount(count)} 次漏了 await`,
        why: () => "协程对象建好了，却从来没有执行，所以什么也没等。",
        remedy: "在调用前面写上 await。",
        repair: () => "修复：补上 await",
      },
      in_a_row: {
        what: ({ count }) => `${writeCount(count)} 个协程一个接一个地等`,
        why: ({ seconds }) => `它们互不依赖，却没有建成任务，有 ${seconds} 秒的等待本来可以重叠。`,
        remedy: "先全部建成任务，再一起等。",
        repair: () => "修复：改用 gather",
      },
      pool_too_small: {
        what: ({ seconds }) => `有 ${seconds} 秒，任务在排队等线程`,
        why: ({ now, count }) =>
          `${writeCount(now)} 个线程都被占着，却只是在等；最多有 ${writeCount(count)} 个任务在排队。`,
        remedy: "多开几个线程，让等待重叠起来。",
        repair: ({ next }) => `修复：开 ${writeCount(next)} 个线程`,
      },
      chunk_too_large: {
        what: ({ seconds }) => `有 ${seconds} 秒，线程空着，任务却在排队`,
        why: ({ count }) =>
          `任务是一块一块分给线程的，最多有 ${writeCount(count)} 个任务只能等拿着这一块的线程。`,
        remedy: "改成一个一个地分，谁有空谁来做（chunksize=1）。",
        repair: () => "修复：一个一个分",
      },
      server_too_small: {
        what: ({ seconds }) => `有 ${seconds} 秒，请求在服务器排队`,
        why: ({ now, count }) =>
          `服务器同时只处理 ${writeCount(now)} 个请求，最多有 ${writeCount(count)} 个在排队；客户端换什么模式都没用。`,
        remedy: "给服务器多开几个线程。",
        repair: ({ next }) => `修复：服务器开 ${writeCount(next)} 个线程`,
      },
      task_limit: {
        what: ({ seconds }) => `有 ${seconds} 秒，任务在等名额`,
        why: ({ now, count }) =>
          `信号量同时只放行 ${writeCount(now)} 个任务，最多有 ${writeCount(count)} 个在等；而这时线程空着，服务器也不忙。`,
        remedy: "如果是为了照顾服务器，这样没错；不然就放宽上限。",
        repair: ({ next }) => `修复：放宽到 ${writeCount(next)} 个`,
      },
      connection_limit: {
        what: ({ seconds }) => `有 ${seconds} 秒，请求在等连接`,
        why: ({ now, count }) =>
          `客户端同时只开 ${writeCount(now)} 个连接，最多有 ${writeCount(count)} 个请求在等；而这时线程空着，服务器也不忙。`,
        remedy: "如果是为了照顾服务器，这样没错；不然就放宽上限。",
        repair: ({ next }) => `修复：放宽到 ${writeCount(next)} 个`,
      },
    },
  },
});

export type LintWords = (typeof lintMessages)["en"];
