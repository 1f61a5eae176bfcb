import { withSteps, withTask } from "../changes.ts";
import type { Lesson } from "../lesson.ts";

/** Computing, a wait, computing: what a program does with the thread while it waits. */
export const syncAsync: Lesson = {
  objective: {
    en: "Say what a program can do while it waits: stay where it is, or give the thread away and do something else. Say which part of the time that saves.",
    zh: "说得出程序在等待的时候有哪些选择：停在原地，或者交出线程去做别的事；还说得出省下来的是哪一段时间。",
  },
  scenario: {
    version: 1,
    id: "sync-async",
    mode: "async",
    create: "before_loop",
    wait: { style: "wait" },
    tasks: ["bobo", "jay"].map((name) => ({
      name,
      steps: [
        { kind: "cpu", ms: 200 },
        { kind: "sleep", ms: 1000 },
        { kind: "cpu", ms: 200 },
      ],
    })),
  },
  question: {
    about: "total",
    ask: {
      en: "Each of the {tasks} tasks computes for {set tasks.0.steps.0.ms}, waits for {set tasks.0.steps.1.ms} and computes for {set tasks.0.steps.2.ms} again. There is one thread, and whoever waits gives it away. How long does it all take?",
      zh: "{tasks} 个任务都是先算 {set tasks.0.steps.0.ms}，再等 {set tasks.0.steps.1.ms}，最后又算 {set tasks.0.steps.2.ms}。只有一个线程，谁在等就把它交出来。一共用多久？",
    },
    options: [1400, 1600, 2800],
  },
  steps: [
    {
      at: { event: "task_ready", task: "jay" },
      zone: "queue",
      text: {
        en: "`bobo` and `jay` have the same work to do. Doing it strictly one step after the other is called [synchronous](sync), and takes {sum}. Here it is done the other way, [asynchronously](async).",
        zh: "`bobo` 和 `jay` 要做的事一样。严格地一步接一步做，叫作[同步](sync)，要 {sum}。这里换一种做法：[异步](async)。",
      },
    },
    {
      at: { event: "cpu_start", task: "bobo" },
      task: "bobo",
      zone: "seats",
      text: {
        en: "`bobo` computes. That needs the [thread](thread) all the time, so `jay` stays in the queue, [ready](ready) but not running.",
        zh: "`bobo` 在计算。计算的时候一直要用[线程](thread)，所以 `jay` 只能排队：它[就绪](ready)了，但没有运行。",
      },
    },
    {
      at: { event: "task_suspended", task: "bobo" },
      task: "bobo",
      zone: "hang",
      text: {
        en: "Now `bobo` can only wait. It reaches an [await](await), is [suspended](suspend), and lets go of the thread. `jay` takes it at once.",
        zh: "接下来 `bobo` 只能等。它走到 [await](await)，[挂起](suspend)，交出线程，`jay` 马上接着用。",
      },
    },
    {
      at: { event: "task_suspended", task: "jay", later_ms: 300 },
      zone: "outside",
      text: {
        en: "From {time task_suspended jay} on both wait, and the waits overlap. The thread is free: somebody else could use it.",
        zh: "从 {time task_suspended jay}起，它们都在等，等待重叠在一起。线程空着，谁来用都行。",
      },
    },
    {
      at: { event: "task_resumed", task: "bobo" },
      task: "bobo",
      zone: "seats",
      text: {
        en: "At {now} the wait of `bobo` is over. It gets the thread back and goes on right after its `await`.",
        zh: "到 {now}，`bobo` 等完了。它拿回线程，从 `await` 后面接着运行。",
      },
    },
    {
      at: "end",
      zone: "ended",
      text: {
        en: "{total} instead of {sum}. The computing, {computing} in all, has not become shorter: on one thread it goes piece by piece. What has been saved is waiting.",
        zh: "一共 {total}，而不是 {sum}。计算加起来还是 {computing}，一点没少，因为一个线程只能一段一段地算。省下来的是等待。",
      },
    },
  ],
  tries: [
    {
      label: { en: "One step after the other", zh: "一步接一步地做" },
      change: (scenario) => ({ ...scenario, mode: "sync" }),
      outcome: {
        en: "{total}. While `bobo` waits, the thread stays with it and does nothing. `jay` begins only at {time task_started jay}.",
        zh: "{total}。`bobo` 等待的时候，线程一直被它占着，什么也没做。`jay` 到 {time task_started jay}才开始。",
      },
    },
    {
      label: { en: "`jay` keeps the thread while it waits", zh: "`jay` 等待时不交出线程" },
      change: (scenario) =>
        withTask(scenario, "jay", {
          steps: [
            { kind: "cpu", ms: 200 },
            { kind: "blocking", ms: 1000 },
            { kind: "cpu", ms: 200 },
          ],
        }),
      outcome: {
        en: "{total}. The wait of `bobo` was over earlier, but the thread was held by `jay` until {time task_done jay}. One task that does not let go is enough to stop the others.",
        zh: "{total}。`bobo` 早就等完了，可线程被 `jay` 一直占到 {time task_done jay}。只要有一个任务不交出线程，别的任务就动不了。",
      },
    },
    {
      label: { en: "Only waiting, no computing", zh: "只等待，不计算" },
      change: (scenario) => withSteps(scenario, () => [{ kind: "sleep", ms: 1000 }]),
      outcome: {
        en: "{total} for {sum} of waiting. The more a program waits, the more there is to gain.",
        zh: "{total}里装下了 {sum}的等待。一个程序等得越多，能省的也越多。",
      },
    },
  ],
  takeaway: {
    en: "Synchronous: whoever waits keeps the thread. Asynchronous: whoever waits gives it away. Only the waiting overlaps, never the computing of one thread.",
    zh: "同步：等的时候占着线程。异步：等的时候交出线程。能重叠的只有等待，一个线程上的计算不会重叠。",
  },
  exactly: [
    {
      en: "“Asynchronous programs are faster” holds for programs that wait. A program that only computes gains nothing by it.",
      zh: "“异步能提高效率”，说的是要等待的程序。只做计算的程序，改成异步不会变快。",
    },
    {
      en: "Threads and processes overlap waits as well, but in another way: whoever waits keeps its own thread, and the others go on in theirs. Coroutines share one thread, so a wait has to give it away. Who decides when to switch is different, too: see the lesson “Who switches”.",
      zh: "多线程、多进程也能让等待重叠，只是办法不同：谁在等，占着的是自己的线程，别的在各自的线程里继续。协程共用一个线程，所以等的时候必须交出来。由谁决定什么时候切换也不一样，后面“由谁来切换”一课会讲。",
    },
  ],
  teacher: {
    minutes: 8,
    ask: [
      {
        en: "Which programs that you know mostly wait, and which mostly compute?",
        zh: "你知道的程序里，哪些大部分时间在等，哪些大部分时间在算？",
      },
      {
        en: "Why is the answer not {set tasks.0.steps.1.ms} plus the computing of one task?",
        zh: "为什么答案不是“等 {set tasks.0.steps.1.ms}，再加上一个任务的计算时间”？",
      },
      {
        en: "Which moment of the timeline shows that the thread is free?",
        zh: "时间线上哪一段能看出线程空着？",
      },
    ],
    mistakes: [
      {
        en: "“Asynchronous means that all of it runs at the same time.” One thread runs one piece of code at a time.",
        zh: "“异步就是所有代码同时运行。”一个线程在一个时刻只能运行一段代码。",
      },
      {
        en: "“A waiting program needs the processor.” Waiting needs none; holding the thread is what costs.",
        zh: "“等待也要用 CPU。”等待不用 CPU，代价在于占着线程。",
      },
    ],
  },
};
