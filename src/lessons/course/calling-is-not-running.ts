import { withTask } from "../changes.ts";
import type { Lesson } from "../lesson.ts";

/** What the call of a coroutine function does: it makes an object, and runs nothing. */
export const callingIsNotRunning: Lesson = {
  objective: {
    en: "Say what you get when you call an `async def` function, and what it takes to make its body run.",
    zh: "说得出调用一个 `async def` 函数得到的是什么，怎样才能让函数体运行起来。",
  },
  scenario: {
    version: 1,
    id: "calling-is-not-running",
    mode: "async",
    create: "before_loop",
    wait: { style: "only", task: "bobo" },
    tasks: [
      {
        name: "bobo",
        url: "http://127.0.0.1:5000/bobo",
        steps: [
          { kind: "call", task: "jay", how: "no_await" },
          { kind: "io", ms: 2000 },
        ],
      },
      { name: "jay", url: "http://127.0.0.1:5000/jay", steps: [{ kind: "io", ms: 2000 }] },
    ],
  },
  question: {
    about: "line",
    ask: {
      en: "The body of `bobo` calls `get_request_jay(…)`, whose first line prints `begin jay`, and does not `await` it. Which line does the program print next?",
      zh: "`bobo` 的函数体调用了 `get_request_jay(…)`，没有写 `await`；那个函数的第一行就是打印 `begin jay`。程序接下来打印的是哪一行？",
    },
    after: { event: "never_awaited", task: "bobo" },
    options: ["begin jay", "end jay", "end bobo"],
  },
  steps: [
    {
      at: { event: "coroutine_created", task: "bobo" },
      task: "bobo",
      text: {
        en: "`get_request_bobo(…)` has been called, and the console is empty. Calling a [coroutine function](coroutine-function) runs not a line of it. You get a [coroutine](coroutine): an object that can be run later.",
        zh: "`get_request_bobo(…)` 已经调用过了，输出还是空的。调用[协程函数](coroutine-function)，函数体一行也不运行，只得到一个[协程](coroutine)对象，留着以后运行。",
      },
    },
    {
      at: { event: "task_ready", task: "bobo" },
      task: "bobo",
      zone: "queue",
      text: {
        en: "`create_task` makes a [task](task) of the coroutine. Its first step stands in the queue; still nothing has run.",
        zh: "`create_task` 把协程包成[任务](task)。任务的第一步排进了队列，但还是什么都没运行。",
      },
    },
    {
      at: { event: "print", task: "bobo" },
      task: "bobo",
      zone: "seats",
      text: {
        en: "Only now, with the loop running, does the first line of the body run: `begin bobo`.",
        zh: "循环转起来以后，函数体的第一行才真正运行，打印出 `begin bobo`。",
      },
    },
    {
      at: { event: "never_awaited", task: "bobo" },
      task: "bobo",
      text: {
        en: "The body calls `get_request_jay(…)` like an ordinary function. Again that only makes a coroutine. Nobody keeps it, so Python throws it away, with a warning.",
        zh: "函数体像调用普通函数那样调用 `get_request_jay(…)`，同样只得到一个协程。没有人留着它，Python 就把它丢掉，给出一条警告。",
      },
      snippet: {
        code: 'get_request_jay("jay", url)',
        outcome: "RuntimeWarning: coroutine 'get_request_jay' was never awaited",
      },
    },
    {
      at: { event: "task_suspended", task: "bobo" },
      task: "bobo",
      zone: "hang",
      text: {
        en: "No exception has been raised, so `bobo` goes on: it sends its own request and is [suspended](suspend) while it waits for the answer.",
        zh: "这里没有抛出异常，`bobo` 照样往下走：发出自己的请求，[挂起](suspend)等响应。",
      },
    },
    {
      at: "end",
      zone: "ended",
      text: {
        en: "After {total} all is over. {count print} lines were printed, {count print jay} of them by `jay`: its coroutine was never run.",
        zh: "{total}之后全部结束。一共打印了 {count print} 行，`jay` 打印的有 {count print jay} 行：它的协程从来没有运行过。",
      },
    },
  ],
  tries: [
    {
      label: { en: "Write `await` before the call", zh: "在调用前写上 `await`" },
      change: (scenario) =>
        withTask(scenario, "bobo", {
          steps: [
            { kind: "call", task: "jay" },
            { kind: "io", ms: 2000 },
          ],
        }),
      outcome: {
        en: "Now the body of `jay` runs, inside the task `bobo`, and `bobo` goes on only when it has ended: {total}, one after the other.",
        zh: "这回 `jay` 的函数体运行了，就在任务 `bobo` 里面；它结束之后 `bobo` 才接着走：一前一后，{total}。",
      },
    },
    {
      label: { en: "Make a task of it", zh: "把它变成任务" },
      change: (scenario) =>
        withTask(scenario, "bobo", {
          steps: [
            { kind: "spawn", task: "jay" },
            { kind: "io", ms: 2000 },
            { kind: "join", task: "jay" },
          ],
        }),
      outcome: {
        en: "`create_task` puts `jay` into the queue as a task of its own. Both wait at the same time: {total}.",
        zh: "`create_task` 让 `jay` 自己成为任务，排进队列。它们的等待重叠：{total}。",
      },
    },
    {
      label: { en: "Forget `await` before the wait", zh: "等待的前面漏写 `await`" },
      change: (scenario) =>
        withTask(scenario, "bobo", { steps: [{ kind: "sleep", ms: 2000, how: "no_await" }] }),
      outcome: {
        en: "{total}. `asyncio.sleep(2)` without `await` is a coroutine thrown away, too: nobody waits at all.",
        zh: "{total}。没写 `await` 的 `asyncio.sleep(2)` 也只是一个被丢掉的协程：根本没有等。",
      },
    },
  ],
  takeaway: {
    en: "Calling an `async def` function makes a coroutine and runs nothing. It runs when you `await` it or make a task of it.",
    zh: "调用 `async def` 函数只是得到协程，什么也不运行。写 `await`，或者把它变成任务，它才会运行。",
  },
  exactly: [
    {
      en: "The course says that asyncio and coroutines came with Python 3.6. More exactly: asyncio came with Python 3.4, `async` and `await` with Python 3.5 (PEP 492).",
      zh: "课程说 asyncio 和协程从 Python 3.6 开始有。更准确地说：asyncio 是 Python 3.4 加入的，`async` 和 `await` 是 Python 3.5 加入的（PEP 492）。",
    },
    {
      en: "“Coroutine” and “coroutine function” are easily mixed up. The function can be called again and again; each call makes a new coroutine, and a coroutine runs only once.",
      zh: "“协程”和“协程函数”容易混为一谈。函数可以反复调用，每次调用都得到一个新的协程；而一个协程只能运行一次。",
    },
    {
      en: "The warning comes when the coroutine is destroyed. Here that is at once; a coroutine that somebody still holds is destroyed later, and warns later.",
      zh: "警告是在协程被销毁时出现的。这里马上就销毁；如果还有变量指着它，警告就来得晚一些。",
    },
  ],
  teacher: {
    minutes: 8,
    ask: [
      {
        en: 'What does `print(get_request_jay("jay", url))` show?',
        zh: '`print(get_request_jay("jay", url))` 会显示什么？',
      },
      {
        en: "Which ways are there to make a coroutine run?",
        zh: "有哪些办法能让协程运行起来？",
      },
      {
        en: "Why does the program go on after the mistake?",
        zh: "程序出了这个错，为什么还能继续运行？",
      },
    ],
    mistakes: [
      {
        en: "“It runs until its first `await` when it is called.” Not in Python: no line of it runs.",
        zh: "“调用时会先运行到第一个 `await`。”在 Python 里不会，一行也不运行。",
      },
      {
        en: "“A missing `await` is a syntax error.” It is valid Python; only a warning tells you.",
        zh: "“漏写 `await` 会报语法错误。”语法上没有错，只有一条警告。",
      },
    ],
  },
};
