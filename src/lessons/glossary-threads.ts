import type { Term } from "./glossary.ts";

/** Words of threads, processes, and what they run on. */
export const threadTerms: readonly Term[] = [
  {
    id: "thread",
    name: { en: "thread", zh: "线程" },
    meaning: {
      en: "What runs the code of a program, one instruction after another. The operating system decides which thread runs when.",
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
      en: "How long a computing thread may keep a core while others wait for it.",
      zh: "有别的线程在等的时候，正在计算的线程最多能连续占用核心多久。",
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
      en: "The lock of the usual CPython that lets only one thread of a process run Python code at any instant. A thread that waits lets go of it.",
      zh: "通常的 CPython 里的一把锁，也叫 GIL：一个进程里，同一时刻只有一个线程能运行 Python 代码。线程等待时会把它交出来。",
    },
    seen: { lesson: "who-switches", at: { event: "slice_start", task: "jay" } },
  },
];
