import type { Term } from "./glossary.ts";

/** Words of running and waiting. */
export const waitingTerms: readonly Term[] = [
  {
    id: "concurrency",
    name: { en: "concurrency", zh: "并发" },
    meaning: {
      en: "Several pieces of work are under way in the same stretch of time. They may take turns; nothing says that any of them run at the same instant.",
      zh: "一段时间里有几件事都在进行。它们可以轮流运行，不一定有哪几件在同一时刻运行。",
    },
    seen: { lesson: "parallel-concurrent", at: { event: "slice_start", task: "tom" } },
  },
  {
    id: "parallelism",
    name: { en: "parallelism", zh: "并行" },
    meaning: {
      en: "Several pieces of work run at the same instant, each on a core of its own.",
      zh: "几件事在同一时刻运行，每一件都占着一个核心。",
    },
    seen: { lesson: "parallel-concurrent", at: "end" },
  },
  {
    id: "sync",
    name: { en: "synchronous", zh: "同步" },
    meaning: {
      en: "One step after the other: a step that waits is waited for before anything else is done.",
      zh: "一步接一步：遇到要等的步骤，等完了才做别的。",
    },
    seen: { lesson: "many-tasks", at: { event: "blocking_start", task: "jay" } },
  },
  {
    id: "async",
    name: { en: "asynchronous", zh: "异步" },
    meaning: {
      en: "A step that waits gives the thread away, and other work goes on until the wait is over.",
      zh: "遇到要等的步骤就交出线程，让别的事接着做，等完了再回来。",
    },
    seen: { lesson: "sync-async", at: { event: "task_suspended", task: "bobo" } },
  },
  {
    id: "suspend",
    name: { en: "suspended", zh: "挂起" },
    meaning: {
      en: "A task waits and has let go of the thread. It goes on later at the very place where it stopped.",
      zh: "任务在等，并且已经交出线程。以后它从停下的地方接着运行。",
    },
    seen: { lesson: "await", at: { event: "task_suspended", task: "bobo" } },
  },
  {
    id: "block",
    name: { en: "blocked", zh: "阻塞" },
    meaning: {
      en: "A task waits and holds its thread, which can do nothing else until the wait is over.",
      zh: "任务在等，却还占着线程；等完之前，这个线程什么也做不了。",
    },
    seen: { lesson: "many-tasks", at: { event: "blocking_start", task: "bobo" } },
  },
  {
    id: "ready",
    name: { en: "ready", zh: "就绪" },
    meaning: {
      en: "A task could run at once and only lacks the thread.",
      zh: "任务马上就能运行，只差拿到线程。",
    },
    seen: { lesson: "await", at: { event: "task_ready", task: "jay", nth: 2 } },
  },
  {
    id: "makespan",
    name: { en: "total time", zh: "总耗时" },
    meaning: {
      en: "How long a run takes from its first moment to its last, whatever goes on side by side in it.",
      zh: "一次运行从开头到结尾用的时间，不管中间有多少事同时在进行。",
    },
    seen: { lesson: "crawler", at: "end" },
  },
  {
    id: "speed-up",
    name: { en: "speed-up", zh: "加速比" },
    meaning: {
      en: "The time of the same work done one after the other, divided by the total time.",
      zh: "同样的事一件接一件地做要用的时间，除以总耗时。",
    },
    seen: { lesson: "crawler", at: "end" },
  },
];
