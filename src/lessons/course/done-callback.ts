import { withTask } from "../changes.ts";
import type { Lesson } from "../lesson.ts";

/** When a callback is called: not at the moment at which its task ends. */
export const doneCallback: Lesson = {
  objective: {
    en: "Say when a done-callback is called, in which order several are, and what `t.result()` gives it.",
    zh: "说得出完成回调什么时候被调用、有好几个时按什么顺序，以及 `t.result()` 给它的是什么。",
  },
  scenario: {
    version: 1,
    id: "done-callback",
    mode: "async",
    create: "before_loop",
    wait: { style: "wait" },
    tasks: [
      {
        name: "bobo",
        url: "www.1.com",
        steps: [{ kind: "sleep", ms: 2000 }],
        result: "123",
        callbacks: [
          { name: "task_callback", reads_result: true },
          { name: "save", reads_result: true },
        ],
      },
      {
        name: "jay",
        url: "www.2.com",
        steps: [
          { kind: "sleep", ms: 2000 },
          { kind: "cpu", ms: 500 },
        ],
      },
    ],
  },
  question: {
    about: "line",
    ask: {
      en: "The waits of both tasks are over at the same moment. `bobo` prints `end bobo` and ends; it has the callbacks `task_callback` and `save`. `jay` still has to compute, then prints `end jay`. Which line comes next?",
      zh: "`bobo` 和 `jay` 同时等完。`bobo` 打印 `end bobo` 后结束，它绑定了回调 `task_callback` 和 `save`；`jay` 还要计算一会儿，再打印 `end jay`。接下来是哪一行？",
    },
    after: { event: "task_done", task: "bobo" },
    options: ["task_callback got 123", "save got 123", "end jay"],
  },
  steps: [
    {
      at: { event: "task_created", task: "bobo" },
      task: "bobo",
      zone: "callbacks",
      text: {
        en: "`add_done_callback` registers a [callback](callback): a function that is to be called with the task once the task is done. `bobo` gets {set tasks.0.callbacks} of them.",
        zh: "`add_done_callback` 登记一个[回调](callback)：等任务完成了，再拿任务本身作参数来调用的函数。`bobo` 登记了 {set tasks.0.callbacks} 个。",
      },
    },
    {
      at: { event: "task_suspended", task: "bobo", later_ms: 1000 },
      zone: "callbacks",
      text: {
        en: "While the tasks wait, the callbacks only stand there as registered. They take no thread and no time.",
        zh: "任务在等的时候，回调只是登记在那里，不占线程，也不花时间。",
      },
    },
    {
      at: { event: "callback_scheduled", task: "bobo", nth: 2 },
      task: "bobo",
      zone: "callbacks",
      text: {
        en: "`bobo` is done, in [turn](turn) {turn task_done bobo}. Its callbacks now go to the end of the ready queue, in the order in which they were registered. They are not called yet.",
        zh: "第 {turn task_done bobo} [轮](turn)，`bobo` 完成。它的回调按登记的顺序排到就绪队列末尾，这时还没有调用。",
      },
    },
    {
      at: { event: "cpu_start", task: "jay" },
      task: "jay",
      zone: "seats",
      text: {
        en: "`jay` was ready before the callbacks were, so it runs first. It computes for {set tasks.1.steps.1.ms}, and everybody behind it has to wait.",
        zh: "`jay` 比回调更早就绪，所以先轮到它。它要算 {set tasks.1.steps.1.ms}，排在后面的都得等。",
      },
    },
    {
      at: { event: "callback_called", task: "bobo" },
      task: "bobo",
      zone: "callbacks",
      text: {
        en: "In turn {turn callback_called bobo}, the one after that in which its task ended, `task_callback` is called at last: {between task_done bobo and callback_called bobo} later.",
        zh: "第 {turn callback_called bobo} 轮，也就是任务结束的下一轮，`task_callback` 才被调用，晚了 {between task_done bobo and callback_called bobo}。",
      },
    },
    {
      at: { event: "print", task: "bobo", nth: 3 },
      task: "bobo",
      zone: "seats",
      text: {
        en: "The one argument of a callback, `t` in the course, is the task itself. `t.result()` gives what its body returned: `{result bobo}`.",
        zh: "回调只有一个参数，课程里叫 `t`，它就是任务本身。`t.result()` 取到函数体的返回值 `{result bobo}`，打印出来。",
      },
    },
    {
      at: { event: "callback_called", task: "bobo", nth: 2 },
      task: "bobo",
      zone: "callbacks",
      text: {
        en: "`save` follows in the same turn. Callbacks of one task are called in the order of registration, each with the same task.",
        zh: "同一轮里接着调用 `save`。同一个任务的回调按登记的顺序调用，拿到的都是这个任务。",
      },
    },
  ],
  tries: [
    {
      label: { en: "The first callback fails", zh: "让第一个回调出错" },
      change: (scenario) =>
        withTask(scenario, "bobo", {
          callbacks: [
            { name: "task_callback", fail: "no such file" },
            { name: "save", reads_result: true },
          ],
        }),
      outcome: {
        en: "The loop only logs the exception. `save` is called all the same, no task notices anything, and the total is {total}.",
        zh: "循环只把异常记进日志。`save` 照样被调用，哪个任务都没受影响，总耗时还是 {total}。",
      },
    },
    {
      label: { en: "The task fails", zh: "让任务出错" },
      change: (scenario) =>
        withTask(scenario, "bobo", {
          steps: [
            { kind: "sleep", ms: 2000 },
            { kind: "fail", error: "no page" },
          ],
        }),
      outcome: {
        en: "The callbacks are called for a failed task, too. There `t.result()` raises the task's own exception, `{error bobo}`, so each callback fails as well, and that is logged.",
        zh: "任务出错，回调同样会被调用。这时 `t.result()` 会抛出任务自己的异常 `{error bobo}`，于是每个回调也跟着出错，记进日志。",
      },
    },
    {
      label: { en: "A slow callback", zh: "一个慢回调" },
      change: (scenario) =>
        withTask(scenario, "bobo", {
          callbacks: [
            { name: "task_callback", ms: 1000, reads_result: true },
            { name: "save", reads_result: true },
          ],
        }),
      outcome: {
        en: "{total}. A callback is an ordinary function: it cannot `await`. While it waits it holds the thread, and the loop stands still.",
        zh: "{total}。回调是普通函数，里面不能写 `await`。它等待的时候一直占着线程，循环就停住了。",
      },
    },
  ],
  takeaway: {
    en: "When a task ends, its callbacks are queued. They are called in the loop's next turn, in the order of registration, after everything that was ready before them.",
    zh: "任务结束时，它的回调只是去排队。到循环的下一轮才按登记的顺序调用，排在更早就绪的后面。",
  },
  exactly: [
    {
      en: "“The callback is called at once when the task has ended.” More exactly: it is queued then, and called in the loop's next turn, after every step that was already in the queue.",
      zh: "“任务结束后会立即调用回调。”更准确地说：那一刻它只是进了队列，到循环的下一轮才调用，排在已经在队列里的每一步之后。",
    },
    {
      en: "A callback is not the only way to the result. `await task`, `task.result()` after the end, `asyncio.gather`, and the value that `run_until_complete(task)` returns give the same.",
      zh: "要拿到返回值，不是只有回调这一个办法。`await task`、任务结束后的 `task.result()`、`asyncio.gather`，以及 `run_until_complete(task)` 的返回值，得到的都一样。",
    },
    {
      en: "The callbacks of a thread pool's futures (`concurrent.futures`) differ: the worker that did the task calls them at once.",
      zh: "线程池里的 future（`concurrent.futures`）又不一样：做完任务的那个工作线程会马上调用回调。",
    },
  ],
  teacher: {
    minutes: 10,
    ask: [
      {
        en: "In which turn does `bobo` end, and in which is its callback called?",
        zh: "`bobo` 在第几轮结束，它的回调在第几轮调用？",
      },
      {
        en: "What would change if `jay` did not compute?",
        zh: "如果 `jay` 不用计算，哪里会变，哪里不变？",
      },
      {
        en: "Where would you write the code that needs the result, if you had no callback?",
        zh: "如果不用回调，要用到结果的代码该写在哪里？",
      },
    ],
    mistakes: [
      {
        en: "“The callback interrupts whoever is running.” Nobody is ever interrupted: it waits for its turn.",
        zh: "“回调会打断正在运行的任务。”谁也不会被打断，回调只能排队等。",
      },
      {
        en: "“`t` is the return value.” It is the task; `t.result()` is the return value.",
        zh: "“参数 `t` 就是返回值。”`t` 是任务，`t.result()` 才是返回值。",
      },
    ],
  },
};
