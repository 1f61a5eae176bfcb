import { withTask } from "../changes.ts";
import type { Lesson } from "../lesson.ts";

/** Fewer workers than tasks: who is free takes the next. */
export const poolOfThree: Lesson = {
  objective: {
    en: "Follow a worker from one task to its next, and say why a pool keeps its threads instead of making a new one for each task.",
    zh: "能跟着一个工作线程，看它做完一个任务再接下一个；说得出线程池为什么留着线程，而不是每个任务新建一个。",
  },
  scenario: {
    version: 1,
    id: "pool-of-three",
    mode: "pool",
    workers: 3,
    tasks: [2000, 1500, 2000, 2000, 2000].map((ms, index) => ({
      name: `www.${index + 1}.com`,
      url: `www.${index + 1}.com`,
      steps: [{ kind: "sleep", ms }],
    })),
  },
  question: {
    about: "total",
    ask: {
      en: "{tasks} addresses, and {set workers} workers. `www.2.com` takes {wait www.2.com}, each of the others {wait www.1.com}. How long does it all take?",
      zh: "{tasks} 个网址，{set workers} 个工作线程。`www.2.com` 要 {wait www.2.com}，其余的各要 {wait www.1.com}。全部做完用多久？",
    },
    options: [2000, 3500, 4000, 9500],
  },
  steps: [
    {
      at: { event: "task_created", task: "www.5.com" },
      zone: "queue",
      text: {
        en: "`pool.starmap` is `pool.map` for a function with several arguments. All {tasks} tasks are in the queue, and the [thread pool](pool) has {set workers} workers, so not every task can have one at once.",
        zh: "`pool.starmap` 就是 `pool.map`，只是函数可以有几个参数。{tasks} 个任务都进了队列。[线程池](pool)里只有 {set workers} 个工作线程，没法让每个任务同时都有线程。",
      },
    },
    {
      at: { event: "blocking_start", task: "www.3.com" },
      zone: "queue",
      text: {
        en: "Every worker is held. `www.4.com` and `www.5.com` stay in the queue: they have not begun, so their waits have not begun, either.",
        zh: "每个线程都被占着。`www.4.com` 和 `www.5.com` 留在队列里：它们还没开始，等待自然也没开始。",
      },
    },
    {
      at: { event: "task_done", task: "www.2.com" },
      task: "www.2.com",
      zone: "seats",
      text: {
        en: "At {now} `www.2.com` is done first. Worker {worker task_started www.2.com} is not destroyed: it is free again.",
        zh: "到 {now}，`www.2.com` 最先做完。线程 {worker task_started www.2.com} 没有销毁，而是又空了出来。",
      },
    },
    {
      at: { event: "task_started", task: "www.4.com" },
      task: "www.4.com",
      zone: "seats",
      text: {
        en: "The same worker {worker task_started www.4.com} takes the next task in the queue, `www.4.com`, at the same moment.",
        zh: "还是线程 {worker task_started www.4.com}，当即从队列里取走下一个任务 `www.4.com`。",
      },
    },
    {
      at: { event: "task_started", task: "www.5.com" },
      task: "www.5.com",
      zone: "queue",
      text: {
        en: "At {now} another worker is free and takes the last task. The queue is empty, so the worker that becomes free next finds nothing.",
        zh: "到 {now}又有线程空出来，取走最后一个任务。队列空了，再空出来的线程就没活干了。",
      },
    },
    {
      at: { event: "task_done", task: "www.4.com" },
      task: "www.4.com",
      zone: "seats",
      text: {
        en: "`www.4.com` is done at {now}. `www.5.com` began later, so it alone decides the total now.",
        zh: "`www.4.com` 在 {now}做完。`www.5.com` 开始得晚，现在总耗时只看它了。",
      },
    },
    {
      at: "end",
      zone: "ended",
      text: {
        en: "{total} in all, with {set workers} threads for {tasks} tasks. Waiting one after the other would have taken {sum}.",
        zh: "一共 {total}，{set workers} 个线程做完 {tasks} 个任务。一个接一个地等，要 {sum}。",
      },
    },
  ],
  tries: [
    {
      label: { en: "A worker for every task", zh: "每个任务都有线程" },
      change: (scenario) => ({ ...scenario, workers: scenario.tasks.length }),
      outcome: {
        en: "{total} with {set workers} workers: nobody queues. The time is bought with more threads.",
        zh: "{set workers} 个线程，{total}：谁也不用排队。时间是用更多的线程换来的。",
      },
    },
    {
      label: { en: "A bigger chunk: `chunksize=3`", zh: "一块多放几个：`chunksize=3`" },
      change: (scenario) => ({ ...scenario, chunk_size: 3 }),
      outcome: {
        en: "{total}. The tasks now travel in {chunks} [chunks](chunk), and a worker does its whole chunk alone. One worker has nothing to do while tasks wait in somebody else's chunk.",
        zh: "{total}。任务现在分成 {chunks} [块](chunk)，一个线程要独自做完自己那一块。有线程没活干，任务却还在别人的块里等。",
      },
    },
    {
      label: { en: "A new thread for every task", zh: "每个任务都新建线程" },
      change: (scenario) => ({ ...scenario, mode: "threads", machine: { thread_start_ms: 100 } }),
      outcome: {
        en: "{total}: sooner than the pool, since nobody queues. But making a thread costs {set machine.thread_start_ms} here, and {count task_started} are made, used once and thrown away. A pool makes its {set workers} once and pays no more, however many tasks come.",
        zh: "{total}，比线程池还快，因为谁也不用排队。可这里建一个线程要 {set machine.thread_start_ms}，一共建了 {count task_started} 个，每个只用一次就销毁。线程池只建 {set workers} 个，任务再多也不用再花这份时间。",
      },
    },
    {
      label: { en: "`www.2.com` is the slow one", zh: "换成 `www.2.com` 最慢" },
      change: (scenario) => withTask(scenario, "www.2.com", { steps: [{ kind: "sleep", ms: 4000 }] }),
      outcome: {
        en: "Still {total}. Now worker {worker task_started www.4.com} takes `www.4.com`: whoever is free takes the next, so a slow task does not hold up the queue.",
        zh: "还是 {total}。这次取走 `www.4.com` 的是线程 {worker task_started www.4.com}：谁空着谁来取，慢任务不会挡住队列。",
      },
    },
  ],
  takeaway: {
    en: "A pool makes its threads once and uses them again: whoever is free takes the next task. With fewer workers than tasks, the rest queue.",
    zh: "线程池只建一次线程，然后反复使用：谁空着谁取下一个任务。任务比线程多，多出来的就排队。",
  },
  exactly: [
    {
      en: "Making a thread really takes far less than in the change above. It adds up when there are very many; memory and switching count as well.",
      zh: "建一个线程实际要的时间，比上面那个改动里短得多。线程非常多的时候才积少成多；此外还有内存和切换的开销。",
    },
    {
      en: "`Pool.map` and `starmap` hand out chunks, not single tasks: of `ceil(len(tasks) / (4 * workers))` tasks each. With so few tasks that is {chunk_size}, and you do not notice.",
      zh: "`Pool.map` 和 `starmap` 分给线程的是块，不是单个任务，每块有 `ceil(len(tasks) / (4 * workers))` 个。任务这么少时，一块就是 {chunk_size} 个，所以看不出来。",
    },
    {
      en: "`pool.close()` only says that no more tasks will come. Whoever wants to be sure that all workers have ended calls `pool.join()` after it.",
      zh: "`pool.close()` 只表示不会再有新任务。要确定工作线程都已结束，后面还得调用 `pool.join()`。",
    },
    {
      en: "Workers are interchangeable: when several are free at the same moment, which one takes the next task is not fixed.",
      zh: "工作线程彼此没有区别：几个线程同时空出来时，由谁取走下一个任务并没有规定。",
    },
    {
      en: "The standard library's other pool, `ThreadPoolExecutor`, makes its threads only as tasks come, up to its limit. After that it keeps them and uses them again in the same way.",
      zh: "标准库里还有一种线程池 `ThreadPoolExecutor`：线程不是预先建好，而是来了任务才建，直到上限。建好以后，同样留着反复使用。",
    },
  ],
  teacher: {
    minutes: 10,
    ask: [
      {
        en: "Who takes `www.4.com`, and what decides that?",
        zh: "`www.4.com` 由谁来做？是什么决定的？",
      },
      {
        en: "How many workers would you choose for these tasks, and why not more?",
        zh: "这些任务你会开几个线程？为什么不再多开几个？",
      },
      {
        en: "When is a big chunk good, and when does it hurt?",
        zh: "什么时候一块多放几个好，什么时候反而更慢？",
      },
    ],
    mistakes: [
      {
        en: "“The pool works in rounds.” Nobody waits for a round to end: a free worker takes the next task at once.",
        zh: "“线程池是一轮一轮做的。”没有谁在等一轮结束：线程一空出来，马上取下一个任务。",
      },
      {
        en: "“A pool is faster because it has threads.” Any threads overlap their waits; what a pool saves is making them anew.",
        zh: "“线程池快，是因为有线程。”等待重叠靠的是线程，线程池省的是反复新建线程。",
      },
    ],
  },
};
