import { crawlerScenario } from "../crawler-scenario.ts";
import type { Lesson } from "../lesson.ts";

/** The course's last program, against its server that takes two seconds for a page. */
export const crawler: Lesson = {
  objective: {
    en: "Read a whole asynchronous crawler, and say what each of its parts is for: three pages, one thread, and a callback that parses.",
    zh: "读懂一个完整的异步爬虫，说得出每一部分的用处：三个页面、一个线程、一个负责解析的回调。",
  },
  scenario: crawlerScenario,
  question: {
    about: "total",
    ask: {
      en: "{tasks} pages, and the server takes {wait bobo} for each. How long does the crawler take in all?",
      zh: "{tasks} 个页面，服务器处理每个都要 {wait bobo}。整个爬虫一共用多久？",
    },
    options: [2000, 4000, 6000],
  },
  steps: [
    {
      at: { event: "task_created", task: "tom" },
      zone: "queue",
      text: {
        en: "Before the loop starts, `ensure_future` has made a [task](task) of each [coroutine](coroutine). Nobody has asked for a page yet: all {tasks} stand in the [ready queue](ready-queue).",
        zh: "循环还没启动，`ensure_future` 已经把每个[协程](coroutine)包成了[任务](task)。这时还没有人请求页面，{tasks} 个任务都排在[就绪队列](ready-queue)里。",
      },
    },
    {
      at: { event: "task_suspended", task: "bobo" },
      task: "bobo",
      zone: "hang",
      text: {
        en: "`bobo` has asked for its page and reached `await`. It is [suspended](suspend): it lets go of the thread, and `jay` can begin.",
        zh: "`bobo` 发出请求，走到 `await`，于是[挂起](suspend)：它交出线程，`jay` 就能开始。",
      },
    },
    {
      at: { event: "task_suspended", task: "tom", later_ms: 1000 },
      zone: "outside",
      text: {
        en: "The server works on all {tasks} pages at once. On our side nobody runs: the one thread is free, and the waits overlap.",
        zh: "服务器在同时处理 {tasks} 个页面。我们这边没有任务在运行：唯一的线程空着，几段等待重叠在一起。",
      },
    },
    {
      at: { event: "callback_called", task: "bobo" },
      task: "bobo",
      zone: "callbacks",
      text: {
        en: "`bobo` ended at {time task_done bobo}. Its [done-callback](callback) was queued then, and runs now, in a later [turn](turn) of the loop. `t.result()` gives it the page, and `//img/@src` finds `{result bobo}` in it.",
        zh: "`bobo` 在 {time task_done bobo} 结束，它的[回调](callback)当时只是排进队列，到循环后面的[一轮](turn)才被调用。`t.result()` 取到页面，`//img/@src` 从里面找出 `{result bobo}`。",
      },
    },
    {
      at: "end",
      text: {
        en: "All is over after {total}. One after the other the same waits would have taken {sum}.",
        zh: "总共 {total}。同样的等待一个接一个地做，要 {sum}。",
      },
    },
  ],
  tries: [
    {
      label: { en: "A server with one thread", zh: "服务器只有一个线程" },
      change: (scenario) => ({ ...scenario, server: { workers: 1 } }),
      outcome: {
        en: "Our client still waits for all pages at once, but the server takes them one by one: {total}. Asynchronous code cannot make somebody else's server faster.",
        zh: "客户端仍然同时等着所有页面，可服务器一次只处理一个：{total}。异步代码没法让别人的服务器变快。",
      },
    },
    {
      label: { en: "`requests` inside the coroutine", zh: "在协程里用 `requests`" },
      change: (scenario) => ({
        ...scenario,
        tasks: scenario.tasks.map((task) => ({
          ...task,
          steps: [{ kind: "io", ms: 2000, how: "blocking" }],
        })),
      }),
      outcome: {
        en: "`requests.get` keeps the thread while it waits, so the loop stands still and the total is {total}. Look at the callbacks: every image comes at the end, for each callback waits behind the next blocking call.",
        zh: "`requests.get` 等待时一直占着线程，循环动不了，总耗时变成 {total}。再看回调：图片地址都拖到最后才打印，因为每个回调前面都挡着下一次阻塞调用。",
      },
    },
    {
      label: { en: "A pool of threads instead", zh: "换成线程池" },
      change: (scenario) => ({
        ...scenario,
        mode: "pool",
        workers: 3,
        dispatch: "single",
        collect: "as_done",
      }),
      outcome: {
        en: "The pool needs the same {total}, and {threads} threads for it: each worker is held by its request all the time.",
        zh: "线程池同样要 {total}，却用了 {threads} 个线程：每个工作线程都一直被自己的请求占着。",
      },
    },
  ],
  takeaway: {
    en: "A crawler mostly waits. If every wait gives the thread back, one thread is enough, and the slowest answer decides the total.",
    zh: "爬虫大部分时间都在等。只要每次等待都交出线程，一个线程就够用，总耗时由最慢的那个回应决定。",
  },
  exactly: [
    {
      en: "`async with await sess.get(url)` works, but the inner `await` is not needed: `async with sess.get(url)` waits by itself.",
      zh: "`async with await sess.get(url)` 能运行，不过里面的 `await` 可以省去：`async with sess.get(url)` 自己就会等。",
    },
    {
      en: "Each task opens a `ClientSession` of its own here, so no connection is ever shared. One session for the whole program is what aiohttp recommends.",
      zh: "这里每个任务各开一个 `ClientSession`，连接不会共用。aiohttp 的建议是整个程序共用一个 session。",
    },
  ],
  teacher: {
    minutes: 8,
    ask: [
      {
        en: "Which line would you change so that it takes {sum} again?",
        zh: "改哪一行，会让总耗时又变回 {sum}？",
      },
    ],
    mistakes: [
      {
        en: "“The callback runs at the very moment the task ends.” It is queued then.",
        zh: "“任务一结束，回调马上就执行。”其实那一刻它只是进了队列。",
      },
    ],
  },
};
