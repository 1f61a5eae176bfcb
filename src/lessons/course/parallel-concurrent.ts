import type { Lesson } from "../lesson.ts";

/** Computing on one core in slices of time, and what more cores, threads and processes change. */
export const parallelConcurrent: Lesson = {
  objective: {
    en: "Tell concurrency from parallelism by looking at who computes at one instant, and say why Python threads do not make computing faster, while processes can.",
    zh: "能根据同一时刻谁在计算，分清并发和并行；说得出为什么 Python 的线程不能让计算变快，而进程可以。",
  },
  scenario: {
    version: 1,
    id: "parallel-concurrent",
    mode: "processes",
    machine: { cores: 1, time_slice_ms: 100 },
    tasks: ["bobo", "jay", "tom"].map((name) => ({ name, steps: [{ kind: "cpu", ms: 400 }] })),
  },
  question: {
    about: "total",
    ask: {
      en: "{tasks} programs each compute for {wait bobo}, all started together, on a computer with {set machine.cores} core. When are all of them done?",
      zh: "{tasks} 个程序同时启动，各要计算 {wait bobo}，电脑只有 {set machine.cores} 个核心。全部算完要多久？",
    },
    options: [400, 800, 1200],
  },
  steps: [
    {
      at: { event: "slice_start", task: "bobo" },
      task: "bobo",
      zone: "seats",
      text: {
        en: "Each of the {tasks} is a [process](process), a running program of its own. All of them want to compute, but a core can work for only one at a time. `bobo` comes first.",
        zh: "这 {tasks} 个都是[进程](process)，也就是各自独立运行的程序。它们都想计算，可一个核心一次只能算一个，先轮到 `bobo`。",
      },
    },
    {
      at: { event: "slice_end", task: "bobo" },
      task: "bobo",
      zone: "seats",
      text: {
        en: "At {now} the [time slice](time-slice) of `bobo` is over. It is not done, and has not asked to stop: the operating system takes it off the core.",
        zh: "到 {now}，`bobo` 的[时间片](time-slice)用完了。它没有算完，也没有要求停下，是操作系统把它从核心上换了下来。",
      },
    },
    {
      at: { event: "slice_start", task: "tom" },
      task: "tom",
      zone: "seats",
      text: {
        en: "After `jay` it is the turn of `tom`, at {now}. All {tasks} are under way now, and still only one computes at any instant. That is [concurrency](concurrency).",
        zh: "`jay` 之后，到 {now}轮到 `tom`。现在 {tasks} 个都在进行中，可每个时刻还是只有一个在算。这就是[并发](concurrency)。",
      },
    },
    {
      at: { event: "slice_start", task: "bobo", nth: 2 },
      task: "bobo",
      zone: "seats",
      text: {
        en: "At {now} `bobo` goes on exactly where it was stopped. With slices as short as real ones, all seem to run at the same time.",
        zh: "到 {now}，`bobo` 从停下的地方接着算。真实的时间片短得多，所以看起来像是同时在运行。",
      },
    },
    {
      at: { event: "task_done", task: "bobo" },
      task: "bobo",
      zone: "ended",
      text: {
        en: "`bobo` is done only at {now}, though it computes for {wait bobo}. Taking turns is fair, but it makes nobody faster.",
        zh: "`bobo` 只要算 {wait bobo}，却到 {now}才算完。轮流很公平，但谁也没有因此变快。",
      },
    },
    {
      at: "end",
      zone: "ended",
      text: {
        en: "{total}: that is all the computing added together, {sum}, only cut into pieces. Nothing here was [parallel](parallelism): for that, several cores have to compute at the same instant. Try it below.",
        zh: "一共 {total}，正好是全部计算之和 {sum}，只是切成了小段。这里没有[并行](parallelism)：要并行，得有几个核心在同一时刻一起算。下面可以试。",
      },
    },
  ],
  tries: [
    {
      label: { en: "More cores", zh: "更多核心" },
      change: (scenario) => ({ ...scenario, machine: { ...scenario.machine, cores: 4 } }),
      outcome: {
        en: "{total}. With {set machine.cores} cores each process has one for itself: they compute at the same instant, in parallel.",
        zh: "{total}。有 {set machine.cores} 个核心，每个进程都能独占一个：它们在同一时刻计算，这就是并行。",
      },
    },
    {
      label: { en: "More cores, but threads", zh: "更多核心，但改用线程" },
      change: (scenario) => ({
        ...scenario,
        mode: "threads",
        machine: { ...scenario.machine, cores: 4 },
      }),
      outcome: {
        en: "{total}, in spite of {set machine.cores} cores. The threads of one Python process share an [interpreter lock](interpreter-lock), and only the thread that has it can run Python code. So they take turns.",
        zh: "有 {set machine.cores} 个核心，却还是 {total}。一个 Python 进程里的线程共用一把[解释器锁](interpreter-lock)，拿到锁的线程才能运行 Python 代码，所以只能轮流。",
      },
    },
    {
      label: { en: "More cores, and slow starts", zh: "更多核心，但启动进程要花时间" },
      change: (scenario) => ({
        ...scenario,
        machine: { ...scenario.machine, cores: 4, process_start_ms: 150 },
      }),
      outcome: {
        en: "{total}. The main program needs {set machine.process_start_ms} to start each process, so the last begins at {time task_started tom}. Where there is little to compute, that costs more than it gains.",
        zh: "{total}。主程序启动每个进程要 {set machine.process_start_ms}，最后一个到 {time task_started tom}才开始。如果计算很短，这就得不偿失。",
      },
    },
    {
      label: { en: "More cores, threads without the lock", zh: "更多核心，不带锁的线程" },
      change: (scenario) => ({
        ...scenario,
        mode: "threads",
        machine: { ...scenario.machine, cores: 4, interpreter_lock: false },
      }),
      outcome: {
        en: "{total}. Since Python 3.13 there has been a build of CPython without the lock, called free-threaded, in which threads compute in parallel. The usual build has the lock.",
        zh: "{total}。从 Python 3.13 起，CPython 有一种不带这把锁的版本，叫 free-threaded，线程可以并行计算。通常安装的版本都带锁。",
      },
    },
  ],
  takeaway: {
    en: "Concurrent: several are under way in the same stretch of time. Parallel: several compute at the same instant, which takes several cores, and in ordinary Python several processes.",
    zh: "并发：一段时间里有几件事都在进行。并行：同一时刻有几件事在计算，这要有几个核心；在普通的 Python 里，还要有几个进程。",
  },
  exactly: [
    {
      en: "“Concurrency is fake parallelism.” More exactly: concurrency says that several are under way, however they are carried out. What runs in parallel is concurrent as well.",
      zh: "课程说“并发就是伪并行”。更准确地说：并发说的是几件事都在进行，不管怎么运行；并行的事，也是并发的。",
    },
    {
      en: "The slices here are far longer than real ones, so that you can see them. An operating system switches after a few milliseconds; a CPython thread that computes passes the lock on after `sys.getswitchinterval()`, by default `0.005` s, if another wants it.",
      zh: "这里的时间片画得特别长，好让你看清楚。真实的操作系统隔几毫秒就切换；CPython 里正在计算的线程，如果别的线程也要用，过了 `sys.getswitchinterval()`（默认 `0.005` 秒）就把锁让出去。",
    },
    {
      en: "The lock stops threads from computing together, not from waiting together: whoever waits lets go of it. Libraries such as NumPy let go of it in many long computations as well.",
      zh: "这把锁不让线程一起计算，但不妨碍它们一起等：在等的线程会把锁交出来。NumPy 这样的库，很多长时间的计算也会先交出这把锁。",
    },
    {
      en: "Threads without the lock are not the only other way: from Python 3.14 on, one process can run several interpreters, each with a lock of its own (`concurrent.interpreters`).",
      zh: "除了不带锁的版本，还有一条路：从 Python 3.14 起，一个进程里可以运行几个解释器，各有各的锁（`concurrent.interpreters`）。",
    },
  ],
  teacher: {
    minutes: 10,
    ask: [
      {
        en: "How many cores does your own computer have, and how many programs are running on it right now?",
        zh: "你的电脑有几个核心？现在上面有多少个程序在运行？",
      },
      {
        en: "At which instants of this run do several compute?",
        zh: "在这次运行里，有哪个时刻是几个一起在算的？",
      },
      {
        en: "Which work would you give to processes, and for which would threads do?",
        zh: "什么样的活适合交给多个进程？什么样的活用线程就够了？",
      },
    ],
    mistakes: [
      {
        en: "“More threads compute faster.” In ordinary CPython they share one interpreter.",
        zh: "“线程越多，算得越快。”在普通的 CPython 里，它们共用一个解释器。",
      },
      {
        en: "“Concurrent means at the same instant.” It means under way in the same stretch of time.",
        zh: "“并发就是同一时刻一起运行。”并发说的是同一段时间里都在进行。",
      },
    ],
  },
};
