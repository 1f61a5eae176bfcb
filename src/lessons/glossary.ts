import type { LessonText, Moment } from "./lesson.ts";

/** A word of the field, in both languages, and where it can be seen. */
export interface Term {
  /** Stands in lesson texts and links. */
  readonly id: string;
  /** The one translation: the texts use no other. */
  readonly name: LessonText;
  readonly meaning: LessonText;
  /** A lesson in whose trace the thing can be seen, and when. */
  readonly seen: { readonly lesson: string; readonly at: Moment };
}

export const glossary: readonly Term[] = [
  // running and waiting
  {
    id: "concurrency",
    name: { en: "concurrency", zh: "并发" },
    meaning: {
      en: "Several pieces of work are under way in the same stretch of time. They may take turns; nothing says that any of them run at the same instant.",
      zh: "一段时间里有几件事都在进行。它们可以轮流运行，不一定有哪几件在同一时刻运行。",
    },
    seen: { lesson: "parallel-concurrent", at: { event: "slice_start", task: "tom" } },
  },
  {
    id: "parallelism",
    name: { en: "parallelism", zh: "并行" },
    meaning: {
      en: "Several pieces of work run at the same instant, each on a core of its own.",
      zh: "几件事在同一时刻运行，每一件都占着一个核心。",
    },
    seen: { lesson: "parallel-concurrent", at: "end" },
  },
  {
    id: "sync",
    name: { en: "synchronous", zh: "同步" },
    meaning: {
      en: "One step after the other: a step that waits is waited for before anything else is done.",
      zh: "一步接一步：遇到要等的步骤，等完了才做别的。",
    },
    seen: { lesson: "many-tasks", at: { event: "blocking_start", task: "jay" } },
  },
  {
    id: "async",
    name: { en: "asynchronous", zh: "异步" },
    meaning: {
      en: "A step that waits gives the thread away, and other work goes on until the wait is over.",
      zh: "遇到要等的步骤就交出线程，让别的事接着做，等完了再回来。",
    },
    seen: { lesson: "sync-async", at: { event: "task_suspended", task: "bobo" } },
  },
  {
    id: "suspend",
    name: { en: "suspended", zh: "挂起" },
    meaning: {
      en: "A task waits and has let go of the thread. It goes on later at the very place where it stopped.",
      zh: "任务在等，并且已经交出线程。以后它从停下的地方接着运行。",
    },
    seen: { lesson: "await", at: { event: "task_suspended", task: "bobo" } },
  },
  {
    id: "block",
    name: { en: "blocked", zh: "阻塞" },
    meaning: {
      en: "A task waits and holds its thread, which can do nothing else until the wait is over.",
      zh: "任务在等，却还占着线程；等完之前，这个线程什么也做不了。",
    },
    seen: { lesson: "many-tasks", at: { event: "blocking_start", task: "bobo" } },
  },
  {
    id: "ready",
    name: { en: "ready", zh: "就绪" },
    meaning: {
      en: "A task could run at once and only lacks the thread.",
      zh: "任务马上就能运行，只差拿到线程。",
    },
    seen: { lesson: "await", at: { event: "task_ready", task: "jay", nth: 2 } },
  },
  {
    id: "makespan",
    name: { en: "total time", zh: "总耗时" },
    meaning: {
      en: "How long a run takes from its first moment to its last, whatever goes on side by side in it.",
      zh: "一次运行从开头到结尾用的时间，不管中间有多少事同时在进行。",
    },
    seen: { lesson: "crawler", at: "end" },
  },
  {
    id: "speed-up",
    name: { en: "speed-up", zh: "加速比" },
    meaning: {
      en: "The time of the same work done one after the other, divided by the total time.",
      zh: "同样的事一件接一件地做要用的时间，除以总耗时。",
    },
    seen: { lesson: "crawler", at: "end" },
  },
  // threads and processes
  {
    id: "thread",
    name: { en: "thread", zh: "线程" },
    meaning: {
      en: "What runs the code of a program, one instruction after another. The operating system decides when which thread runs.",
      zh: "程序里真正运行代码的东西，一条指令接一条指令。哪个线程什么时候运行，由操作系统决定。",
    },
    seen: { lesson: "pool-of-five", at: { event: "task_started", task: "www.1.com" } },
  },
  {
    id: "process",
    name: { en: "process", zh: "进程" },
    meaning: {
      en: "A running program with memory and, in Python, an interpreter of its own. It has one thread or more.",
      zh: "一个正在运行的程序，有自己的内存；在 Python 里，还有自己的解释器。里面有一个或多个线程。",
    },
    seen: { lesson: "parallel-concurrent", at: { event: "slice_start", task: "bobo" } },
  },
  {
    id: "pool",
    name: { en: "thread pool", zh: "线程池" },
    meaning: {
      en: "A fixed number of threads that are made once and then take task after task.",
      zh: "一次建好的若干线程，做完一个任务就接着取下一个。",
    },
    seen: { lesson: "pool-of-three", at: { event: "task_started", task: "www.4.com" } },
  },
  {
    id: "worker",
    name: { en: "worker", zh: "工作线程" },
    meaning: {
      en: "One of the threads of a pool.",
      zh: "线程池里的一个线程。",
    },
    seen: { lesson: "pool-of-three", at: { event: "task_done", task: "www.2.com" } },
  },
  {
    id: "helper-thread",
    name: { en: "helper thread", zh: "辅助线程" },
    meaning: {
      en: "A thread beside the event loop's own, to which a blocking call can be moved so that the loop goes on.",
      zh: "事件循环之外的线程，可以把会阻塞的调用移过去，让循环继续转。",
    },
    seen: { lesson: "offload", at: { event: "offload_start", task: "bobo" } },
  },
  {
    id: "chunk",
    name: { en: "chunk", zh: "块" },
    meaning: {
      en: "Neighbouring tasks that `Pool.map` hands to one worker together.",
      zh: "`Pool.map` 一起交给同一个工作线程的几个相邻的任务。",
    },
    seen: { lesson: "pool-of-three", at: { event: "task_created", task: "www.1.com" } },
  },
  {
    id: "time-slice",
    name: { en: "time slice", zh: "时间片" },
    meaning: {
      en: "How long who computes may keep a core while others wait for it.",
      zh: "有别人在等的时候，正在计算的最多能连续占用核心多久。",
    },
    seen: { lesson: "parallel-concurrent", at: { event: "slice_end", task: "bobo" } },
  },
  {
    id: "switch",
    name: { en: "context switch", zh: "上下文切换" },
    meaning: {
      en: "A core, or a thread, leaves one piece of work and goes on with another.",
      zh: "一个核心或一个线程放下手里的事，转去做另一件。",
    },
    seen: { lesson: "who-switches", at: { event: "slice_end", task: "bobo" } },
  },
  {
    id: "interpreter-lock",
    name: { en: "interpreter lock (GIL)", zh: "解释器锁" },
    meaning: {
      en: "The lock of the usual CPython that lets only one thread of a process run Python code at an instant. A thread that waits lets go of it.",
      zh: "通常的 CPython 里的一把锁：一个进程里，同一时刻只有一个线程能运行 Python 代码。线程等待时会把它交出来。",
    },
    seen: { lesson: "who-switches", at: { event: "slice_start", task: "jay" } },
  },
  // the event loop
  {
    id: "event-loop",
    name: { en: "event loop", zh: "事件循环" },
    meaning: {
      en: "The code that holds the tasks of one thread, runs those that are ready, and waits when none is.",
      zh: "装着一个线程里所有任务的那段代码：就绪的拿来运行，没有就绪的就等。",
    },
    seen: { lesson: "task-and-loop", at: { event: "loop_start" } },
  },
  {
    id: "ready-queue",
    name: { en: "ready queue", zh: "就绪队列" },
    meaning: {
      en: "Where the loop keeps what is to be run next: steps of tasks, and callbacks, first come first served.",
      zh: "循环存放接下来要运行的东西的地方：任务的下一步，还有回调，先来先运行。",
    },
    seen: { lesson: "crawler", at: { event: "task_created", task: "tom" } },
  },
  {
    id: "turn",
    name: { en: "turn", zh: "轮" },
    meaning: {
      en: "One round of the event loop: look for timers and answers, then run exactly what was ready. What becomes ready meanwhile runs in the next turn.",
      zh: "事件循环转一次：先看有没有到点的计时器和到来的回应，再运行这时已经就绪的。中途才就绪的，下一轮再运行。",
    },
    seen: { lesson: "done-callback", at: { event: "callback_called", task: "bobo" } },
  },
  {
    id: "coroutine-function",
    name: { en: "coroutine function", zh: "协程函数" },
    meaning: {
      en: "A function that is defined with `async def`. Calling it makes a coroutine and runs nothing of its body.",
      zh: "用 `async def` 定义的函数。调用它只得到协程，函数体一行也不运行。",
    },
    seen: { lesson: "calling-is-not-running", at: { event: "coroutine_created", task: "bobo" } },
  },
  {
    id: "coroutine",
    name: { en: "coroutine", zh: "协程" },
    meaning: {
      en: "What a call of a coroutine function returns: a body that can be run, stopped at an `await`, and continued.",
      zh: "调用协程函数得到的对象：一段可以运行、可以在 `await` 处停下、以后再接着运行的函数体。",
    },
    seen: { lesson: "calling-is-not-running", at: { event: "never_awaited", task: "bobo" } },
  },
  {
    id: "task",
    name: { en: "task", zh: "任务" },
    meaning: {
      en: "A coroutine that the event loop runs by itself, beside other tasks. In a pool: a call that a worker carries out.",
      zh: "由事件循环负责运行、和别的任务并排进行的协程。在线程池里，指交给工作线程的一次调用。",
    },
    seen: { lesson: "task-and-loop", at: { event: "task_created", task: "bobo" } },
  },
  {
    id: "await",
    name: { en: "await", zh: "await" },
    meaning: {
      en: "The word before what a coroutine waits for. If that is not ready yet, the task is suspended here.",
      zh: "写在协程要等的东西前面。等的东西还没好，任务就在这里挂起。",
    },
    seen: { lesson: "await", at: { event: "task_suspended", task: "tom" } },
  },
  {
    id: "awaitable",
    name: { en: "awaitable", zh: "可等待对象" },
    meaning: {
      en: "What may stand behind `await`: a coroutine, a task, a future, or an object with `__await__`.",
      zh: "可以写在 `await` 后面的东西：协程、任务、future，或者带有 `__await__` 的对象。",
    },
    seen: { lesson: "await", at: { event: "task_done", task: "tom" } },
  },
  {
    id: "callback",
    name: { en: "callback", zh: "回调" },
    meaning: {
      en: "A function that is registered with a task and called with it after the task has ended.",
      zh: "登记在任务上的函数，任务结束之后拿任务作参数来调用。",
    },
    seen: { lesson: "done-callback", at: { event: "callback_called", task: "bobo" } },
  },
  // limits and ends
  {
    id: "semaphore",
    name: { en: "semaphore", zh: "信号量" },
    meaning: {
      en: "A counter of free places. Who finds none is suspended until somebody gives a place back.",
      zh: "记着还有几个空位的计数器。没有空位就挂起，等别人让出来。",
    },
    seen: { lesson: "limits", at: { event: "task_suspended", task: "dan" } },
  },
  {
    id: "timeout",
    name: { en: "timeout", zh: "超时" },
    meaning: {
      en: "A deadline has passed, and what was waited for is cancelled.",
      zh: "期限到了，正在等的那一步被取消。",
    },
    seen: { lesson: "timeouts", at: { event: "timeout_fired", task: "bobo" } },
  },
  {
    id: "cancellation",
    name: { en: "cancellation", zh: "取消" },
    meaning: {
      en: "A request to a task to stop. It arrives as `CancelledError` where the task waits, when the task runs next.",
      zh: "请一个任务停下来。任务下次运行时，在它等待的地方收到 `CancelledError`。",
    },
    seen: { lesson: "timeouts", at: { event: "task_resumed", task: "bobo" } },
  },
];
