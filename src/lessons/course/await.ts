import { withTask } from "../changes.ts";
import type { Lesson } from "../lesson.ts";

/** Waits that let go of the thread, and what makes them do so. */
export const awaitLesson: Lesson = {
  objective: {
    en: "Say what happens at an `await`, what `asyncio.wait` adds to it, and what may follow the word `await`.",
    zh: "说得出走到 `await` 时发生了什么、`asyncio.wait` 又做了什么，以及 `await` 后面可以写什么。",
  },
  scenario: {
    version: 1,
    id: "await",
    mode: "async",
    create: "before_loop",
    wait: { style: "wait" },
    tasks: [
      { name: "bobo", url: "www.1.com", steps: [{ kind: "sleep", ms: 2000 }] },
      { name: "jay", url: "www.2.com", steps: [{ kind: "sleep", ms: 1000 }] },
      { name: "tom", url: "www.3.com", steps: [{ kind: "sleep", ms: 3000 }] },
    ],
  },
  question: {
    about: "line",
    ask: {
      en: "With `await`, `bobo` waits for {wait bobo}, `jay` for {wait jay} and `tom` for {wait tom}; they have begun in this order. All have printed their `begin`. Which line comes next?",
      zh: "`bobo` 要等 {wait bobo}，`jay` {wait jay}，`tom` {wait tom}，按这个顺序开始，都写了 `await`。`begin` 都打印过了，接下来是哪一行？",
    },
    after: { event: "task_suspended", task: "tom" },
    options: ["end bobo", "end jay", "end tom"],
  },
  steps: [
    {
      at: { event: "task_suspended", task: "bobo" },
      task: "bobo",
      zone: "hang",
      text: {
        en: "`await asyncio.sleep(2)`: a timer is set, and `bobo` is [suspended](suspend). It lets go of the thread here, and will go on from here. This is the only kind of place where a task can be switched.",
        zh: "`await asyncio.sleep(2)`：计时器定好了，`bobo` [挂起](suspend)。它在这里交出线程，以后也从这里接着走。任务只可能在这样的地方切换。",
      },
    },
    {
      at: { event: "task_suspended", task: "tom" },
      zone: "outside",
      text: {
        en: "It is still {now}, and {tasks} timers are running already. Whoever lets go at once lets the next one begin at once.",
        zh: "这时还是 {now}，{tasks} 个计时器已经都在走了。前一个马上交出线程，后一个就马上开始。",
      },
    },
    {
      at: { event: "task_suspended", task: "main" },
      zone: "hang",
      text: {
        en: "`run_until_complete` makes one more task, `main`, of `asyncio.wait(tasks)`: it waits until the others have ended. It gives them no power to be suspended: they were suspended before it had even run.",
        zh: "`run_until_complete` 把 `asyncio.wait(tasks)` 也包成一个任务 `main`，等别的任务结束。它没有给谁“可以挂起的权限”：它还没运行，那些任务就已经挂起了。",
      },
    },
    {
      at: { event: "task_ready", task: "jay", nth: 2 },
      task: "jay",
      zone: "queue",
      text: {
        en: "At {now} the timer of `jay` is due, before all others. That does not run `jay`: it only becomes [ready](ready), and runs in the next [turn](turn).",
        zh: "到 {now}，`jay` 的计时器最先到点。到点不等于运行，`jay` 只是变成[就绪](ready)，[下一轮](turn)才运行。",
      },
    },
    {
      at: { event: "task_resumed", task: "bobo" },
      task: "bobo",
      zone: "seats",
      text: {
        en: "`bobo` is back at {now}: its {wait bobo} went by all along, even while others had the thread.",
        zh: "`bobo` 在 {now}回来：它的 {wait bobo}一直在走，别人用着线程的时候也没停。",
      },
    },
    {
      at: { event: "task_done", task: "tom" },
      task: "tom",
      zone: "ended",
      text: {
        en: "`tom` ends last. `await` works only on something [awaitable](awaitable): a coroutine, a task, a future. Anything else is an error, and what follows `await` is evaluated first.",
        zh: "`tom` 最后结束。`await` 后面只能是[可等待对象](awaitable)：协程、任务或 future。别的都会出错，而且 `await` 后面的表达式会先执行。",
      },
      snippet: {
        code: "await time.sleep(2)",
        outcome: "TypeError: object NoneType can't be used in 'await' expression",
      },
    },
    {
      at: "end",
      text: {
        en: "{total}: as long as the longest wait. One after the other it would have been {sum}.",
        zh: "一共 {total}，等于最长的那段等待。一个接一个地等，要 {sum}。",
      },
      zone: "ended",
    },
  ],
  tries: [
    {
      label: { en: "Without `asyncio.wait`", zh: "不用 `asyncio.wait`" },
      change: (scenario) => ({ ...scenario, wait: { style: "only", task: "tom" } }),
      outcome: {
        en: "`run_until_complete(tasks[2])` alone, and still {total}: the waits overlap as before. `asyncio.wait` only makes the program wait for all of them.",
        zh: "只写 `run_until_complete(tasks[2])`，还是 {total}：等待照样重叠。`asyncio.wait` 的作用，只是让程序等到它们全部结束。",
      },
    },
    {
      label: { en: "`await time.sleep(1)` in `jay`", zh: "`jay` 里写 `await time.sleep(1)`" },
      change: (scenario) =>
        withTask(scenario, "jay", { steps: [{ kind: "blocking", ms: 1000, how: "await" }] }),
      outcome: {
        en: "{total}. `jay` blocks, then fails with `TypeError`; only after that, at {time task_started tom}, can `tom` begin. `asyncio.wait` does not raise the error: the program goes on as if all were well, and Python merely logs it as the program exits.",
        zh: "{total}。`jay` 先阻塞，再因为 `TypeError` 出错；然后 `tom` 才能开始，这时已经是 {time task_started tom}。`asyncio.wait` 不会把异常抛出来，程序像没事一样往下走，到退出时 Python 才在日志里提一句。",
      },
    },
    {
      label: { en: "`await` is missing in `jay`", zh: "`jay` 里漏写 `await`" },
      change: (scenario) =>
        withTask(scenario, "jay", { steps: [{ kind: "sleep", ms: 1000, how: "no_await" }] }),
      outcome: {
        en: "`jay` ends at {time task_done jay}: it has only made a coroutine and thrown it away. A warning says that it was never awaited.",
        zh: "`jay` 在 {time task_done jay}就结束了：它只是得到一个协程，又把它丢掉，没有等。Python 会警告：从来没有 await 过。",
      },
    },
    {
      label: { en: "Coroutines, but no tasks", zh: "只有协程，不建任务" },
      change: (scenario) => ({ ...scenario, create: "in_main", wait: { style: "direct" } }),
      outcome: {
        en: "{total}. `await` on a coroutine runs it inside the main program, one after the other. `await` gives the thread away, but there is no other task to take it.",
        zh: "{total}。直接 `await` 协程，就是在主程序里一个接一个地运行。`await` 是交出了线程，可没有别的任务来用。",
      },
    },
  ],
  takeaway: {
    en: "A task is suspended at `await`, when what it awaits is not ready yet. Several tasks that do so are all it takes for waits to overlap.",
    zh: "走到 `await`，等的东西还没有好，任务就挂起。只要有几个任务都这样做，等待就会重叠，不需要别的东西。",
  },
  exactly: [
    {
      en: "The course says that `wait()` gives tasks the permission to be suspended. More exactly: `await` on something that is not ready yet suspends; `asyncio.wait` only waits. Take it away, and the tasks overlap all the same.",
      zh: "课程说 `wait()` 给任务赋予可被挂起的权限。更准确地说：让任务挂起的，是 `await` 一个还没好的东西；`asyncio.wait` 只是在等。去掉它，任务照样重叠。",
    },
    {
      en: "`asyncio.wait` returns a set of the done and a set of the pending, so there is no order. It raises no task's error, and its timeout cancels nothing. Since Python 3.11 it accepts tasks and futures only, no coroutines.",
      zh: "`asyncio.wait` 返回已完成和未完成的集合，所以没有先后。它不抛出任务的异常，它的 timeout 也不取消任何任务。从 Python 3.11 起，它只接受任务和 future，不接受协程。",
    },
    {
      en: "Not every `await` suspends: one on a coroutine that never waits, or on a task that has already ended, runs straight on. And `async with` and `async for` may suspend as well, for they await on their own.",
      zh: "不是每个 `await` 都会挂起：等的是从不等待的协程，或者已经结束的任务，程序就直接往下走。反过来，`async with` 和 `async for` 里面也有等待，同样可能挂起。",
    },
  ],
  teacher: {
    minutes: 12,
    ask: [
      {
        en: "At which moment does `bobo` let go, and at which is it ready again?",
        zh: "`bobo` 在哪一刻交出线程？又在哪一刻重新就绪？",
      },
      {
        en: "What does `asyncio.wait` do that `await` does not?",
        zh: "`asyncio.wait` 做了哪些 `await` 没做的事？",
      },
      {
        en: "Why does overlapping not make any single wait shorter?",
        zh: "重叠的等待，为什么没有让每一段变短？",
      },
    ],
    mistakes: [
      {
        en: "“`await` starts something in the background.” It waits for it; only tasks run beside you.",
        zh: "“`await` 会把事情放到后台去做。”它是在等那件事做完；能在旁边运行的只有任务。",
      },
      {
        en: "“`await` always costs a switch.” Only when there is something to wait for.",
        zh: "“每个 `await` 都会切换。”只有真的要等，才会切换。",
      },
    ],
  },
};
