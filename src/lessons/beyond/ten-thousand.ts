import type { Scenario } from "#scenario/scenario.ts";
import type { Lesson } from "../lesson.ts";

const COUNT = 10_000;

const scenario: Scenario = {
  version: 1,
  id: "ten-thousand",
  mode: "async",
  workers: 100,
  wait: { style: "gather" },
  tasks: Array.from({ length: COUNT }, (_, index) => ({
    name: `page-${index + 1}`,
    steps: [{ kind: "sleep", ms: 1000 }],
  })),
};

/** As many waits as no one would make threads for. */
export const tenThousand: Lesson = {
  objective: {
    en: "Say what a great many waits cost in one event loop, and what they would cost with threads.",
    zh: "说得出在一个事件循环里等非常多的事要付出什么，换成多线程又要付出什么。",
  },
  scenario,
  question: {
    about: "total",
    ask: {
      en: "{tasks} tasks in one event loop with one thread; each waits for {wait page-1} with `await`. How long do they take by the clock of this page, which counts waiting and computing only?",
      zh: "{tasks} 个任务，每个用 `await` 等 {wait page-1}，都在同一个事件循环、同一个线程里。页面的时钟只计等待和计算，它们一共用多久？",
    },
    options: [1000, 100_000, 10_000_000],
  },
  steps: [
    {
      at: { event: "task_ready", task: `page-${COUNT}` },
      zone: "queue",
      text: {
        en: "{tasks} [tasks](task) stand in the [ready queue](ready-queue). Each is a small object in memory; not one of them has a [thread](thread) of its own.",
        zh: "{tasks} 个[任务](task)排在[就绪队列](ready-queue)里。每个只是内存里的一个小对象，没有谁有自己的[线程](thread)。",
      },
    },
    {
      at: { event: "task_suspended", task: "page-1" },
      task: "page-1",
      zone: "hang",
      text: {
        en: "The first one begins, sets its timer and lets go of the thread. That is all it does for now.",
        zh: "第一个开始运行，定好计时器，交出线程。眼下它要做的就是这些。",
      },
    },
    {
      at: { event: "task_suspended", task: `page-${COUNT}` },
      zone: "outside",
      text: {
        en: "In the same turn, {turn task_suspended page-1}, all the others have done so. {tasks} timers run, and the thread is free.",
        zh: "同一轮，也就是第 {turn task_suspended page-1} 轮，其余的也都这样做了。{tasks} 个计时器在走，线程空着。",
      },
    },
    {
      at: { event: "task_resumed", task: "page-1" },
      task: "page-1",
      zone: "queue",
      text: {
        en: "At {now} all timers are due. The tasks stand in the queue again, and the thread goes through them one by one.",
        zh: "到 {now}，计时器全部到点。任务又排在队列里，由这个线程逐个运行。",
      },
    },
    {
      at: "end",
      zone: "ended",
      text: {
        en: "{total}, with {threads} thread. One after the other the same waits would take {sum}.",
        zh: "一共 {total}，用了 {threads} 个线程。同样的等待一个接一个地做，要 {sum}。",
      },
    },
  ],
  tries: [
    {
      label: { en: "A thread for every task", zh: "每个任务一个线程" },
      change: (before) => ({ ...before, mode: "threads" }),
      outcome: {
        en: "{total} by the same clock, but with {threads} threads. Each needs a stack of its own and has to be scheduled by the operating system; many systems refuse so many.",
        zh: "按同样的时钟也是 {total}，可是有 {threads} 个线程。每个都要有自己的栈，还要操作系统来调度，很多系统根本开不了这么多。",
      },
    },
    {
      label: { en: "A pool of a sensible size", zh: "大小合理的线程池" },
      change: (before) => ({ ...before, mode: "pool", dispatch: "single" }),
      outcome: {
        en: "{total} with {set workers} workers: each can wait for one thing at a time only, so the rest queue.",
        zh: "{set workers} 个工作线程，{total}：每个线程一次只能等一件事，其余的只能排队。",
      },
    },
    {
      label: { en: "A limit, as with a real server", zh: "加上限制，就像面对真的服务器" },
      change: (before) => ({ ...before, limit: { tasks: 500 } }),
      outcome: {
        en: "{total} with {set limit.tasks} under way at a time. With a real server that is what you want: it may refuse so many connections at once.",
        zh: "同时进行 {set limit.tasks} 个，{total}。面对真的服务器就该这样：一下子开那么多连接，服务器很可能会拒绝。",
      },
    },
  ],
  takeaway: {
    en: "A suspended task costs a little memory, a blocked one costs a thread. That is why one loop can hold so many waits.",
    zh: "挂起的任务只占一点内存，阻塞的任务要占一个线程。所以一个循环装得下这么多等待。",
  },
  exactly: [
    {
      en: "This clock counts no time for Python's own work. On a real computer, making and running so many tasks takes a noticeable part of a second more.",
      zh: "这里的时钟不计 Python 自己干活的时间。在真实的电脑上，建立和运行这么多任务，还要多花零点几秒。",
    },
    {
      en: "The threads here are made in no time. In reality each takes some time to make and to switch, and memory; as far as waiting goes, there is no other difference.",
      zh: "这里建线程不花时间。实际上，建立和切换线程都要花一点时间，还要占内存；单说等待，两边没有区别。",
    },
  ],
  teacher: {
    minutes: 8,
    ask: [
      {
        en: "What exactly does the thread do between the first and the last suspension, and what after it?",
        zh: "从第一个任务挂起到最后一个挂起，线程在做什么？之后呢？",
      },
      {
        en: "What would happen if each task computed for a moment before its end?",
        zh: "如果每个任务结束前都要算一小会儿，会怎样？",
      },
    ],
    mistakes: [
      {
        en: "“So many tasks must be slow in one thread.” Waiting is no work; computing would be.",
        zh: "“一个线程装这么多任务，一定很慢。”等待不是干活，计算才是。",
      },
      {
        en: "“Coroutines are small threads.” Nobody switches them; each has to let go by itself.",
        zh: "“协程就是小号的线程。”没有谁来切换它们，每个都要自己交出线程。",
      },
    ],
  },
};
