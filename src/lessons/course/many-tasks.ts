import { withSteps, withTask } from "../changes.ts";
import type { Lesson } from "../lesson.ts";

/** Tasks in one loop, with a call in each that does not let go of the thread. */
export const manyTasks: Lesson = {
  objective: {
    en: "Say when the waits of tasks in one event loop overlap and when they do not, and find the line that decides it.",
    zh: "说得出放进同一个事件循环的任务，等待什么时候会重叠、什么时候不会，并且能找出是哪一行决定的。",
  },
  scenario: {
    version: 1,
    id: "many-tasks",
    mode: "async",
    create: "before_loop",
    wait: { style: "wait" },
    tasks: ["bobo", "jay", "tom"].map((name, index) => ({
      name,
      url: `www.${index + 1}.com`,
      steps: [{ kind: "blocking", ms: 2000 }],
    })),
  },
  question: {
    about: "total",
    ask: {
      en: "{tasks} tasks in one event loop. The body of each calls `time.sleep(2)`. How long does the program take?",
      zh: "{tasks} 个任务放进同一个事件循环，每个函数体里都调用 `time.sleep(2)`。程序一共用多久？",
    },
    options: [2000, 4000, 6000],
  },
  steps: [
    {
      at: { event: "task_ready", task: "tom" },
      zone: "queue",
      text: {
        en: "All {tasks} tasks are made, and each has its first step in the [ready queue](ready-queue). So far this looks just like a program that overlaps its waits.",
        zh: "{tasks} 个任务都建好了，第一步都排在[就绪队列](ready-queue)里。到这里为止，看上去和能让等待重叠的程序没有区别。",
      },
    },
    {
      at: { event: "blocking_start", task: "bobo" },
      task: "bobo",
      zone: "seats",
      text: {
        en: "`bobo` calls `time.sleep`. There is no `await` here: `bobo` waits and keeps the thread. That is [blocked](block), not suspended.",
        zh: "`bobo` 调用 `time.sleep`。这里没有 `await`：它在等，却还占着线程。这叫[阻塞](block)，不是挂起。",
      },
    },
    {
      at: { event: "blocking_start", task: "bobo", later_ms: 1000 },
      zone: "queue",
      text: {
        en: "`jay` and `tom` have been [ready](ready) all the time. But the [event loop](event-loop) is code, too, and needs the same thread: until the call returns it stands still.",
        zh: "`jay` 和 `tom` 一直[就绪](ready)着。可[事件循环](event-loop)本身也是代码，也要用这个线程：调用返回之前，它动不了。",
      },
    },
    {
      at: { event: "task_started", task: "jay" },
      task: "jay",
      zone: "seats",
      text: {
        en: "`jay` has to wait for the thread until {now}, when `bobo` has ended, and then blocks it in its turn.",
        zh: "直到 {now}，`bobo` 结束了，`jay` 才拿到线程，接着又把它占住。",
      },
    },
    {
      at: { event: "task_started", task: "tom" },
      task: "tom",
      zone: "hang",
      text: {
        en: "`tom` begins at {now}. Look at the place for suspended tasks: nobody has been there so far. No task has let go.",
        zh: "`tom` 到 {now}才开始。看看挂起的那一栏：到现在为止没有任务进去过。谁也没有交出线程。",
      },
    },
    {
      at: "end",
      zone: "ended",
      text: {
        en: "{total}, as long as without any loop: the thread was held for {held}, and all of that, {blocked}, was waiting.",
        zh: "一共 {total}，和没有循环一样久：线程被占了 {held}，而这 {blocked}全都是在等。",
      },
    },
  ],
  tries: [
    {
      label: { en: "`await asyncio.sleep(2)`", zh: "改成 `await asyncio.sleep(2)`" },
      change: (scenario) => withSteps(scenario, () => [{ kind: "sleep", ms: 2000 }]),
      outcome: {
        en: "{total}. At each `await` the task lets go of the thread, the others begin, and all waits overlap. Nothing else in the program has changed.",
        zh: "{total}。走到 `await`，任务就交出线程，别的任务马上开始，几段等待全部重叠。程序别的地方一点没动。",
      },
    },
    {
      label: { en: "Only `jay` blocks", zh: "只有 `jay` 阻塞" },
      change: (scenario) =>
        withSteps(scenario, ({ name }) => [{ kind: name === "jay" ? "blocking" : "sleep", ms: 2000 }]),
      outcome: {
        en: "{total}. `bobo` had let go, but `tom` could begin only at {time task_started tom}, when `jay` was done. One blocking call holds up the whole loop.",
        zh: "{total}。`bobo` 交出了线程，可 `tom` 到 {time task_started tom}、`jay` 做完之后才能开始。一处阻塞就能拖住整个循环。",
      },
    },
    {
      label: { en: "`await time.sleep(2)` in `jay`", zh: "`jay` 里写 `await time.sleep(2)`" },
      change: (scenario) =>
        withTask(scenario, "jay", { steps: [{ kind: "blocking", ms: 2000, how: "await" }] }),
      outcome: {
        en: "{total}, and `jay` fails with `TypeError`. Python first carries out the call, which blocks, and only then checks whether its result can be awaited. `None` cannot.",
        zh: "{total}，而且 `jay` 抛出 `TypeError`。Python 先执行这个调用，于是照样阻塞；执行完才发现得到的 `None` 不能 `await`。",
      },
    },
  ],
  takeaway: {
    en: "A loop overlaps only waits that let go of the thread. A call that waits and holds it, like `time.sleep` or `requests.get`, stops everybody.",
    zh: "循环只能让交出线程的等待重叠。像 `time.sleep`、`requests.get` 这样占着线程等的调用，会让所有任务都停下。",
  },
  exactly: [
    {
      en: "“asyncio detects blocking, though only on the network.” More exactly: it detects nothing. You mark the places with `await`; and timers, child processes and other waits can be awaited as well as the network.",
      zh: "课程说 asyncio 能帮我们检测阻塞，而且只能检测网络阻塞。更准确地说：它什么也不检测，要等的地方是你用 `await` 标出来的；除了网络，计时器、子进程等也都可以 `await`。",
    },
    {
      en: "“Every blocking operation must have `await` before it.” More exactly: it has to be replaced by one that can be awaited. `await` before a blocking call leaves it as blocking as it was, and adds an error.",
      zh: "“凡是阻塞操作，前面都必须加上 `await`。”更准确地说：要换成可以 `await` 的操作。在阻塞的调用前面加 `await`，阻塞照旧，还会多一个错误。",
    },
    {
      en: "`asyncio.run(main(), debug=True)` reports steps that have held the loop for long. It tells you afterwards, and prevents nothing.",
      zh: "`asyncio.run(main(), debug=True)` 会报告哪一步占住循环太久。不过那是事后才说，并不能避免。",
    },
  ],
  teacher: {
    minutes: 10,
    ask: [
      {
        en: "Which difference between “blocked” and “suspended” can you see on the stage?",
        zh: "在舞台上，“阻塞”和“挂起”有哪些看得见的差别？",
      },
      {
        en: "Would `asyncio.gather` instead of `asyncio.wait` help?",
        zh: "把 `asyncio.wait` 换成 `asyncio.gather`，有用吗？",
      },
      {
        en: "Which calls in your own programs wait without `await`?",
        zh: "你自己写的程序里，有哪些调用在等，却没有 `await`？",
      },
    ],
    mistakes: [
      {
        en: "“`async def` makes the function asynchronous.” It only allows `await`; what the body calls decides.",
        zh: "“写了 `async def` 就是异步。”它只是让函数体里可以写 `await`，异步与否要看里面调用了什么。",
      },
      {
        en: "“The loop switches when a task takes too long.” It cannot: nobody takes the thread from a running task.",
        zh: "“任务运行太久，循环会把它换下来。”做不到：循环不能从任务手里收回线程。",
      },
    ],
  },
};
