import { withSteps } from "../changes.ts";
import { crawlerScenario } from "../crawler-scenario.ts";
import type { Lesson } from "../lesson.ts";

/** The course's last program, against its server that takes two seconds for a page. */
export const crawler: Lesson = {
  objective: {
    en: "Read a whole asynchronous crawler, say what each of its parts is for, and compare it with a crawler that does the same one page at a time or with a thread pool.",
    zh: "读懂一个完整的异步爬虫，说得出每一部分的用处，并且拿它和一页一页抓、用线程池抓的做法比较。",
  },
  scenario: crawlerScenario,
  question: {
    about: "total",
    ask: {
      en: "{tasks} pages of a server that takes {wait bobo} for each and has a thread for every request. How long does the crawler take in all?",
      zh: "{tasks} 个页面，服务器处理每个都要 {wait bobo}，每个请求都有线程处理。整个爬虫一共用多久？",
    },
    options: [2000, 4000, 6000],
  },
  steps: [
    {
      at: { event: "task_ready", task: "tom" },
      zone: "queue",
      text: {
        en: "The server has the routes `/bobo`, `/jay` and `/tom`, which are slow, and `/main`, which answers at once. For each slow page there is a [task](task); all {tasks} stand in the [ready queue](ready-queue), and no request has been made yet.",
        zh: "服务器的路由 `/bobo`、`/jay`、`/tom` 都很慢，`/main` 马上就答。每个慢页面建了一个[任务](task)，{tasks} 个都在[就绪队列](ready-queue)里，还没有人发请求。",
      },
    },
    {
      at: { event: "task_suspended", task: "bobo" },
      task: "bobo",
      zone: "hang",
      text: {
        en: "`bobo` makes its request and reaches `async with`: it is [suspended](suspend) and lets go of the thread, so `jay` can begin. Headers are passed as a dictionary.",
        zh: "`bobo` 提出请求，走到 `async with` 就[挂起](suspend)，交出线程，`jay` 接着开始。请求头用字典传进去。",
      },
      snippet: {
        code: 'headers = {"User-Agent": "Mozilla/5.0"}\nasync with sess.get(url, headers=headers) as response:\n    ...',
      },
    },
    {
      at: { event: "request_sent", task: "tom" },
      zone: "outside",
      text: {
        en: "All tasks have let go, so the loop can look at the network: in turn {turn request_sent tom} all requests leave.",
        zh: "任务都交出了线程，循环才去看网络：第 {turn request_sent tom} 轮，请求全部发出。",
      },
    },
    {
      at: { event: "request_sent", task: "tom", later_ms: 1000 },
      zone: "outside",
      text: {
        en: "The server works on {tasks} pages at once. On our side nobody runs: the one thread is free, and the waits overlap.",
        zh: "服务器在同时处理 {tasks} 个页面。我们这边没有任务在运行：唯一的线程空着，几段等待重叠在一起。",
      },
    },
    {
      at: { event: "callback_called", task: "bobo" },
      task: "bobo",
      zone: "callbacks",
      text: {
        en: "`bobo` ended at {time task_done bobo}, in turn {turn task_done bobo}. Its [callback](callback) `parse` was queued then and is called in turn {turn callback_called bobo}. `t.result()` gives it the page, and the XPath finds `{result bobo}`.",
        zh: "`bobo` 在 {time task_done bobo}、第 {turn task_done bobo} 轮结束，[回调](callback) `parse` 当时排进队列，第 {turn callback_called bobo} 轮被调用。`t.result()` 取到页面，XPath 找出 `{result bobo}`。",
      },
      snippet: {
        code: 'def parse(t):\n    tree = etree.HTML(t.result())\n    print(tree.xpath("//img/@src")[0])',
        outcome: "/static/bobo.png",
      },
    },
    {
      at: "end",
      zone: "ended",
      text: {
        en: "{total} in all; one page at a time would have taken {sum}. Switch from “Simulated” to “Live” in the header and run it: your browser then sends real requests to a server inside this page.",
        zh: "一共 {total}；一页一页地抓，要 {sum}。把页面顶部的“模拟”换成“真实运行”再跑：你的浏览器会真的发出请求，服务器就在这个页面里。",
      },
    },
  ],
  tries: [
    {
      label: { en: "One page at a time", zh: "一页一页地抓" },
      change: (scenario) => ({ ...scenario, mode: "sync" }),
      outcome: {
        en: "{total}. The same requests with `requests.get`, one after the other: the thread is held by every wait.",
        zh: "{total}。同样的请求用 `requests.get` 一个接一个地发，每次等待都占着线程。",
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
        en: "The pool needs the same {total}, and {set workers} workers for it: each is held by its request all the time.",
        zh: "线程池同样要 {total}，却用了 {set workers} 个工作线程：每个都一直被自己的请求占着。",
      },
    },
    {
      label: { en: "A server with one thread", zh: "服务器只有一个线程" },
      change: (scenario) => ({ ...scenario, server: { workers: 1 } }),
      outcome: {
        en: "Our client still asks for all pages at once, but the server takes them one by one: {total}. Asynchronous code cannot make somebody else's server faster.",
        zh: "客户端还是同时请求所有页面，可服务器一次只处理一个：{total}。异步代码没法让别人的服务器变快。",
      },
    },
    {
      label: { en: "`requests` inside the coroutine", zh: "在协程里用 `requests`" },
      change: (scenario) => withSteps(scenario, () => [{ kind: "io", ms: 2000, how: "blocking" }]),
      outcome: {
        en: "{total}: `requests.get` holds the thread while it waits, so the loop stands still. Look at the callbacks: the first image is printed only at {time callback_called bobo}, for the callbacks queue behind the next blocking calls.",
        zh: "{total}：`requests.get` 等待时占着线程，循环动不了。再看回调：第一个图片地址到 {time callback_called bobo}才打印，因为回调排在后面几次阻塞的调用之后。",
      },
    },
  ],
  takeaway: {
    en: "A crawler mostly waits. If every wait gives the thread back, one thread is enough, and the slowest answer decides the total.",
    zh: "爬虫大部分时间都在等。只要每次等待都交出线程，一个线程就够用，总耗时由最慢的那个响应决定。",
  },
  exactly: [
    {
      en: "`async with await sess.get(url)` works, but the inner `await` is not needed: `async with sess.get(url)` waits by itself.",
      zh: "`async with await sess.get(url)` 能运行，不过里面的 `await` 可以省去：`async with sess.get(url)` 自己就会等。",
    },
    {
      en: "Each task opens a `ClientSession` of its own here, so connections are never shared, nor is a limit on their number. aiohttp recommends one session for the whole program.",
      zh: "这里每个任务各开一个 `ClientSession`，连接不会共用，连接数的上限也管不到一起。aiohttp 建议整个程序共用一个 session。",
    },
    {
      en: "Flask's `app.run()` has a thread for every request by default. With `threaded=False` it is the server with one thread of the change above.",
      zh: "Flask 的 `app.run()` 默认给每个请求一个线程。写上 `threaded=False`，就是上面那个“服务器只有一个线程”。",
    },
    {
      en: "An error in a callback is only logged. With no server at all the program still prints its total and ends as if all were well, for `asyncio.wait` raises nothing.",
      zh: "回调里的异常只会记进日志。就算服务器根本没开，程序也照样打印总耗时，像没事一样结束，因为 `asyncio.wait` 不抛出异常。",
    },
    {
      en: "Live, the browser plays the part of Python: its own loop, its own `fetch`. What is measured are real requests and real waits, not CPython.",
      zh: "“真实运行”时，浏览器扮演 Python 的角色：循环和 `fetch` 都是它自己的。测出来的是真实的请求和等待，不是 CPython。",
    },
  ],
  teacher: {
    minutes: 15,
    ask: [
      {
        en: "Which single change brings the total back to {sum}? Find more than one.",
        zh: "改动哪一处，会让总耗时又变回 {sum}？不止一个答案。",
      },
      {
        en: "What would change if `/jay` took longer than the others?",
        zh: "如果 `/jay` 比别的页面慢，会有什么变化？",
      },
      {
        en: "Half-way through the run, who is waiting: which threads, of which program?",
        zh: "运行到一半的时候，谁在等？哪个程序的哪个线程？",
      },
    ],
    mistakes: [
      {
        en: "“The callback runs at the very moment the task ends.” It is queued then.",
        zh: "“任务一结束，回调马上就执行。”其实那一刻它只是进了队列。",
      },
      {
        en: "“Asynchronous requests make the server answer sooner.” Each answer takes as long as before; the waits overlap.",
        zh: "“异步请求能让服务器答得更快。”每个响应要的时间没变，只是等待重叠了。",
      },
    ],
  },
};
