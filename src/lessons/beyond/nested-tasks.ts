import { withTask } from "../changes.ts";
import type { Lesson } from "../lesson.ts";

/** A task that makes tasks of its own and waits for them. */
export const nestedTasks: Lesson = {
  objective: {
    en: "Let a task make further tasks when it knows what there is to do, and wait for them in the right place.",
    zh: "能让一个任务在知道要做什么之后再建新的任务，并且在合适的地方等它们。",
  },
  scenario: {
    version: 1,
    id: "nested-tasks",
    mode: "async",
    wait: { style: "gather" },
    tasks: [
      {
        name: "bobo",
        url: "http://127.0.0.1:5000/bobo",
        steps: [
          { kind: "io", ms: 500 },
          { kind: "spawn", task: "jay" },
          { kind: "spawn", task: "tom" },
          { kind: "join", task: "jay" },
          { kind: "join", task: "tom" },
        ],
      },
      { name: "jay", url: "http://127.0.0.1:5000/jay", steps: [{ kind: "io", ms: 1000 }] },
      { name: "tom", url: "http://127.0.0.1:5000/tom", steps: [{ kind: "io", ms: 1500 }] },
    ],
  },
  question: {
    about: "total",
    ask: {
      en: "`bobo` reads a list of pages ({wait bobo}), makes a task for each page on it, `jay` ({wait jay}) and `tom` ({wait tom}), and then awaits one after the other. How long does it all take?",
      zh: "`bobo` 先读列表页（{wait bobo}），给列表上的每个页面建一个任务：`jay`（{wait jay}）和 `tom`（{wait tom}），然后依次 `await` 它们。一共用多久？",
    },
    options: [1500, 2000, 3000],
  },
  steps: [
    {
      at: { event: "task_suspended", task: "bobo" },
      task: "bobo",
      zone: "hang",
      text: {
        en: "There is one [task](task) only. Nobody knows yet which pages are to come, so nothing can be asked for in advance.",
        zh: "现在只有一个[任务](task)。后面有哪些页面还不知道，所以没法提前请求。",
      },
    },
    {
      at: { event: "task_ready", task: "tom" },
      task: "bobo",
      zone: "queue",
      text: {
        en: "At {now} the list is here. `bobo` calls `asyncio.create_task` for each page: `jay` and `tom` stand in the [ready queue](ready-queue), and `bobo` still has the thread.",
        zh: "到 {now}，列表来了。`bobo` 给每个页面调用 `asyncio.create_task`：`jay` 和 `tom` 排进[就绪队列](ready-queue)，线程还在 `bobo` 手里。",
      },
    },
    {
      at: { event: "task_suspended", task: "bobo", nth: 2 },
      task: "bobo",
      zone: "hang",
      text: {
        en: "`await` on the task `jay` suspends `bobo` until that task has ended. Only now do `jay` and `tom` get the thread.",
        zh: "`bobo` 用 `await` 等任务 `jay`，自己挂起，等到它结束。`jay` 和 `tom` 这才拿到线程。",
      },
    },
    {
      at: { event: "request_sent", task: "tom", later_ms: 500 },
      task: "tom",
      zone: "outside",
      text: {
        en: "Both requests are under way, although `bobo` awaits only `jay` at the moment. A task runs by itself, awaited or not.",
        zh: "请求都在进行，尽管 `bobo` 此刻等的只是 `jay`。任务是自己运行的，有没有人等它都一样。",
      },
    },
    {
      at: { event: "task_suspended", task: "bobo", nth: 3 },
      task: "bobo",
      zone: "hang",
      text: {
        en: "`jay` ended at {time task_done jay}, and a turn later `bobo` goes on to its next `await`, for `tom`. That one has waited all along: only the rest of it is left.",
        zh: "`jay` 在 {time task_done jay}结束，下一轮 `bobo` 走到下一个 `await`，等 `tom`。`tom` 一直没停，只剩后半段了。",
      },
    },
    {
      at: "end",
      zone: "ended",
      text: {
        en: "{total}: the list, then the slower of its pages. One after the other it would have been {sum}.",
        zh: "一共 {total}：列表页，再加上更慢的那个页面。一个接一个地做，要 {sum}。",
      },
    },
  ],
  tries: [
    {
      label: { en: "Await right after creating", zh: "建一个就等一个" },
      change: (scenario) =>
        withTask(scenario, "bobo", {
          steps: [
            { kind: "io", ms: 500 },
            { kind: "spawn", task: "jay" },
            { kind: "join", task: "jay" },
            { kind: "spawn", task: "tom" },
            { kind: "join", task: "tom" },
          ],
        }),
      outcome: {
        en: "{total}: `tom` is made only when `jay` has ended. Tasks alone are not enough, they have to exist at the same time.",
        zh: "{total}：`jay` 结束之后才建 `tom`。光有任务还不够，它们得同时存在。",
      },
    },
    {
      label: { en: "Await the coroutines themselves", zh: "直接 `await` 协程" },
      change: (scenario) =>
        withTask(scenario, "bobo", {
          steps: [
            { kind: "io", ms: 500 },
            { kind: "call", task: "jay" },
            { kind: "call", task: "tom" },
          ],
        }),
      outcome: {
        en: "{total}, with one task: a [coroutine](coroutine) that is awaited directly runs inside `bobo`, and nothing runs beside it.",
        zh: "{total}，任务只有一个：直接 `await` 的[协程](coroutine)在 `bobo` 里面运行，旁边没有别的在运行。",
      },
    },
    {
      label: { en: "Do not wait for them", zh: "不等它们" },
      change: (scenario) =>
        withTask(scenario, "bobo", {
          steps: [
            { kind: "io", ms: 500 },
            { kind: "spawn", task: "jay" },
            { kind: "spawn", task: "tom" },
          ],
        }),
      outcome: {
        en: "{total}: `bobo` is done, the main program ends, and `asyncio.run` cancels what still runs. `jay` had begun its request and never sees the answer.",
        zh: "{total}：`bobo` 完成，主程序结束，`asyncio.run` 把还在运行的都取消。`jay` 的请求刚开始，响应永远看不到了。",
      },
    },
  ],
  takeaway: {
    en: "Make the tasks first, all of them, then await them. The order of the awaits hardly matters; that the tasks exist before the first of them does.",
    zh: "先把任务都建好，再去 `await`。按什么顺序等关系不大，关键是在第一个 `await` 之前，任务就都有了。",
  },
  exactly: [
    {
      en: "Keep a reference to each task that you make: the loop itself holds tasks only weakly, and a task that nobody holds may vanish before it ends.",
      zh: "建好的任务要存在变量里：循环对任务只有弱引用，没有谁留着的任务，可能还没结束就被回收。",
    },
    {
      en: "Awaiting a task that has already ended does not give up the thread: it goes straight on with the result.",
      zh: "`await` 一个已经结束的任务，并不会交出线程，拿到结果就直接往下走。",
    },
  ],
  teacher: {
    minutes: 10,
    ask: [
      {
        en: "At which line do `jay` and `tom` begin to run?",
        zh: "`jay` 和 `tom` 是从哪一行开始运行的？",
      },
      {
        en: "Does the total change if `bobo` awaits `tom` first?",
        zh: "`bobo` 先等 `tom` 的话，总耗时会变吗？",
      },
    ],
    mistakes: [
      {
        en: "“`await jay` starts `jay`.” It was started by `create_task`; `await` waits for it.",
        zh: "“`await jay` 才让 `jay` 开始。”让它开始的是 `create_task`，`await` 只是等它。",
      },
      {
        en: "“Children end with their parent.” They go on by themselves until the end of `asyncio.run`, which cancels what is left. Only a task group makes the parent wait for them.",
        zh: "“父任务结束，子任务也跟着结束。”它们会自己继续；到 `asyncio.run` 收尾时还没结束的，会被取消。只有任务组才会让父任务等它们。",
      },
    ],
  },
};
