import { without } from "../changes.ts";
import type { Lesson } from "../lesson.ts";

/** The server takes fewer requests at a time than the client sends. */
export const busyServer: Lesson = {
  objective: {
    en: "Recognise from a run that the server is what holds it up, and say why no change of the client helps.",
    zh: "能从一次运行里看出拖慢它的是服务器，说得出为什么客户端怎么改都没用。",
  },
  scenario: {
    version: 1,
    id: "busy-server",
    mode: "async",
    workers: 4,
    server: { workers: 2 },
    wait: { style: "gather" },
    tasks: [
      ["bobo", 1000],
      ["jay", 1500],
      ["tom", 1000],
      ["dan", 1000],
    ].map(([name, ms]) => ({
      name: `${name}`,
      url: `http://127.0.0.1:5000/${name}`,
      steps: [{ kind: "io", ms: Number(ms) }],
    })),
  },
  question: {
    about: "total",
    ask: {
      en: "{tasks} requests leave at once. The server has {set server.workers} threads; `jay` needs {wait jay} there, each of the others {wait bobo}. When is the last one answered?",
      zh: "{tasks} 个请求同时发出。服务器有 {set server.workers} 个线程；`jay` 在那里要 {wait jay}，其余的各要 {wait bobo}。最后一个什么时候得到响应？",
    },
    options: [1500, 2000, 2500, 4500],
  },
  steps: [
    {
      at: { event: "request_sent", task: "dan" },
      zone: "outside",
      text: {
        en: "In turn {turn request_sent dan} all {tasks} requests have left. Our side has done all that it can.",
        zh: "第 {turn request_sent dan} 轮，{tasks} 个请求都发出去了。我们这边能做的都做了。",
      },
    },
    {
      at: { event: "request_sent", task: "dan", later_ms: 500 },
      task: "tom",
      zone: "outside",
      text: {
        en: "The server works on `bobo` and `jay`. `tom` and `dan` stand in a queue over there: they are sent, but nobody works on them.",
        zh: "服务器在处理 `bobo` 和 `jay`。`tom` 和 `dan` 在那边排队：请求到了，可没有谁在处理。",
      },
    },
    {
      at: { event: "server_start", task: "tom" },
      task: "tom",
      zone: "outside",
      text: {
        en: "At {now} the answer for `bobo` is out, and the thread of the server that has become free takes `tom`.",
        zh: "到 {now}，`bobo` 有了响应，服务器空出来的线程接着处理 `tom`。",
      },
    },
    {
      at: { event: "task_suspended", task: "main", later_ms: 1200 },
      zone: "hang",
      text: {
        en: "On our side the thread is free the whole time. Every task that is not done is [suspended](suspend): this looks like any other wait, only longer.",
        zh: "我们这边的线程一直空着，没做完的任务都[挂起](suspend)了。看上去和普通的等待一样，只是更长。",
      },
    },
    {
      at: { event: "task_done", task: "tom" },
      task: "tom",
      zone: "ended",
      text: {
        en: "`tom` is done at {now}, although the server works on its page for only {wait tom}. The rest was the queue.",
        zh: "`tom` 到 {now}才完成，可服务器处理它的页面只用 {wait tom}，其余的时间都在排队。",
      },
    },
    {
      at: "end",
      zone: "ended",
      text: {
        en: "{total} in all. The client holds back nothing; {set server.workers} threads over there have to get through {sum} of work.",
        zh: "一共 {total}。客户端没有耽误什么：那边 {set server.workers} 个线程要做完 {sum}的活。",
      },
    },
  ],
  tries: [
    {
      label: { en: "A pool of threads as the client", zh: "客户端换成线程池" },
      change: (scenario) => ({ ...scenario, mode: "pool", dispatch: "single" }),
      outcome: {
        en: "{total} as before, with {set workers} workers that all wait: the mode of the client makes no difference.",
        zh: "还是 {total}，而且 {set workers} 个工作线程都在等：客户端用什么模式都一样。",
      },
    },
    {
      label: { en: "A semaphore of `2` in the client", zh: "客户端用信号量限制为 `2`" },
      change: (scenario) => ({ ...scenario, limit: { tasks: 2 } }),
      outcome: {
        en: "Still {total}, but the queue is on our side now, and the server never has more than {requests} requests at a time. Here that costs no time.",
        zh: "还是 {total}，不过队伍排在了我们这边，服务器手上同时最多只有 {requests} 个请求。这里并不多花时间。",
      },
    },
    {
      label: { en: "A server with one thread", zh: "服务器只有一个线程" },
      change: (scenario) => ({ ...scenario, server: { workers: 1 } }),
      outcome: {
        en: "{total}: all the work of the server, one page after the other. The client is as asynchronous as before.",
        zh: "{total}：服务器一页一页地做完所有的活。客户端还和刚才一样是异步的。",
      },
    },
    {
      label: { en: "A server with room for all", zh: "服务器能同时处理所有请求" },
      change: (scenario) => without(scenario, "server"),
      outcome: {
        en: "{total}: the longest request decides, as long as the server really can.",
        zh: "{total}：由最慢的请求决定，前提是服务器真的应付得过来。",
      },
    },
  ],
  takeaway: {
    en: "Whoever can do the least at a time decides the total. When that is the server, more threads or tasks in the client only make its queue longer.",
    zh: "总耗时由最忙不过来的那一方决定。如果那是服务器，客户端再多的线程或任务，只会让那边的队伍更长。",
  },
  exactly: [
    {
      en: "Flask's `app.run()` starts a thread for every request by default, so at the course's server no request has to queue. Servers in production usually have a fixed number of workers.",
      zh: "Flask 的 `app.run()` 默认给每个请求开一个线程，所以课程里的服务器不会让请求排队。正式上线的服务器，工作线程或进程的个数通常是固定的。",
    },
    {
      en: "A server that computes becomes slower for all when more requests come. Here each request takes as long as it would alone.",
      zh: "如果服务器要计算，请求一多，每个都会变慢。这里假定每个请求要的时间和单独处理时一样。",
    },
  ],
  teacher: {
    minutes: 8,
    ask: [
      {
        en: "How can you tell from the client alone that the server is what holds it up?",
        zh: "只看客户端，怎么判断是服务器忙不过来？",
      },
      {
        en: "When would more threads in the server not help, either?",
        zh: "什么时候给服务器多开线程也没用？",
      },
    ],
    mistakes: [
      {
        en: "“Asynchronous code makes the requests faster.” It makes waits overlap; how long each takes is up to the server.",
        zh: "“异步代码让请求变快。”它让等待重叠；每个请求要多久，由服务器决定。",
      },
      {
        en: "“A request that has been sent is being worked on.” It may stand in a queue.",
        zh: "“请求发出去了，服务器就在处理。”它可能还在排队。",
      },
    ],
  },
};
