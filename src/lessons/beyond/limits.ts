import { without } from "../changes.ts";
import type { Lesson } from "../lesson.ts";

/** A semaphore around the bodies: only so many at a time. */
export const limits: Lesson = {
  objective: {
    en: "Hold back tasks so that only so many requests are under way at a time, and say where the others wait and what that costs.",
    zh: "会限制同时进行的请求个数，说得出其余的任务在哪里等、代价是多少。",
  },
  scenario: {
    version: 1,
    id: "limits",
    mode: "async",
    limit: { tasks: 2 },
    wait: { style: "gather" },
    tasks: [
      ["bobo", 1000],
      ["jay", 500],
      ["tom", 1000],
      ["dan", 1000],
      ["eve", 500],
    ].map(([name, ms]) => ({
      name: `${name}`,
      url: `http://127.0.0.1:5000/${name}`,
      steps: [{ kind: "io", ms: Number(ms) }],
    })),
  },
  question: {
    about: "task",
    ask: {
      en: "`asyncio.Semaphore({set limit.tasks})` lets {set limit.tasks} tasks through: `bobo` ({wait bobo}) and `jay` ({wait jay}). `tom`, `dan` and `eve` wait for a place, `eve` being the quickest of them. Who begins next?",
      zh: "`asyncio.Semaphore({set limit.tasks})` 放行了 {set limit.tasks} 个任务：`bobo`（{wait bobo}）和 `jay`（{wait jay}）。`tom`、`dan`、`eve` 在等名额，其中 `eve` 最快。接下来轮到谁发请求？",
    },
    after: { event: "request_start", task: "jay" },
    event: "request_start",
    options: ["tom", "dan", "eve"],
  },
  steps: [
    {
      at: { event: "request_start", task: "jay" },
      task: "jay",
      text: {
        en: "`bobo` and `jay` have taken the {set limit.tasks} places of the [semaphore](semaphore) and make their requests.",
        zh: "[信号量](semaphore)的 {set limit.tasks} 个名额被 `bobo` 和 `jay` 拿走了，它们提出了请求。",
      },
    },
    {
      at: { event: "task_suspended", task: "eve" },
      zone: "hang",
      text: {
        en: "`tom`, `dan` and `eve` find no place and are [suspended](suspend) in `async with limit`. They hold no thread, and the server does not know of them yet.",
        zh: "`tom`、`dan`、`eve` 没有名额，[挂起](suspend)在 `async with limit`。它们不占线程，服务器也还不知道它们。",
      },
    },
    {
      at: { event: "task_done", task: "jay" },
      task: "tom",
      zone: "queue",
      text: {
        en: "At {now} `jay` ends and gives its place to whoever has waited longest: `tom`. How quick a task would be does not count.",
        zh: "到 {now}，`jay` 结束，把名额让给等得最久的 `tom`。谁快谁慢并不考虑。",
      },
    },
    {
      at: { event: "request_start", task: "tom" },
      task: "tom",
      text: {
        en: "`tom` got the place in turn {turn task_done jay} and runs in turn {turn request_start tom}. Nobody can overtake it.",
        zh: "第 {turn task_done jay} 轮，名额归了 `tom`；第 {turn request_start tom} 轮，它才运行。中间谁也插不了队。",
      },
    },
    {
      at: { event: "request_start", task: "eve" },
      task: "eve",
      zone: "outside",
      text: {
        en: "`eve`, the quickest of those who waited, begins only at {now}. It came last, so it is served last.",
        zh: "等着的几个里 `eve` 最快，却到 {now}才开始：它来得最晚，就轮得最晚。",
      },
    },
    {
      at: "end",
      zone: "ended",
      text: {
        en: "{total} in all, with no more than {requests} requests under way at any time. Without the semaphore it would be over sooner; the server would have had all {tasks} at once.",
        zh: "一共 {total}，同时进行的请求从来不超过 {requests} 个。没有信号量会更快结束，可服务器就要同时应付 {tasks} 个请求。",
      },
    },
  ],
  tries: [
    {
      label: { en: "No limit", zh: "不限制" },
      change: (scenario) => without(scenario, "limit"),
      outcome: {
        en: "{total}: every request is sent at once. For few requests that is right; very many can be too much for a server.",
        zh: "{total}：请求一次全部发出。请求不多时没问题，太多了服务器会应付不过来。",
      },
    },
    {
      label: { en: "`Semaphore(1)`", zh: "`Semaphore(1)`" },
      change: (scenario) => ({ ...scenario, limit: { tasks: 1 } }),
      outcome: {
        en: "{total}: one place makes everything go one after the other, {sum} in all, event loop or not.",
        zh: "{total}：只有一个名额，就变成一个接一个，加起来正好 {sum}，有没有事件循环都一样。",
      },
    },
    {
      label: { en: "Limit the connections instead", zh: "改为限制连接数" },
      change: (scenario) => ({ ...scenario, limit: { connections: 2 } }),
      outcome: {
        en: "The same {total}, but now all bodies begin at once and wait inside, for a connection: that is `TCPConnector(limit=…)` of one shared `ClientSession`.",
        zh: "同样是 {total}，不过函数体全都先开始了，是在里面等连接：这就是共用一个 `ClientSession` 时的 `TCPConnector(limit=…)`。",
      },
    },
  ],
  takeaway: {
    en: "A semaphore lets so many tasks through and suspends the others, first come first served. It protects the server, and costs time.",
    zh: "信号量只放行规定个数的任务，其余的挂起，先来先得。它保护了服务器，代价是时间。",
  },
  exactly: [
    {
      en: "A limit on connections works only for tasks that share one `ClientSession`. In the course every task has its own, so no such limit could ever be reached.",
      zh: "连接数的上限，只对共用一个 `ClientSession` 的任务起作用。课程里每个任务各有一个，所以这样的上限永远碰不到。",
    },
    {
      en: "A shared aiohttp session has a limit even if you set none: `limit=100` by default.",
      zh: "共用的 aiohttp session 就算你不设，也有上限：默认 `limit=100`。",
    },
    {
      en: "The place goes to the next in line at the moment of the release, and the task runs one turn later.",
      zh: "名额在让出的那一刻就归了队里的下一个，不过它要到下一轮才运行。",
    },
  ],
  teacher: {
    minutes: 10,
    ask: [
      {
        en: "Where do `tom`, `dan` and `eve` wait: in the ready queue or somewhere else?",
        zh: "`tom`、`dan`、`eve` 在哪里等？是在就绪队列里吗？",
      },
      {
        en: "Would the total be shorter if the slow ones came first?",
        zh: "如果慢的排在前面，总耗时会变短吗？",
      },
    ],
    mistakes: [
      {
        en: "“A semaphore is a pool of threads.” There is one thread; what is limited is the number of bodies under way.",
        zh: "“信号量就是线程池。”线程只有一个，限制的是同时进行的函数体。",
      },
      {
        en: "“The quickest gets the place.” Whoever has waited longest gets it.",
        zh: "“名额给最快的。”给的是等得最久的。",
      },
    ],
  },
};
