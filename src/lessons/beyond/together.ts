import type { Lesson } from "../lesson.ts";

/** Several tasks, one of which fails: what gather does, and what others do. */
export const together: Lesson = {
  objective: {
    en: "Choose between `gather`, `wait`, `as_completed` and a task group by what should happen to the others when one task fails.",
    zh: "能按“一个任务出错，其余的怎么办”，在 `gather`、`wait`、`as_completed` 和任务组之间选择。",
  },
  scenario: {
    version: 1,
    id: "together",
    mode: "async",
    // biome-ignore lint/suspicious/noThenProperty: a field of the format
    wait: { style: "gather", then: "wait_rest" },
    tasks: [
      { name: "bobo", url: "/bobo", steps: [{ kind: "sleep", ms: 1000 }] },
      {
        name: "jay",
        url: "/jay",
        steps: [
          { kind: "sleep", ms: 500 },
          { kind: "fail", error: "no page" },
        ],
      },
      { name: "tom", url: "/tom", steps: [{ kind: "sleep", ms: 1500 }] },
    ],
  },
  question: {
    about: "total",
    ask: {
      en: "`await asyncio.gather(…)` waits for `bobo` ({wait bobo}), `jay` and `tom` ({wait tom}). `jay` fails after {wait jay}. The program catches the error, then waits for whatever still runs. When is it over?",
      zh: "`await asyncio.gather(…)` 在等 `bobo`（{wait bobo}）、`jay` 和 `tom`（{wait tom}）。`jay` 在 {wait jay}之后出错。程序接住异常，再等还在运行的任务。什么时候结束？",
    },
    options: [500, 1000, 1500],
  },
  steps: [
    {
      at: { event: "task_suspended", task: "tom" },
      zone: "hang",
      text: {
        en: "All {tasks} [tasks](task) wait, and so does the main program, in `gather`. It wants all their results.",
        zh: "{tasks} 个[任务](task)都在等，主程序也在等：它在 `gather` 里等全部结果。",
      },
    },
    {
      at: { event: "task_failed", task: "jay" },
      task: "jay",
      zone: "ended",
      text: {
        en: "At {now} `jay` raises `{error jay}`. The exception ends this task and is kept in it; nobody else has noticed yet.",
        zh: "到 {now}，`jay` 抛出 `{error jay}`。异常结束了这个任务，存在任务里，别人还不知道。",
      },
    },
    {
      at: { event: "wait_returned", task: "main" },
      task: "bobo",
      text: {
        en: "`gather` hands the first exception to the main program at once, still at {now}. It does not wait for the others, and it does not cancel them.",
        zh: "还是 {now}，`gather` 马上把第一个异常交给主程序。它不再等别的任务，但也不取消它们。",
      },
    },
    {
      at: { event: "task_done", task: "bobo" },
      task: "bobo",
      zone: "ended",
      text: {
        en: "`bobo` is done at {now}, as if nothing had happened. Its result would be lost if nobody kept the task.",
        zh: "`bobo` 在 {now}正常完成。要是没有谁留着这个任务，它的结果就丢了。",
      },
    },
    {
      at: { event: "task_done", task: "tom" },
      task: "tom",
      zone: "ended",
      text: {
        en: "`tom` follows at {now}. The program has waited for it only because it waits once more after catching the error.",
        zh: "`tom` 在 {now}完成。程序会等它，只是因为接住异常之后又写了一次等待。",
      },
    },
    {
      at: "end",
      text: {
        en: "{total} in all: a result from `bobo`, one from `tom`, and an error that was known since {time task_failed jay}.",
        zh: "一共 {total}：`bobo` 和 `tom` 有结果，`jay` 的异常早在 {time task_failed jay}就知道了。",
      },
      zone: "ended",
    },
  ],
  tries: [
    {
      label: { en: "A task group", zh: "换成任务组" },
      change: (scenario) => ({ ...scenario, wait: { style: "group" } }),
      outcome: {
        en: "{total}: when `jay` fails, the group cancels `bobo` and `tom`, waits until they have stopped, and raises. Then no task of the group still runs.",
        zh: "{total}：`jay` 一出错，任务组就取消 `bobo` 和 `tom`，等它们停下，再抛出异常。那时组里已经没有还在运行的任务。",
      },
    },
    {
      label: { en: "`asyncio.wait`", zh: "换成 `asyncio.wait`" },
      change: (scenario) => ({ ...scenario, wait: { style: "wait" } }),
      outcome: {
        en: "{total}, and no error is raised anywhere. `wait` returns when all have ended; whoever does not ask `jay` for its result never learns of `{error jay}` here.",
        zh: "{total}，哪里都没有抛出异常。`wait` 等到全部结束才返回；不去取 `jay` 的结果，就不会知道 `{error jay}`。",
      },
    },
    {
      label: { en: "`return_exceptions=True`", zh: "`return_exceptions=True`" },
      change: (scenario) => ({ ...scenario, wait: { style: "gather", collect_errors: true } }),
      outcome: {
        en: "{total}: `gather` waits for all, and the exception of `jay` stands in the list of results, in its place.",
        zh: "{total}：`gather` 等到全部结束，`jay` 的异常就放在结果列表里它的位置上。",
      },
    },
    {
      label: { en: "`as_completed`", zh: "换成 `as_completed`" },
      change: (scenario) => ({ ...scenario, wait: { style: "as_completed", collect_errors: true } }),
      outcome: {
        en: "{total}. Whoever ends first comes first: here `jay`, at {time result_received main}. Its error is raised when that result is taken, and is caught there; the others follow.",
        zh: "{total}。谁先结束就先取谁的：这里是 `jay`，在 {time result_received main}。取它的结果时抛出异常，就在那里接住，其余的照样取。",
      },
    },
  ],
  takeaway: {
    en: "`gather` reports the first error and lets the others run; `wait` reports none; a task group cancels the others. Choose by what you want to happen then.",
    zh: "`gather` 报告第一个异常，其余的继续；`wait` 什么都不报告；任务组取消其余的。按你想要的结果来选。",
  },
  exactly: [
    {
      en: "With the course's `asyncio.wait` the program does not notice that a task has failed: the total is printed as if all were well.",
      zh: "课程用的是 `asyncio.wait`，任务出错时程序并不知道：总耗时照样打印，像没事一样。",
    },
    {
      en: "If nobody ever asks a failed task for its result, Python logs `Task exception was never retrieved` when the task is destroyed.",
      zh: "出错的任务如果一直没人取结果，等它被销毁时，Python 会在日志里写 `Task exception was never retrieved`。",
    },
    {
      en: "At the end of `asyncio.run` whatever still runs is cancelled. “The others go on” holds only as long as the main program does.",
      zh: "`asyncio.run` 结束时，还在运行的都会被取消。所谓“其余的继续”，只到主程序结束为止。",
    },
    {
      en: "`asyncio.TaskGroup` exists from Python 3.11 on, and raises an `ExceptionGroup`.",
      zh: "`asyncio.TaskGroup` 从 Python 3.11 开始有，抛出的是 `ExceptionGroup`。",
    },
  ],
  teacher: {
    minutes: 12,
    ask: [
      {
        en: "When does the main program learn of the error, in each of these ways?",
        zh: "用这几种写法，主程序各在什么时候知道出错了？",
      },
      {
        en: "Which of them would you take for a crawler, and which for a booking with payment?",
        zh: "写爬虫你会选哪一种？写订票付款呢？",
      },
    ],
    mistakes: [
      {
        en: "“`gather` cancels the rest.” It does not; only when `gather` itself is cancelled does it pass that on.",
        zh: "“`gather` 会取消其余的任务。”不会；只有 `gather` 自己被取消，才会传给它们。",
      },
      {
        en: "“Results come in the order in which tasks end.” From `gather` they come in the order of its arguments.",
        zh: "“结果按任务结束的先后排列。”`gather` 的结果按参数的顺序排列。",
      },
    ],
  },
};
