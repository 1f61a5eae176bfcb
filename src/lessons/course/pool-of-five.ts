import { withTask } from "../changes.ts";
import type { Lesson } from "../lesson.ts";

/** The course's thread pool: a worker for every address. */
export const poolOfFive: Lesson = {
  objective: {
    en: "Say what a thread pool has ready before the work begins, and what its threads do while their tasks wait.",
    zh: "说得出线程池在开工之前准备好了什么，以及任务在等的时候，这些线程在做什么。",
  },
  scenario: {
    version: 1,
    id: "pool-of-five",
    mode: "pool",
    workers: 5,
    tasks: ["www.1.com", "www.2.com", "www.3.com", "www.4.com", "www.5.com"].map((url) => ({
      name: url,
      url,
      steps: [{ kind: "sleep", ms: 2000 }],
    })),
  },
  question: {
    about: "total",
    ask: {
      en: "{tasks} addresses, {wait www.1.com} of waiting each, and `Pool({set workers})`. How long does `pool.map` take?",
      zh: "{tasks} 个网址，每个要等 {wait www.1.com}，用的是 `Pool({set workers})`。`pool.map` 一共用多久？",
    },
    options: [2000, 4000, 10000],
  },
  steps: [
    {
      at: "start",
      zone: "seats",
      text: {
        en: "`Pool({set workers})` makes {set workers} [workers](worker) before there is anything to do. A worker is a [thread](thread) that waits for tasks and takes the next one from the queue.",
        zh: "还没有活要干，`Pool({set workers})` 就先建好了 {set workers} 个[工作线程](worker)。它们是普通的[线程](thread)，空着就从队列里取下一个任务。",
      },
    },
    {
      at: { event: "task_created", task: "www.5.com" },
      zone: "queue",
      text: {
        en: "`pool.map` puts all {tasks} tasks into the queue. Which worker takes which is not for you to say.",
        zh: "`pool.map` 把 {tasks} 个任务都放进队列。哪个线程取走哪个任务，不由你决定。",
      },
    },
    {
      at: { event: "blocking_start", task: "www.1.com" },
      task: "www.1.com",
      zone: "seats",
      text: {
        en: "Worker {worker task_started www.1.com} has `www.1.com` and calls `time.sleep`. It is [blocked](block): until the wait is over, this thread can do nothing else.",
        zh: "线程 {worker task_started www.1.com} 拿到 `www.1.com`，调用 `time.sleep`，于是[阻塞](block)：等完之前，这个线程什么也做不了。",
      },
    },
    {
      at: { event: "blocking_start", task: "www.5.com", later_ms: 1000 },
      zone: "seats",
      text: {
        en: "All {set workers} threads wait at the same time. Each task holds only its own thread, so nobody is in anybody else's way.",
        zh: "{set workers} 个线程同时在等。每个任务只占着自己的线程，谁也不妨碍谁。",
      },
    },
    {
      at: { event: "task_done", nth: 5 },
      zone: "ended",
      text: {
        en: "At {now} all waits are over at once. The order of these lines is not fixed: threads that become free at the same moment may print in any order.",
        zh: "到 {now}，所有等待一起结束。这些行的先后没有保证：同一时刻空出来的线程，谁先打印都有可能。",
      },
    },
    {
      at: { event: "wait_returned", task: "main" },
      zone: "ended",
      text: {
        en: "`pool.map` returns when every task is done. Its list of results follows the order of the addresses, however the lines came out.",
        zh: "所有任务都完成，`pool.map` 才返回。结果列表按网址的顺序排好，和打印的先后无关。",
      },
    },
    {
      at: "end",
      zone: "seats",
      text: {
        en: "{total} in all. One after the other, the same waits would have taken {sum}.",
        zh: "一共 {total}。同样的等待一个接一个地做，要 {sum}。",
      },
    },
  ],
  tries: [
    {
      label: { en: "`Pool(3)`", zh: "`Pool(3)`" },
      change: (scenario) => ({ ...scenario, workers: 3 }),
      outcome: {
        en: "{total}. There are more tasks than workers, so `www.4.com` and `www.5.com` queue until a worker is free, at {time task_started www.4.com}.",
        zh: "{total}。任务比线程多，`www.4.com` 和 `www.5.com` 要排队，到 {time task_started www.4.com}才有线程空出来。",
      },
    },
    {
      label: { en: "`Pool(1)`", zh: "`Pool(1)`" },
      change: (scenario) => ({ ...scenario, workers: 1 }),
      outcome: {
        en: "{total}: a pool with one worker is as slow as no pool at all.",
        zh: "{total}：线程池里只有一个线程，就和没有线程池一样慢。",
      },
    },
    {
      label: { en: "`www.1.com` takes longer", zh: "`www.1.com` 慢一些" },
      change: (scenario) => withTask(scenario, "www.1.com", { steps: [{ kind: "sleep", ms: 3000 }] }),
      outcome: {
        en: "{total}: the longest wait decides. `www.1.com` ends last, and yet its result stands first in the list that `map` returns.",
        zh: "{total}：最长的那段等待说了算。`www.1.com` 最后结束，可在返回的列表里，它的结果还是排在第一。",
      },
    },
  ],
  takeaway: {
    en: "With a worker for every task, all waits overlap, and the longest one decides the total. The price is a whole thread for each task that waits.",
    zh: "每个任务都有一个线程，等待就全部重叠，总耗时等于最长的那一段。代价是：每个在等的任务都占着一整个线程。",
  },
  exactly: [
    {
      en: "A comment in the course's program names another number of threads than the call beside it. What counts is the number in the brackets: `Pool(5)` makes {set workers} workers.",
      zh: "课程代码的注释里写的线程个数和旁边的调用对不上。以括号里的数字为准：写 `Pool(5)`，建的就是 {set workers} 个工作线程。",
    },
    {
      en: "`multiprocessing.dummy` belongs to a package for processes, but its `Pool` is made of threads.",
      zh: "`multiprocessing` 是管理进程的包，不过 `multiprocessing.dummy` 里的 `Pool` 用的是线程。",
    },
    {
      en: "Besides the workers and the main thread, a `Pool` has a few threads of its own, which hand out tasks and collect results. The page leaves them out.",
      zh: "除了工作线程和主线程，`Pool` 自己还有几个线程，专门分发任务、收集结果。页面上没有画出来。",
    },
    {
      en: "More exactly, not even a line is safe: `print` writes its text and the end of the line separately, several arguments one by one, and another thread can write in between. So lines can come out mixed.",
      zh: "更准确地说，连一行也不一定完整：`print` 把内容和行尾的换行分开写出去，有几个参数时还要分得更细，别的线程可能在中间插进来，于是几行字混在一起。",
    },
    {
      en: "Which idle worker wakes up first is open as well: in CPython 3.13 there is no fixed order. The page shows one possible order.",
      zh: "空闲的线程里谁先醒来，也没有规定：在 CPython 3.13 里就没有固定的顺序。页面上显示的只是其中一种可能。",
    },
  ],
  teacher: {
    minutes: 8,
    ask: [
      {
        en: "Which threads does this program have, and which of them run your function?",
        zh: "这个程序里有哪些线程？运行你的函数的是哪几个？",
      },
      {
        en: "What would many more addresses cost, and what would you have to change?",
        zh: "网址多出许多倍的话，要付出什么代价，得改哪里？",
      },
      {
        en: "Which order of the lines can you rely on?",
        zh: "打印出来的顺序里，哪些是靠得住的？",
      },
    ],
    mistakes: [
      {
        en: "“The processor sleeps for {wait www.1.com}.” The threads wait; the processor is free for other programs.",
        zh: "“CPU 睡了 {wait www.1.com}。”在等的是线程，CPU 可以去运行别的程序。",
      },
      {
        en: "“The lines come in the order of the list.” The results do; the lines need not.",
        zh: "“打印顺序就是列表顺序。”按顺序的是结果，打印的先后没有保证。",
      },
    ],
  },
};
