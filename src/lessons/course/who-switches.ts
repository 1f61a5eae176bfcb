import type { Scenario } from "#scenario/scenario.ts";
import type { Lesson } from "../lesson.ts";

const onAnotherMachine = (scenario: Scenario, machine: Scenario["machine"]): Scenario => ({
  ...scenario,
  machine: { ...scenario.machine, ...machine },
});

/** Threads, which are switched anywhere, beside other programs; and tasks, which switch at await only. */
export const whoSwitches: Lesson = {
  objective: {
    en: "Say who decides when a thread is switched, and who decides it for tasks in an event loop. Say what the difference buys, and what it does not.",
    zh: "说得出线程由谁决定什么时候切换，事件循环里的任务又由谁决定；还说得出这个差别带来了什么，没带来什么。",
  },
  scenario: {
    version: 1,
    id: "who-switches",
    mode: "threads",
    create: "before_loop",
    wait: { style: "wait" },
    machine: { cores: 1, time_slice_ms: 100, other_programs: [{ name: "player" }] },
    tasks: ["bobo", "jay"].map((name) => ({
      name,
      steps: [
        { kind: "cpu", ms: 200 },
        { kind: "sleep", ms: 0 },
        { kind: "cpu", ms: 100 },
      ],
    })),
  },
  question: {
    about: "total",
    ask: {
      en: "Our program has {tasks} threads that need {sum} of computing together. There is {set machine.cores} core, and a music program, `player`, always wants it as well. How long does our program take?",
      zh: "我们的程序有 {tasks} 个线程，一共要计算 {sum}。核心只有 {set machine.cores} 个，音乐播放器 `player` 也一直想用它。我们的程序要多久？",
    },
    options: [300, 600, 1200],
  },
  steps: [
    {
      at: { event: "other_start" },
      zone: "queue",
      text: {
        en: "`player` has the core first. `bobo` and `jay` are ready, and wait. Which program computes is for the operating system to decide.",
        zh: "核心先归 `player`。`bobo` 和 `jay` 都就绪了，只能等。哪个程序用核心，由操作系统决定。",
      },
    },
    {
      at: { event: "slice_start", task: "bobo" },
      task: "bobo",
      zone: "seats",
      text: {
        en: "At {now} the core goes to our program, for one [time slice](time-slice). `bobo` computes.",
        zh: "到 {now}，核心给了我们的程序，时间是一个[时间片](time-slice)。`bobo` 开始计算。",
      },
    },
    {
      at: { event: "slice_end", task: "bobo" },
      task: "bobo",
      zone: "seats",
      text: {
        en: "At {now} `bobo` is stopped in the middle of its computing. Such a [context switch](switch) can come after any instruction; nothing in the code shows where.",
        zh: "到 {now}，`bobo` 算到一半被停下。这样的[上下文切换](switch)可能发生在任何一条指令之后，代码里看不出来。",
      },
    },
    {
      at: { event: "slice_start", task: "jay" },
      task: "jay",
      zone: "seats",
      text: {
        en: "When our program has the core again, at {now}, it is `jay` that computes: `bobo` had to pass on the [interpreter lock](interpreter-lock). So `jay` runs amid the work of `bobo`.",
        zh: "到 {now}，我们的程序又拿到核心，这次算的是 `jay`：`bobo` 得把[解释器锁](interpreter-lock)让出去。`jay` 就这样插在了 `bobo` 中间。",
      },
    },
    {
      at: { event: "slice_start", task: "bobo", nth: 2 },
      task: "bobo",
      zone: "seats",
      text: {
        en: "`bobo` goes on at {now}. Whatever both threads change may have been changed meanwhile: that is why threads need locks around the data they share.",
        zh: "`bobo` 到 {now}接着算。线程共用的数据，中间可能已经被改过：所以多线程改同一份数据要加锁。",
      },
    },
    {
      at: "end",
      zone: "ended",
      text: {
        en: "{total} for {sum} of computing: the rest went to `player`. With one core and another program that computes, about half is all that we get.",
        zh: "计算只有 {sum}，却用了 {total}，其余的归了 `player`。只有一个核心，别的程序也在计算，我们就只能分到差不多一半。",
      },
    },
  ],
  tries: [
    {
      label: { en: "Tasks in an event loop", zh: "改成事件循环里的任务" },
      change: (scenario) => ({ ...scenario, mode: "async" }),
      outcome: {
        en: "{total}, the same. The operating system stops our one thread as before. But inside our program only an `await` switches: `jay` begins at {time task_started jay}, when `bobo` lets go, not before.",
        zh: "还是 {total}。操作系统照样会停下我们唯一的线程。不过在程序里面，只有走到 `await` 才切换：`bobo` 在 {time task_started jay}交出线程，`jay` 才开始。",
      },
    },
    {
      label: { en: "Without the other program", zh: "没有别的程序" },
      change: (scenario) => onAnotherMachine(scenario, { other_programs: [] }),
      outcome: {
        en: "{total}: the core is ours alone, and `bobo` and `jay` take turns on it.",
        zh: "{total}：核心只归我们用，`bobo` 和 `jay` 轮流。",
      },
    },
    {
      label: { en: "One more program", zh: "再多一个程序" },
      change: (scenario) =>
        onAnotherMachine(scenario, { other_programs: [{ name: "player" }, { name: "chat" }] }),
      outcome: {
        en: "{total}. The core is shared with {set machine.other_programs} others now. Our own way of switching, threads or tasks, does not change that share.",
        zh: "{total}。现在有 {set machine.other_programs} 个别的程序一起分核心。我们自己用线程还是任务来切换，分到的份额都一样。",
      },
    },
    {
      label: { en: "Switching costs time", zh: "切换要花时间" },
      change: (scenario) => onAnotherMachine(scenario, { other_programs: [], switch_ms: 10 }),
      outcome: {
        en: "{total} for {sum} of computing, without any other program: each switch between threads costs {set machine.switch_ms}. Tasks in one thread need none of these switches; that is what they save.",
        zh: "没有别的程序，{sum}的计算也用了 {total}：线程之间每切换一次，要花 {set machine.switch_ms}。一个线程里的任务用不着这样切换，省的就是这个。",
      },
    },
  ],
  takeaway: {
    en: "The operating system switches threads, anywhere in their code. Tasks are switched only where they let go, at `await`. Our share of the core is the operating system's business in both cases.",
    zh: "线程由操作系统切换，在代码的任何地方都可能发生。任务只在自己交出线程的地方，也就是 `await` 处切换。不管哪一种，能分到多少核心，都由操作系统决定。",
  },
  exactly: [
    {
      en: "The course says that coroutines keep the processor in our program. More exactly: the operating system schedules our one thread like any other. What tasks save are switches between threads, and memory.",
      zh: "课程说，协程是想办法把 CPU 留在我们自己的程序里。更准确地说：操作系统照样会调度我们唯一的线程，和对待别的线程一样。任务省下的是线程之间的切换，还有内存。",
    },
    {
      en: "“The programmer controls the switching.” More exactly: you decide where a task lets go; who is next is decided by the loop, in the order of its queue. And a task that computes without `await` lets nobody else run.",
      zh: "“任务的切换由程序员控制。”更准确地说：你决定的是任务在哪里交出线程；下一个轮到谁，由循环按队列的顺序决定。一直计算、没有 `await` 的任务，谁也别想运行。",
    },
    {
      en: "A switch between tasks needs no system call. The loop does make one in each turn, to look for answers, and waits in it when nothing is ready.",
      zh: "任务之间的切换不需要系统调用。不过循环每一轮都要调用一次，看看有没有响应；没有就绪的任务时，它就在里面等。",
    },
    {
      en: "Slices and switches are drawn far longer here than they are, and real systems share out cores less evenly.",
      zh: "这里的时间片和切换都画得比实际长得多，真实的系统分配核心也没有这么均匀。",
    },
  ],
  teacher: {
    minutes: 12,
    ask: [
      {
        en: "At which places of its code can `bobo` be stopped as a thread, and at which as a task?",
        zh: "`bobo` 作为线程，可能在代码的哪些地方被停下？作为任务呢？",
      },
      {
        en: "Why is the total the same with tasks?",
        zh: "换成任务，总耗时为什么一样？",
      },
      {
        en: "What would change if both mostly waited instead of computing?",
        zh: "如果它们大部分时间在等，而不是在算，会有什么不同？",
      },
    ],
    mistakes: [
      {
        en: "“Coroutines get more of the processor.” They get the share of one thread.",
        zh: "“用协程就能分到更多 CPU。”分到的就是一个线程的份额。",
      },
      {
        en: "“With one core, threads cannot disturb each other.” They are switched in the middle of their work.",
        zh: "“只有一个核心，线程就不会互相干扰。”它们会在干活的中途被切换。",
      },
    ],
  },
};
