import { withSteps, withTask } from "../changes.ts";
import type { Lesson } from "../lesson.ts";

/** aiohttp and requests in one loop, and the words that aiohttp's requests need. */
export const twoClients: Lesson = {
  objective: {
    en: "Write a request with aiohttp, say what each `async` and `await` in it is for, and what changes when `requests` takes its place.",
    zh: "会用 aiohttp 写一个请求，说得出里面每个 `async` 和 `await` 的用处，也说得出换成 `requests` 会怎样。",
  },
  scenario: {
    version: 1,
    id: "two-clients",
    mode: "async",
    create: "before_loop",
    wait: { style: "wait" },
    tasks: [
      { name: "bobo", url: "http://127.0.0.1:5000/bobo", steps: [{ kind: "io", ms: 2000 }] },
      {
        name: "jay",
        url: "http://127.0.0.1:5000/jay",
        steps: [{ kind: "io", ms: 2000, how: "blocking" }],
      },
      { name: "tom", url: "http://127.0.0.1:5000/tom", steps: [{ kind: "io", ms: 2000 }] },
    ],
  },
  question: {
    about: "total",
    ask: {
      en: "`bobo` and `tom` make their requests with aiohttp, `jay` with `requests`. The server takes {wait bobo} for each page and can work on all of them at once. How long does it take?",
      zh: "`bobo` 和 `tom` 用 aiohttp 请求，`jay` 用 `requests`。服务器处理每个页面都要 {wait bobo}，几个请求可以同时处理。一共用多久？",
    },
    options: [2000, 4000, 6000],
  },
  steps: [
    {
      at: { event: "request_start", task: "bobo" },
      task: "bobo",
      text: {
        en: "`bobo` makes a request with aiohttp. We build it up step by step. First, a plain `with` will not do: closing a session may involve a wait, so aiohttp asks for `async with`.",
        zh: "`bobo` 用 aiohttp 发请求。它的写法我们一步一步来补全。首先，普通的 `with` 用不了：关闭会话可能要等，所以 aiohttp 要求写 `async with`。",
      },
      snippet: {
        code: "with aiohttp.ClientSession() as sess:\n    ...",
        outcome: "TypeError: Use async with instead",
      },
    },
    {
      at: { event: "task_suspended", task: "bobo" },
      task: "bobo",
      zone: "hang",
      text: {
        en: "The request needs `async with`, too. That is where the task waits for the answer: `bobo` is [suspended](suspend) here and lets go of the thread.",
        zh: "请求也要写 `async with`。任务正是在这里等响应：`bobo` [挂起](suspend)，交出线程。",
      },
      snippet: {
        code: "async with aiohttp.ClientSession() as sess:\n    with sess.get(url) as response:\n        ...",
        outcome: "TypeError: '_RequestContextManager' object does not support the context manager protocol",
      },
    },
    {
      at: { event: "request_start", task: "jay" },
      task: "jay",
      zone: "seats",
      text: {
        en: "`jay` calls `requests.get`. It waits for the answer and keeps the thread: [blocked](block). Nothing in `requests` can be awaited.",
        zh: "`jay` 调用 `requests.get`。它等响应的时候还占着线程：[阻塞](block)了。`requests` 里没有可以 `await` 的东西。",
      },
      snippet: {
        code: "response = await requests.get(url)",
        outcome: "TypeError: object Response can't be used in 'await' expression",
      },
    },
    {
      at: { event: "request_start", task: "jay", later_ms: 1000 },
      task: "bobo",
      zone: "outside",
      text: {
        en: "Look at the server: it works for `jay` only. The request of `bobo` has been prepared, but it leaves only when the loop looks at the network again, and the loop stands still.",
        zh: "看服务器：它只在替 `jay` 干活。`bobo` 的请求准备好了，可要等循环再去看网络时才会发出，而循环停住了。",
      },
    },
    {
      at: { event: "request_sent", task: "bobo" },
      task: "bobo",
      zone: "outside",
      text: {
        en: "At {now}, {between request_start bobo and request_sent bobo} late, the requests of `bobo` and `tom` go out. `get` takes `url`, `headers`, `params`; `post` takes `data` or `json`. `proxy` is one address, unlike in `requests`.",
        zh: "到 {now}，晚了 {between request_start bobo and request_sent bobo}，`bobo` 和 `tom` 的请求才发出。`get` 常用 `url`、`headers`、`params`，`post` 用 `data`、`json`；`proxy` 只写一个地址，和 `requests` 不同。",
      },
      snippet: {
        code: 'sess.get(url, headers=headers, params={"page": 1})\nsess.post(url, headers=headers, data={"name": "jay"})\nsess.get(url, proxy="http://127.0.0.1:8888")',
      },
    },
    {
      at: { event: "task_resumed", task: "bobo" },
      task: "bobo",
      zone: "seats",
      text: {
        en: "The answer is here; its body may still be on the way. So `text()` for a string, `read()` for bytes and `json()` for JSON data all have to be awaited.",
        zh: "响应到了，但正文可能还在路上。所以取字符串的 `text()`、取字节的 `read()`、取 JSON 数据的 `json()`，前面都要写 `await`。",
      },
      snippet: {
        code: "page = response.text()\nprint(page)",
        outcome:
          "<coroutine object ClientResponse.text at 0x7f9f18c1a180>\nRuntimeWarning: coroutine 'ClientResponse.text' was never awaited",
      },
    },
    {
      at: "end",
      zone: "ended",
      text: {
        en: "{total}: first `jay` waited alone, then the others together. The complete form is below.",
        zh: "一共 {total}：先是 `jay` 独自等，然后另外的一起等。完整的写法在下面。",
      },
      snippet: {
        code: "async with aiohttp.ClientSession() as sess:\n    async with sess.get(url) as response:\n        page = await response.text()",
      },
    },
  ],
  tries: [
    {
      label: { en: "aiohttp in all tasks", zh: "全都用 aiohttp" },
      change: (scenario) => withTask(scenario, "jay", { steps: [{ kind: "io", ms: 2000 }] }),
      outcome: {
        en: "{total}. All requests leave at {time request_sent tom}, and all waits overlap.",
        zh: "{total}。所有请求在 {time request_sent tom}就发出去了，等待全部重叠。",
      },
    },
    {
      label: { en: "`requests` in all tasks", zh: "全都用 `requests`" },
      change: (scenario) => withSteps(scenario, () => [{ kind: "io", ms: 2000, how: "blocking" }]),
      outcome: {
        en: "{total}: one request after the other, with an event loop that can do nothing about it.",
        zh: "{total}：一个请求接一个请求，事件循环在旁边也帮不上忙。",
      },
    },
    {
      label: { en: "`await requests.get(…)` in `jay`", zh: "`jay` 写 `await requests.get(…)`" },
      change: (scenario) =>
        withTask(scenario, "jay", { steps: [{ kind: "io", ms: 2000, how: "await_blocking" }] }),
      outcome: {
        en: "Still {total}, and `jay` fails: it has blocked all the while, and then its `Response` turns out not to be [awaitable](awaitable).",
        zh: "还是 {total}，而且 `jay` 出错：它先阻塞了那么久，最后才发现 `Response` 不是[可等待对象](awaitable)。",
      },
    },
  ],
  takeaway: {
    en: "A client for an event loop waits at `async with` and `await`, where it lets go of the thread. A client without them stops all tasks, and holds back even requests that others have already made.",
    zh: "为事件循环写的客户端，等待都发生在 `async with` 和 `await`，那里会交出线程。没有这些的客户端会让所有任务停下，连别人已经提出的请求也发不出去。",
  },
  exactly: [
    {
      en: "`async with await sess.get(url)`, as in the course, works. The `await` in it is not needed: `async with sess.get(url)` waits by itself.",
      zh: "课程里的 `async with await sess.get(url)` 能运行。里面的 `await` 可以省去：`async with sess.get(url)` 自己就会等。",
    },
    {
      en: "“Add `await` before every blocking operation.” More exactly: `response.text()` of aiohttp is made to be awaited. A call of `requests` is not, with or without `await`.",
      zh: "“在阻塞操作前加上 `await`。”更准确地说：aiohttp 的 `response.text()` 本来就是给 `await` 用的；`requests` 的调用不是，加不加 `await` 都会阻塞。",
    },
    {
      en: "How late a prepared request leaves is simplified here to one turn of the loop. A real new connection needs several turns; one that is kept alive sends at once.",
      zh: "准备好的请求要过多久才发出，这里简化成了循环的一轮。真实的新连接要好几轮；如果沿用之前的连接，就马上发出。",
    },
    {
      en: "The messages are those of CPython 3.11. Later versions may word them differently.",
      zh: "这些报错信息取自 CPython 3.11，以后的版本措辞可能不同。",
    },
  ],
  teacher: {
    minutes: 15,
    ask: [
      {
        en: "Which words does the plain sketch lack, and what does Python say about each?",
        zh: "只写了架子的那段代码少了哪些词？每少一个，Python 会说什么？",
      },
      {
        en: "When does the server hear of `bobo`, and why so late?",
        zh: "服务器什么时候才知道 `bobo` 的请求？为什么这么晚？",
      },
      {
        en: "Which of `text()`, `read()` and `json()` do you need for an image?",
        zh: "要下载图片，`text()`、`read()`、`json()` 该用哪个？",
      },
    ],
    mistakes: [
      {
        en: "“`requests` in a coroutine is asynchronous, since the function is.” The call decides, not the function around it.",
        zh: "“写在协程里的 `requests` 就是异步的。”看的是调用本身，不是外面的函数。",
      },
      {
        en: "“The proxy is a dictionary, as in `requests`.” In aiohttp it is `proxy=` with one address.",
        zh: "“代理像 `requests` 那样写字典。”aiohttp 里写 `proxy=`，后面是一个地址。",
      },
      {
        en: "“`response.text` is the page, as in `requests`.” In aiohttp `text()` is a method, and has to be awaited: `await response.text()`.",
        zh: "“`response.text` 就是网页内容，和 `requests` 一样。”aiohttp 的 `text()` 是方法，还要等它：`await response.text()`。",
      },
    ],
  },
};
