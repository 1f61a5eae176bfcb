import { withTask } from "../changes.ts";
import type { Lesson } from "../lesson.ts";

/** Deadlines in a loop, and a call that does not hear of them. */
export const timeouts: Lesson = {
  objective: {
    en: "Say how a deadline and a cancel reach a task, and what a blocking call does to both.",
    zh: "说得出期限和取消是怎样送到任务那里的，以及碰上阻塞的调用会怎样。",
  },
  scenario: {
    version: 1,
    id: "timeouts",
    mode: "async",
    wait: { style: "wait" },
    tasks: [
      { name: "bobo", url: "/bobo", timeout_ms: 1000, steps: [{ kind: "sleep", ms: 3000 }] },
      {
        name: "jay",
        url: "/jay",
        timeout_ms: 1000,
        steps: [
          { kind: "sleep", ms: 500 },
          { kind: "blocking", ms: 1500 },
        ],
      },
    ],
  },
  question: {
    about: "total",
    ask: {
      en: "`bobo` and `jay` each have {set tasks.0.timeout_ms} for their whole body. `bobo` waits for {wait bobo} with `await`. `jay` does so for {set tasks.1.steps.0.ms}, then calls `time.sleep(1.5)`. When is the program over?",
      zh: "`bobo` 和 `jay` 的整个函数体都限时 {set tasks.0.timeout_ms}。`bobo` 用 `await` 等 {wait bobo}；`jay` 先 `await` {set tasks.1.steps.0.ms}，再调用 `time.sleep(1.5)`。程序什么时候结束？",
    },
    options: [1000, 2000, 3000],
  },
  steps: [
    {
      at: { event: "task_suspended", task: "jay" },
      zone: "hang",
      text: {
        en: "Both bodies stand in `async with asyncio.timeout(1)`. A deadline is a timer of the loop: when it is due, it [cancels](cancellation) the task's current wait.",
        zh: "函数体都写在 `async with asyncio.timeout(1)` 里。期限就是循环里的一个计时器：到点时，[取消](cancellation)任务正在等的那一步。",
      },
    },
    {
      at: { event: "blocking_start", task: "jay" },
      task: "jay",
      zone: "seats",
      text: {
        en: "At {now} `jay` goes on and calls `time.sleep`. It holds the thread, and the loop can no longer look at any timer.",
        zh: "到 {now}，`jay` 接着运行，调用 `time.sleep`。它占住线程，循环再也看不了计时器。",
      },
    },
    {
      at: { event: "blocking_start", task: "jay", later_ms: 1000 },
      task: "bobo",
      zone: "hang",
      text: {
        en: "It is {now}, and the deadlines of `bobo` and `jay` have passed. Nothing happens: nobody is there to notice.",
        zh: "现在是 {now}，`bobo` 和 `jay` 的期限都已经过了，可什么也没发生：没有谁能注意到。",
      },
    },
    {
      at: { event: "task_done", task: "jay" },
      task: "jay",
      zone: "ended",
      text: {
        en: "`jay` ends at {now} as if nothing had happened: its body never waited again, so there was no wait for the deadline to interrupt. No [timeout](timeout) at all.",
        zh: "到 {now}，`jay` 像没事一样正常完成：它后来没有再等过，期限没有地方可以打断。根本没有[超时](timeout)。",
      },
    },
    {
      at: { event: "task_ready", task: "bobo", nth: 2 },
      task: "bobo",
      zone: "queue",
      text: {
        en: "Now the loop sees the timer of `bobo`, due after {set tasks.0.timeout_ms} and noticed at {now}. Its wait is cancelled, and the task becomes ready.",
        zh: "循环这才看到 `bobo` 的计时器：期限是 {set tasks.0.timeout_ms}，到 {now}才被发现。它的等待被取消，任务变成就绪。",
      },
    },
    {
      at: { event: "task_failed", task: "bobo" },
      task: "bobo",
      zone: "ended",
      text: {
        en: "A turn later `CancelledError` is raised at its `await`. `asyncio.timeout` turns it into `TimeoutError`, and `bobo` fails.",
        zh: "下一轮，`CancelledError` 在它的 `await` 处抛出，`asyncio.timeout` 把它换成 `TimeoutError`，`bobo` 出错。",
      },
    },
    {
      at: "end",
      zone: "ended",
      text: {
        en: "{total}. The task that let go was interrupted, late; the one that blocked was not interrupted at all.",
        zh: "一共 {total}。交出线程的任务被打断了，还晚了很久；阻塞的那个却根本没有被打断。",
      },
    },
  ],
  tries: [
    {
      label: { en: "`jay` waits with `await`, too", zh: "`jay` 也用 `await` 等" },
      change: (scenario) =>
        withTask(scenario, "jay", {
          steps: [
            { kind: "sleep", ms: 500 },
            { kind: "sleep", ms: 1500 },
          ],
        }),
      outcome: {
        en: "{total}: both deadlines take effect on time, and both tasks fail with `TimeoutError`.",
        zh: "{total}：期限都准时生效，`bobo` 和 `jay` 都以 `TimeoutError` 结束。",
      },
    },
    {
      label: { en: "`jay` waits once more afterwards", zh: "`jay` 阻塞之后又等了一次" },
      change: (scenario) =>
        withTask(scenario, "jay", {
          steps: [
            { kind: "sleep", ms: 500 },
            { kind: "blocking", ms: 1500 },
            { kind: "sleep", ms: 100 },
          ],
        }),
      outcome: {
        en: "Now `jay` fails, too, at {time task_failed jay}: at the next wait after the call its late deadline takes effect.",
        zh: "这回 `jay` 也超时了，在 {time task_failed jay}：阻塞之后再等的时候，来晚的期限终于能打断它。",
      },
    },
    {
      label: { en: "`jay` moves the call to a thread", zh: "`jay` 把调用移到线程里" },
      change: (scenario) => ({
        ...scenario,
        tasks: [
          { name: "bobo", url: "/bobo", steps: [{ kind: "sleep", ms: 3000 }] },
          {
            name: "jay",
            url: "/jay",
            timeout_ms: 1000,
            steps: [
              { kind: "sleep", ms: 500 },
              { kind: "blocking", ms: 1500, how: "offload" },
            ],
          },
        ],
      }),
      outcome: {
        en: "Here only `jay` has a deadline. It takes effect on time, at {time timeout_fired jay}, for the loop is free. But nothing can stop the call itself: its [helper thread](helper-thread) works until {time offload_end jay}.",
        zh: "这里只有 `jay` 有期限。循环没有被占住，期限在 {time timeout_fired jay}准时生效。不过调用本身停不下来：[辅助线程](helper-thread)要做到 {time offload_end jay}。",
      },
    },
    {
      label: { en: "Cancel `bobo` earlier", zh: "提前取消 `bobo`" },
      change: (scenario) => ({ ...scenario, cancels: [{ task: "bobo", at_ms: 200 }] }),
      outcome: {
        en: "`bobo` is cancelled at {time task_cancelled bobo}, while it waits. A cancel is the same mechanism as a deadline, only without the clock.",
        zh: "`bobo` 在等待的时候被取消，时间是 {time task_cancelled bobo}。取消和期限是同一套机制，只是没有计时器。",
      },
    },
  ],
  takeaway: {
    en: "Deadlines and cancels are delivered where a task waits, by a loop that has the thread. A call that blocks receives neither.",
    zh: "期限和取消，都要由拿得到线程的循环，在任务等待的地方送达。阻塞的调用两样都收不到。",
  },
  exactly: [
    {
      en: "A cancel is a request: `CancelledError` is raised in the task when it next runs. A task that has not begun yet runs no line at all then, not even its `finally`.",
      zh: "取消只是一个请求：任务下次运行时，里面才抛出 `CancelledError`。还没开始的任务，一行也不会运行，连 `finally` 都不会。",
    },
    {
      en: "`asyncio.timeout` exists from Python 3.11 on. `asyncio.wait_for` does the same from Python 3.12 on; before, it ran its awaitable in an inner task, so that results can differ near a deadline.",
      zh: "`asyncio.timeout` 从 Python 3.11 开始有。`asyncio.wait_for` 从 Python 3.12 起和它一样；更早的版本会在里面另建任务，所以期限附近的结果可能不同。",
    },
    {
      en: "The server goes on with a request that you have given up, and so does a helper thread: only your own wait is cancelled. `asyncio.run` even waits for its helper threads before it returns.",
      zh: "你放弃的请求，服务器会继续处理；辅助线程也一样：被取消的只是你自己的等待。`asyncio.run` 返回之前，还会等辅助线程做完。",
    },
  ],
  teacher: {
    minutes: 12,
    ask: [
      {
        en: "Between which moments does nobody look at the timers?",
        zh: "从哪一刻到哪一刻，没有谁在看计时器？",
      },
      {
        en: "Why is it `bobo` that is late, although it does everything right?",
        zh: "`bobo` 没有做错什么，为什么反而是它晚了？",
      },
      {
        en: "What would you write in `finally`, and when would it run?",
        zh: "你会在 `finally` 里写什么？它什么时候运行？",
      },
    ],
    mistakes: [
      {
        en: "“A timeout stops the code wherever it is.” It interrupts a task only where it waits with `await`.",
        zh: "“超时会让代码停在任何地方。”只有在 `await` 等待的地方，期限才能打断它。",
      },
      {
        en: "“`cancel()` ends the task at once.” It is delivered later, and the task may even catch it.",
        zh: "“`cancel()` 会马上结束任务。”它要晚一些才送到，任务甚至可以把它接住。",
      },
    ],
  },
};
