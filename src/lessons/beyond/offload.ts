import { withSteps } from "../changes.ts";
import type { Lesson } from "../lesson.ts";

/** Blocking calls that are moved out of the loop's thread. */
export const offload: Lesson = {
  objective: {
    en: "Move a blocking call to a helper thread with `asyncio.to_thread`, and say what that gains, what it costs and what it cannot do.",
    zh: "会用 `asyncio.to_thread` 把阻塞的调用移到辅助线程；说得出换来了什么、代价是什么、做不到什么。",
  },
  scenario: {
    version: 1,
    id: "offload",
    mode: "async",
    wait: { style: "gather" },
    tasks: [
      { name: "bobo", url: "/bobo", steps: [{ kind: "blocking", ms: 2000, how: "offload" }] },
      { name: "jay", url: "/jay", steps: [{ kind: "blocking", ms: 2000, how: "offload" }] },
      {
        name: "tom",
        url: "/tom",
        steps: [
          { kind: "sleep", ms: 1000 },
          { kind: "print", text: "tom goes on" },
          { kind: "sleep", ms: 500 },
        ],
      },
    ],
  },
  question: {
    about: "line",
    ask: {
      en: "`bobo` and `jay` await `asyncio.to_thread(time.sleep, 2)`. `tom` waits for {set tasks.2.steps.0.ms} with `await` and prints `tom goes on`. All have begun. Which line comes next?",
      zh: "`bobo` 和 `jay` 在 `await asyncio.to_thread(time.sleep, 2)`。`tom` 用 `await` 等 {set tasks.2.steps.0.ms}，再打印 `tom goes on`。三者都已开始，接下来是哪一行？",
    },
    after: { event: "task_suspended", task: "tom" },
    options: ["tom goes on", "end bobo", "end tom"],
  },
  steps: [
    {
      at: { event: "offload_start", task: "bobo" },
      task: "bobo",
      zone: "outside",
      text: {
        en: "`asyncio.to_thread` hands the call to a [helper thread](helper-thread). That thread is now [blocked](block) by `time.sleep`, as it has to be. It is not the loop's thread.",
        zh: "`asyncio.to_thread` 把调用交给[辅助线程](helper-thread)。该[阻塞](block)的还是阻塞，不过阻塞的是那个线程，不是循环的线程。",
      },
    },
    {
      at: { event: "task_suspended", task: "bobo" },
      task: "bobo",
      zone: "hang",
      text: {
        en: "For the loop, `bobo` simply awaits something: it is [suspended](suspend) and has let go.",
        zh: "在循环看来，`bobo` 只是在 `await`：它[挂起](suspend)，交出了线程。",
      },
    },
    {
      at: { event: "task_suspended", task: "tom" },
      zone: "outside",
      text: {
        en: "`jay` has a helper thread of its own. `tom` waits in the ordinary way, and for that no thread is needed.",
        zh: "`jay` 也有自己的辅助线程。`tom` 是普通的等待，不需要线程。",
      },
    },
    {
      at: { event: "print", task: "tom", nth: 2 },
      task: "tom",
      zone: "seats",
      text: {
        en: "At {now} `tom` runs on, on time: {count offload_start} blocking calls are under way, and the loop turns all the same.",
        zh: "到 {now}，`tom` 准时接着运行：{count offload_start} 个阻塞的调用还在进行，循环照样在转。",
      },
    },
    {
      at: { event: "offload_end", task: "bobo" },
      task: "bobo",
      zone: "outside",
      text: {
        en: "At {now} the helper thread is done and tells the loop. It does not run `bobo` itself: the rest of the body runs in the loop's thread again.",
        zh: "到 {now}，辅助线程做完，通知循环。它不会去运行 `bobo`：函数体剩下的部分，还是在循环的线程里运行。",
      },
    },
    {
      at: "end",
      zone: "ended",
      text: {
        en: "{total} instead of {sum}. The waits have overlapped, at the price of a thread for each call that blocks.",
        zh: "一共 {total}，而不是 {sum}。等待重叠了，代价是每个阻塞的调用都要一个线程。",
      },
    },
  ],
  tries: [
    {
      label: { en: "The same call in the loop's thread", zh: "直接在循环的线程里调用" },
      change: (scenario) =>
        withSteps(scenario, ({ steps }) =>
          steps.map((step) => (step.kind === "blocking" ? { kind: "blocking", ms: 2000 } : step)),
        ),
      outcome: {
        en: "{total}. The loop stands still during each call, and `tom` does not even begin before {time task_started tom}.",
        zh: "{total}。每次调用循环都停住，`tom` 到 {time task_started tom}才开始。",
      },
    },
    {
      label: { en: "Only one helper thread", zh: "只有一个辅助线程" },
      change: (scenario) => ({ ...scenario, offload_workers: 1 }),
      outcome: {
        en: "{total}: the calls queue for the helper thread. The loop is free all the same, and `tom` is on time.",
        zh: "{total}：调用要排队等辅助线程。不过循环不受影响，`tom` 照样准时。",
      },
    },
    {
      label: { en: "Cancel `jay` on its way", zh: "中途取消 `jay`" },
      change: (scenario) => ({
        ...scenario,
        wait: { style: "wait" },
        cancels: [{ task: "jay", at_ms: 500 }],
      }),
      outcome: {
        en: "The task `jay` is cancelled at {time task_cancelled jay}, but its helper thread cannot be stopped: it works until {time offload_end jay}, for nothing.",
        zh: "任务 `jay` 在 {time task_cancelled jay}被取消，可辅助线程停不下来：它一直做到 {time offload_end jay}，做了也没人要。",
      },
    },
  ],
  takeaway: {
    en: "`await asyncio.to_thread(f)` makes a blocking call awaitable: a helper thread is held instead of the loop's. It is the way out where there is no asynchronous library.",
    zh: "`await asyncio.to_thread(f)` 让阻塞的调用变得可以 `await`：占着的是辅助线程，不是循环的线程。没有异步库可用时，就这么办。",
  },
  exactly: [
    {
      en: "The helper threads come from a pool of at most `min(32, cpus + 4)` threads. Whoever comes later queues.",
      zh: "辅助线程来自一个线程池，最多 `min(32, cpus + 4)` 个。后来的要排队。",
    },
    {
      en: "It helps with waiting, not with computing: a helper thread shares the interpreter with the loop, so long computing in it still slows the loop down. For computing, use another process.",
      zh: "它能帮上忙的是等待，不是计算：辅助线程和循环共用一个解释器，长时间的计算还是会拖慢循环。计算要放到别的进程里。",
    },
    {
      en: "`asyncio.to_thread` exists from Python 3.9 on. What it calls runs beside your tasks for real, so data that both change needs a lock.",
      zh: "`asyncio.to_thread` 从 Python 3.9 开始有。它调用的函数真的和任务同时在跑，大家都会改的数据要加锁。",
    },
  ],
  teacher: {
    minutes: 8,
    ask: [
      {
        en: "How many threads wait in the first second of the run, and for what?",
        zh: "运行的第一秒里，有几个线程在等？各在等什么？",
      },
      {
        en: "Would you move a call of `requests.get` to a thread, or use aiohttp? Why?",
        zh: "`requests.get`，你会移到线程里，还是换成 aiohttp？为什么？",
      },
    ],
    mistakes: [
      {
        en: "“`to_thread` makes the function asynchronous.” It still blocks, only somebody else's thread.",
        zh: "“`to_thread` 把函数变成异步的。”它照样阻塞，只是阻塞的是别的线程。",
      },
      {
        en: "“`await f()` does the same.” That calls `f` in the loop's thread first.",
        zh: "“写 `await f()` 也一样。”那样会先在循环的线程里调用 `f`。",
      },
    ],
  },
};
