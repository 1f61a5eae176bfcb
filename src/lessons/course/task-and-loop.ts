import type { Lesson } from "../lesson.ts";

/** One task, from its making to the end of the loop. */
export const taskAndLoop: Lesson = {
  objective: {
    en: "Say what `create_task` does, what the event loop does, and when `run_until_complete` returns.",
    zh: "说得出 `create_task` 做了什么，事件循环做了什么，`run_until_complete` 什么时候返回。",
  },
  scenario: {
    version: 1,
    id: "task-and-loop",
    mode: "async",
    create: "before_loop",
    wait: { style: "only", task: "bobo" },
    tasks: [{ name: "bobo", url: "www.1.com", steps: [{ kind: "sleep", ms: 2000 }], result: "123" }],
  },
  question: {
    about: "total",
    ask: {
      en: "A task that waits for {wait bobo} is made first. Then the loop is run until it is done. How long does the program take?",
      zh: "先建好一个要等 {wait bobo}的任务，再启动循环，运行到任务完成。整个程序用多久？",
    },
    options: [0, 2000, 4000],
  },
  steps: [
    {
      at: { event: "coroutine_created", task: "bobo" },
      task: "bobo",
      text: {
        en: "The [coroutine](coroutine) exists. It cannot run by itself: somebody has to run it, step by step.",
        zh: "[协程](coroutine)对象有了。它自己不会运行，得由别人一步一步地运行它。",
      },
    },
    {
      at: { event: "task_ready", task: "bobo" },
      task: "bobo",
      zone: "queue",
      text: {
        en: "`loop.create_task` wraps it in a [task](task) and puts the task's first step into the [ready queue](ready-queue). Then it returns at once: the body has not begun. `ensure_future` does the same.",
        zh: "`loop.create_task` 把协程包成[任务](task)，把任务的第一步放进[就绪队列](ready-queue)，然后马上返回：函数体还没有开始。`ensure_future` 也一样。",
      },
    },
    {
      at: { event: "loop_start" },
      zone: "queue",
      text: {
        en: "`run_until_complete` starts the [event loop](event-loop). The loop is the container of the tasks: it takes what is ready out of the queue and runs it, one thing at a time.",
        zh: "`run_until_complete` 启动[事件循环](event-loop)。循环就是装任务的容器：它从队列里取出就绪的，一次运行一个。",
      },
    },
    {
      at: { event: "task_started", task: "bobo" },
      task: "bobo",
      zone: "seats",
      text: {
        en: "In [turn](turn) {turn task_started bobo} of the loop the first step of `bobo` runs. It holds the thread until its first wait.",
        zh: "循环的[第 {turn task_started bobo} 轮](turn)，`bobo` 的第一步开始运行。在它第一次等待之前，线程一直归它。",
      },
    },
    {
      at: { event: "task_suspended", task: "bobo", later_ms: 1000 },
      task: "bobo",
      zone: "outside",
      text: {
        en: "`bobo` is suspended, and nothing is ready. The loop itself waits now, until the timer of `bobo` is due.",
        zh: "`bobo` 挂起了，队列里没有就绪的任务。现在轮到循环自己等，等到 `bobo` 的计时器到点。",
      },
    },
    {
      at: { event: "task_resumed", task: "bobo" },
      task: "bobo",
      zone: "seats",
      text: {
        en: "The timer came due in turn {turn timer_fired bobo} and made `bobo` ready. In turn {turn task_resumed bobo} it runs on, right after its `await`.",
        zh: "第 {turn timer_fired bobo} 轮，计时器到点，`bobo` 变成就绪。第 {turn task_resumed bobo} 轮，它从 `await` 后面接着运行。",
      },
    },
    {
      at: "end",
      zone: "ended",
      text: {
        en: "The task is done, so the loop stops, and `run_until_complete` returns the task's result, `{result bobo}`. {total} in all.",
        zh: "任务完成，循环就停下，`run_until_complete` 返回任务的结果 `{result bobo}`。一共 {total}。",
      },
    },
  ],
  tries: [
    {
      label: { en: "A slower task beside it", zh: "旁边再加一个更慢的任务" },
      change: (scenario) => ({
        ...scenario,
        tasks: [...scenario.tasks, { name: "jay", url: "www.2.com", steps: [{ kind: "sleep", ms: 3000 }] }],
      }),
      outcome: {
        en: "{total}. `jay` is in the same loop and has begun, but the loop was run for `bobo` only. `jay` is left pending: a loop that has stopped runs nobody. As it exits, Python reports that a pending task was destroyed.",
        zh: "{total}。`jay` 也在这个循环里，也开始了，可循环只为 `bobo` 而转。`jay` 就停在未完成的状态：循环停下以后，谁也不会再运行。程序退出时，Python 会报告：有未完成的任务被销毁了。",
      },
    },
    {
      label: { en: "A slower task, and wait for both", zh: "加一个更慢的任务，并且都等" },
      change: (scenario) => ({
        ...scenario,
        wait: { style: "wait" },
        tasks: [...scenario.tasks, { name: "jay", url: "www.2.com", steps: [{ kind: "sleep", ms: 3000 }] }],
      }),
      outcome: {
        en: "{total}: `asyncio.wait` is done when all tasks are, and the loop runs as long as that takes.",
        zh: "{total}：所有任务都完成，`asyncio.wait` 才完成，循环也就一直转到那时候。",
      },
    },
    {
      label: { en: "`time.sleep`, as in the course", zh: "像课程里那样用 `time.sleep`" },
      change: (scenario) => ({
        ...scenario,
        tasks: scenario.tasks.map((task) => ({ ...task, steps: [{ kind: "blocking", ms: 2000 }] })),
      }),
      outcome: {
        en: "{total} again. `bobo` holds the thread all the time and the loop stands still. With one task nobody else suffers from it.",
        zh: "还是 {total}。`bobo` 一直占着线程，循环停住了。只有一个任务的时候，这不妨碍谁。",
      },
    },
    {
      label: { en: "`asyncio.run` and a main coroutine", zh: "改用 `asyncio.run` 和主协程" },
      change: (scenario) => ({ ...scenario, create: "in_main", wait: { style: "gather" } }),
      outcome: {
        en: "{total} again. Now the loop starts first, with the main coroutine as its first task, and that makes `bobo`. New programs are best written like this.",
        zh: "还是 {total}。这次循环先启动，第一个任务是主协程，由它来建 `bobo`。新写的程序最好用这种写法。",
      },
    },
  ],
  takeaway: {
    en: "Making a task only queues its first step. The loop runs what is ready, waits when nothing is, and stops when the one it was run for is done.",
    zh: "建任务只是让它的第一步去排队。循环运行就绪的；没有就绪的，它就等；它要等的那个任务完成了，它就停。",
  },
  exactly: [
    {
      en: "The course makes the loop after the task and then “loads” the task into it. More exactly: `ensure_future` has already taken a loop and queued the first step in it. `get_event_loop()` afterwards only returns that loop.",
      zh: "课程说先有任务，再建循环，再把任务“装载”进去。更准确地说：`ensure_future` 那一步就已经用上了循环，并把第一步排进去了。后面的 `get_event_loop()` 只是把这个循环返回给你。",
    },
    {
      en: "Where no loop exists yet, `ensure_future` and `get_event_loop` are silent in current releases of Python 3.11, give a `DeprecationWarning` in Python 3.12 and Python 3.13, and raise `RuntimeError` from Python 3.14 on. `new_event_loop()` or `asyncio.run` works in all of them.",
      zh: "还没有循环的时候，`ensure_future` 和 `get_event_loop` 在 Python 3.11 的较新版本里不出声，在 Python 3.12 和 Python 3.13 里给出 `DeprecationWarning`，从 Python 3.14 起抛出 `RuntimeError`。`new_event_loop()` 和 `asyncio.run` 在这些版本里都能用。",
    },
    {
      en: "`asyncio.create_task` needs a loop that is running: inside a coroutine it is right, before the loop has started it raises `RuntimeError`. That is why this program calls `loop.create_task`.",
      zh: "`asyncio.create_task` 要求循环正在运行：写在协程里没问题，写在循环启动之前就会抛出 `RuntimeError`。所以这里的程序调用的是 `loop.create_task`。",
    },
    {
      en: "“When the loop starts, the tasks run at once.” More exactly: in the order in which they were made, one at a time, each up to its first real wait.",
      zh: "“启动循环，里面的任务就立即执行。”更准确地说：按创建的顺序，一次一个，每个都运行到第一次真正要等的地方。",
    },
    {
      en: "“Task equals coroutine” is a first approximation. A coroutine that you `await` directly runs inside its caller, one after the other. A task runs by itself, beside the others.",
      zh: "“任务等于协程”只是粗略的说法。直接 `await` 一个协程，它就在调用者里面运行，一前一后；任务则是自己运行，和别的任务并排。",
    },
  ],
  teacher: {
    minutes: 10,
    ask: [
      {
        en: "Which line of the program starts the body of `bobo`?",
        zh: "程序里哪一行让 `bobo` 的函数体开始运行？",
      },
      {
        en: "Where is the thread while `bobo` is suspended and nothing is ready?",
        zh: "`bobo` 挂起、队列又空着的时候，线程在做什么？",
      },
      {
        en: "Why can the loop not stop earlier, and why does it not stop later?",
        zh: "循环为什么不会更早停，也不会更晚停？",
      },
    ],
    mistakes: [
      {
        en: "“`create_task` starts the task.” It queues the first step; the task starts when the loop comes to it.",
        zh: "“`create_task` 会启动任务。”它只是让第一步去排队，循环轮到它才开始。",
      },
      {
        en: "“The loop is a `for` loop over my list of tasks.” It goes over what is ready, again and again.",
        zh: "“事件循环就是对任务列表的 `for` 循环。”它一轮一轮处理的，是已经就绪的那些。",
      },
    ],
  },
};
