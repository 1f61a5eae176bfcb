import type { Term } from "./glossary.ts";

/** Words of the event loop and what runs in it. */
export const loopTerms: readonly Term[] = [
  {
    id: "event-loop",
    name: { en: "event loop", zh: "事件循环" },
    meaning: {
      en: "The code that holds the tasks of one thread, runs those that are ready, and waits when none is.",
      zh: "装着一个线程里所有任务的那段代码：就绪的拿来运行，没有就绪的就等。",
    },
    seen: { lesson: "task-and-loop", at: { event: "loop_start" } },
  },
  {
    id: "ready-queue",
    name: { en: "ready queue", zh: "就绪队列" },
    meaning: {
      en: "Where the loop keeps what is to be run next: steps of tasks, and callbacks, first come first served.",
      zh: "循环存放接下来要运行的东西的地方：任务的下一步，还有回调，先来先运行。",
    },
    seen: { lesson: "crawler", at: { event: "task_ready", task: "tom" } },
  },
  {
    id: "turn",
    name: { en: "turn", zh: "轮" },
    meaning: {
      en: "One round of the event loop: look for timers and answers, then run exactly what was ready. What becomes ready meanwhile runs in the next turn.",
      zh: "事件循环转一次：先看有没有到点的计时器和到来的响应，再运行这时已经就绪的。中途才就绪的，下一轮再运行。",
    },
    seen: { lesson: "done-callback", at: { event: "callback_called", task: "bobo" } },
  },
  {
    id: "coroutine-function",
    name: { en: "coroutine function", zh: "协程函数" },
    meaning: {
      en: "A function that is defined with `async def`. Calling it makes a coroutine and runs nothing of its body.",
      zh: "用 `async def` 定义的函数。调用它只得到协程，函数体一行也不运行。",
    },
    seen: { lesson: "calling-is-not-running", at: { event: "coroutine_created", task: "bobo" } },
  },
  {
    id: "coroutine",
    name: { en: "coroutine", zh: "协程" },
    meaning: {
      en: "What a call of a coroutine function returns: a body that can be run, stopped at an `await`, and continued.",
      zh: "调用协程函数得到的对象：一段可以运行、可以在 `await` 处停下、以后再接着运行的函数体。",
    },
    seen: { lesson: "calling-is-not-running", at: { event: "never_awaited", task: "bobo" } },
  },
  {
    id: "task",
    name: { en: "task", zh: "任务" },
    meaning: {
      en: "A coroutine that the event loop runs by itself, beside other tasks. In a pool: a call that a worker carries out.",
      zh: "由事件循环负责运行、和别的任务并排进行的协程。在线程池里，指交给工作线程的一次调用。",
    },
    seen: { lesson: "task-and-loop", at: { event: "task_created", task: "bobo" } },
  },
  {
    id: "await",
    name: { en: "await", zh: "await" },
    meaning: {
      en: "The word before what a coroutine waits for. If that is not ready yet, the task is suspended here.",
      zh: "写在协程要等的东西前面。等的东西还没好，任务就在这里挂起。",
    },
    seen: { lesson: "await", at: { event: "task_suspended", task: "tom" } },
  },
  {
    id: "awaitable",
    name: { en: "awaitable", zh: "可等待对象" },
    meaning: {
      en: "What may follow `await`: a coroutine, a task, a future, or an object with `__await__`.",
      zh: "可以写在 `await` 后面的东西：协程、任务、future，或者带有 `__await__` 的对象。",
    },
    seen: { lesson: "await", at: { event: "task_done", task: "tom" } },
  },
  {
    id: "callback",
    name: { en: "callback", zh: "回调" },
    meaning: {
      en: "A function that is registered with a task and called with it after the task has ended.",
      zh: "登记在任务上的函数，任务结束之后拿任务作参数来调用。",
    },
    seen: { lesson: "done-callback", at: { event: "callback_called", task: "bobo" } },
  },
];
