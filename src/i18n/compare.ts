import { writeCount } from "#base/write-number.ts";
import { defineMessages } from "./messages.tsx";

/** "A, B and C". */
const listed = (names: readonly string[], and: string, comma: string): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(comma)}${and}${names.at(-1)}`;

const inEnglish = (names: readonly string[]) => listed(names, " and ", ", ");
const inChinese = (names: readonly string[]) => listed(names, "和", "、");

const many = (count: number, one: string) => `${writeCount(count)} ${one}${count === 1 ? "" : "s"}`;

/** The words of the comparison. Seconds, ratios and sizes come in ready for display, without their unit. */
export const compareMessages = defineMessages({
  en: {
    title: "All modes side by side",
    views: "What is compared",
    runs: "Runs",
    curves: "Curves",
    memory: "Memory",

    mode: "Mode",
    timeline: "Timeline",
    total: "Total",
    speedUp: "Speed-up",
    held: "Thread time held",
    switches: "Switches",
    caption: "The same scenario in every mode, simulated",
    captionTwo: "The same scenario in two modes, simulated",
    seconds: (seconds: string) => `${seconds} s`,
    times: (ratio: string) => `${ratio}×`,
    none: "–",
    workers: {
      thread: (count: number) => many(count, "thread"),
      process: (count: number) => (count === 1 ? "1 process" : `${writeCount(count)} processes`),
    },
    helpers: (count: number) => `+ ${many(count, "helper")}`,
    open: (mode: string) => `Open ${mode}`,
    present: "shown now",
    pickMode: (mode: string) => `Side by side: ${mode}`,
    pickShort: "Pair",
    pickHint: "Pick two modes to see them large.",
    pickOther: (mode: string) => `${mode} is picked. Pick the mode to see beside it.`,
    allModes: "All modes",
    waiting: "waiting for its turn",
    simulating: (events: string) => `simulating: ${events} events`,
    indexing: (events: string) => `preparing: ${events} events`,
    cannot: "Not possible here:",
    nothingToBlock: "No task waits for anything, so nothing can block.",
    more: (count: number) => `… and ${writeCount(count)} more.`,
    failed: "The simulation failed. This is a mistake of ours:",
    lanes: (first: string, last: string, count: number) =>
      `${first} … ${last}: ${writeCount(count)} tasks, as shares of their time`,
    spoken: (mode: string, total: string, states: string) => `${mode}, ${total} s: ${states}`,

    notes: {
      inTurn: () => "one after another",
      waitTogether: (count: number) => `${writeCount(count)} threads wait together`,
      computeInTurn: () => "one interpreter: they compute in turn",
      threadEach: () => "a thread for each task",
      processesWait: (count: number) => `${writeCount(count)} processes wait together`,
      processEach: () => "a process for each task",
      atMost: (count: number) => `at most ${writeCount(count)} at a time, the others queue`,
      crew: () => "the tasks share the workers",
      letsGo: () => "lets go while it waits",
      letsGoAtTimes: () => "lets go, but not in every wait",
      holdsOn: () => "waits without letting go",
      oneComputes: () => "one thread computes it all",
      oneThread: () => "one thread, one loop",
    },

    what: {
      simulating: (done: number, of: number) => `Simulating: ${done} of ${of} modes are done.`,
      none: () => "This scenario cannot run in any mode.",
      only: (mode: string) => `Only ${mode} can run this scenario.`,
      otherWork: () => "The tasks do not end alike in every mode: the totals are not of the same work.",
      noTime: () => "Nothing here takes any time.",
      equalComputing: (total: string) => `All of it is computing: ${total} s in every mode.`,
      processesCompute: (least: string, most: string) =>
        `All of it is computing. Only processes make it shorter: ${least} s instead of ${most} s.`,
      equalOne: (total: string) => `One task has nobody to overlap with: ${total} s in every mode.`,
      equalNoOverlap: (total: string) => `No two waits overlap in any mode: ${total} s everywhere.`,
      equal: (total: string) => `Every mode takes ${total} s.`,
      overlap: (tasks: number) =>
        `The same ${many(tasks, "task")}. Only overlapping waits make the total shorter.`,
      extremes: (fast: readonly string[], least: string, slow: readonly string[], most: string) =>
        `${least} s in ${inEnglish(fast)}, ${most} s in ${inEnglish(slow)}.`,
    },
    why: {
      nothing: () => "",
      seeRows: () => "Each row says what keeps it from being compared.",
      oneInterpreter: () =>
        "Threads share one interpreter, and a loop has only one thread: they compute in turn.",
      letGo: (threads: number) =>
        `Threads overlap by holding ${many(threads, "thread")}. Async overlaps by letting go of its only one.`,
      holdsOn: () => "Async + blocking takes as long as sync: it waits without letting go of its thread.",
      held: (least: readonly string[], low: string, most: readonly string[], high: string) =>
        `Thread time held: ${low} s in ${inEnglish(least)}, ${high} s in ${inEnglish(most)}.`,
      heldEqual: (seconds: string) => `Every mode holds threads for ${seconds} s.`,
    },
    difference: {
      missing: (modes: readonly string[]) =>
        `${inEnglish(modes)} cannot run this scenario: there is nothing to compare.`,
      otherWork: (a: string, b: string) =>
        `The tasks end differently in ${a} and in ${b}: the totals are not of the same work.`,
      equal: (a: string, b: string, total: string) => `${a} and ${b} take the same time: ${total} s.`,
      sooner: (a: string, b: string, less: string, from: string, to: string) =>
        `${a} is done ${less} s sooner than ${b}: ${to} s instead of ${from} s.`,
      held: (a: string, heldA: string, threadsA: string, b: string, heldB: string, threadsB: string) =>
        `${a} holds ${threadsA} for ${heldA} s in all, ${b} holds ${threadsB} for ${heldB} s.`,
    },

    axis: "What changes",
    axes: { tasks: "Tasks", workers: "Pool workers", delay: "Longest task" },
    charts: {
      tasks: "Total in seconds against the number of tasks",
      workers: "Total in seconds against the number of workers in the pool",
      delay: "Total in seconds against the longest task, all others in proportion",
    },
    value: {
      tasks: (n: string) => (n === "1" ? "1 task" : `${n} tasks`),
      workers: (n: string) => (n === "1" ? "1 worker" : `${n} workers`),
      delay: (n: string) => `${n} s`,
    },
    noAxis: "Nothing in this scenario can be varied here.",
    computing: (done: number, of: number) => `Simulating: ${done} of ${of} points.`,
    stopped: (done: number, of: number) => `The simulation failed: ${done} of ${of} points are known.`,
    tryAgain: "Try again",
    tryOut: (axis: string) => `Try a value: ${axis}`,
    trying: (value: string, present: string) => `Tried out: ${value}. The scenario has ${present}.`,
    apply: "Apply to the scenario",
    reset: "Back to the scenario",
    chartTable: "The points of the chart",
    togetherOn: (modes: readonly string[]) => modes.join(" = "),

    memoryTitle: "What sleeping threads and asyncio tasks cost in memory",
    memoryCount: "Sleeping",
    memoryThreads: "Threads",
    memoryTasks: "asyncio tasks",
    resident: "in memory",
    virtual: "reserved",
    refused: (made: string) => `not possible: ${made} at most here`,
    perOne: "each",
    memoryWhy: (python: string) => `Measured in real ${python}, not simulated.`,
    memoryLead: (count: string, threads: string, tasks: string) =>
      `${count} sleeping threads take ${threads} of memory, ${count} sleeping tasks ${tasks}.`,
    memorySource: (python: string, system: string, runs: number) =>
      `Each number is the median of ${runs} fresh processes of ${python} on ${system}. A process reads VmRSS (in memory) and VmSize (reserved) in /proc/self/status, starts n threads in time.sleep or n tasks in asyncio.sleep, reads again once all of them sleep; shown is the difference. What threads reserve is 8 MiB of stack each and, here, about 1 GiB for the arenas of malloc; hardly any of it is ever touched. Other systems, and threads that do work, give other numbers.`,
  },
  zh: {
    title: "各种模式并排对比",
    views: "对比什么",
    runs: "运行",
    curves: "曲线",
    memory: "内存",

    mode: "模式",
    timeline: "时间线",
    total: "总耗时",
    speedUp: "加速比",
    held: "占住线程",
    switches: "切换",
    caption: "同一个场景在各种模式下的模拟结果",
    captionTwo: "同一个场景在两种模式下的模拟结果",
    seconds: (seconds) => `${seconds} s`,
    times: (ratio) => `${ratio}×`,
    none: "–",
    workers: {
      thread: (count) => `${writeCount(count)} 个线程`,
      process: (count) => `${writeCount(count)} 个进程`,
    },
    helpers: (count) => `另有 ${writeCount(count)} 个辅助线程`,
    open: (mode) => `打开${mode}`,
    present: "现在显示的",
    pickMode: (mode) => `并排看：${mode}`,
    pickShort: "并排",
    pickHint: "选两种模式，放大了并排看。",
    pickOther: (mode) => `已选${mode}，再选一种和它并排。`,
    allModes: "全部模式",
    waiting: "排队等候模拟",
    simulating: (events) => `正在模拟，已有 ${events} 个事件`,
    indexing: (events) => `正在整理，共 ${events} 个事件`,
    cannot: "这里做不到：",
    nothingToBlock: "没有任务在等待，也就没有什么可以阻塞。",
    more: (count) => `……另外还有 ${writeCount(count)} 条。`,
    failed: "模拟出错了，这是我们的错：",
    lanes: (first, last, count) => `${first} … ${last}，共 ${writeCount(count)} 个任务，按时间占比画出`,
    spoken: (mode, total, states) => `${mode}，${total} 秒：${states}`,

    notes: {
      inTurn: () => "一个做完才做下一个",
      waitTogether: (count) => `${writeCount(count)} 个线程一起等`,
      computeInTurn: () => "共用一个解释器，轮流计算",
      threadEach: () => "一个任务一个线程",
      processesWait: (count) => `${writeCount(count)} 个进程一起等`,
      processEach: () => "一个任务一个进程",
      atMost: (count) => `最多同时 ${writeCount(count)} 个，其余排队`,
      crew: () => "任务由几个线程分着做",
      letsGo: () => "等待时交出线程",
      letsGoAtTimes: () => "有些等待不交出线程",
      holdsOn: () => "等待时不松手",
      oneComputes: () => "一个线程全算完",
      oneThread: () => "一个线程，一个循环",
    },

    what: {
      simulating: (done, of) => `正在模拟，${of} 种模式已完成 ${done} 种。`,
      none: () => "这个场景在哪种模式下都不能运行。",
      only: (mode) => `这个场景只能用${mode}模式运行。`,
      otherWork: () => "各模式下任务的结局不同，做的不是同样的事，总耗时不能直接比。",
      noTime: () => "这里什么都不花时间。",
      equalComputing: (total) => `全是计算，哪种模式都要 ${total} 秒。`,
      processesCompute: (least, most) => `全是计算，只有多进程能缩短总耗时：${least} 秒，而不是 ${most} 秒。`,
      equalOne: (total) => `只有一个任务，没有谁可以重叠，哪种模式都要 ${total} 秒。`,
      equalNoOverlap: (total) => `哪种模式下都没有两个等待重叠，全要 ${total} 秒。`,
      equal: (total) => `每种模式都要 ${total} 秒。`,
      overlap: (tasks) => `同样 ${writeCount(tasks)} 个任务：等待能重叠，总耗时才变短。`,
      extremes: (fast, least, slow, most) =>
        `${inChinese(fast)}${fast.length === 1 ? "" : "都"}用了 ${least} 秒，${inChinese(slow)}${slow.length === 1 ? "" : "都"}用了 ${most} 秒。`,
    },
    why: {
      nothing: () => "",
      seeRows: () => "为什么不能比，每一行都有说明。",
      oneInterpreter: () => "线程共用一个解释器，事件循环只有一个线程，计算只能轮流来。",
      letGo: (threads) => `多线程靠占着 ${writeCount(threads)} 个线程来重叠；异步靠把唯一的线程交出来重叠。`,
      holdsOn: () => "异步 + 阻塞和同步一样慢：等待时占着线程不放。",
      held: (least, low, most, high) =>
        `占住线程的时间：${inChinese(least)}是 ${low} 秒，${inChinese(most)}是 ${high} 秒。`,
      heldEqual: (seconds) => `每种模式都占住线程 ${seconds} 秒。`,
    },
    difference: {
      missing: (modes) => `${inChinese(modes)}不能运行这个场景，没有什么可比。`,
      otherWork: (a, b) => `任务在${a}和${b}里的结局不同，总耗时不能直接比。`,
      equal: (a, b, total) => `${a}和${b}一样快，都是 ${total} 秒。`,
      sooner: (a, b, less, from, to) => `${a}比${b}早 ${less} 秒做完：${to} 秒，而不是 ${from} 秒。`,
      held: (a, heldA, threadsA, b, heldB, threadsB) =>
        `${a}用 ${threadsA}，共占住 ${heldA} 秒；${b}用 ${threadsB}，共占住 ${heldB} 秒。`,
    },

    axis: "改变什么",
    axes: { tasks: "任务数", workers: "线程池大小", delay: "最长任务" },
    charts: {
      tasks: "总耗时（秒）随任务数的变化",
      workers: "总耗时（秒）随线程池大小的变化",
      delay: "总耗时（秒）随最长任务耗时的变化，其余任务按比例缩放",
    },
    value: { tasks: (n) => `${n} 个任务`, workers: (n) => `${n} 个工作线程`, delay: (n) => `${n} 秒` },
    noAxis: "这个场景里没有可以在这里改变的量。",
    computing: (done, of) => `正在模拟，${of} 个点已完成 ${done} 个。`,
    stopped: (done, of) => `模拟出错了，${of} 个点只算出 ${done} 个。`,
    tryAgain: "再试一次",
    tryOut: (axis) => `试一个值：${axis}`,
    trying: (value, present) => `正在试：${value}。场景里是 ${present}。`,
    apply: "用到场景里",
    reset: "回到场景的值",
    chartTable: "曲线上的点",
    togetherOn: (modes) => modes.join(" = "),

    memoryTitle: "睡着的线程和 asyncio 任务各占多少内存",
    memoryCount: "睡着的个数",
    memoryThreads: "线程",
    memoryTasks: "asyncio 任务",
    resident: "实际占用",
    virtual: "预留",
    refused: (made) => `做不到，这里最多 ${made} 个`,
    perOne: "平均每个",
    memoryWhy: (python) => `在真正的 ${python} 里实测，不是模拟。`,
    memoryLead: (count, threads, tasks) =>
      `${count} 个睡着的线程占 ${threads} 内存，${count} 个睡着的任务占 ${tasks}。`,
    memorySource: (python, system, runs) =>
      `每个数是 ${runs} 个新进程的中位数，环境是 ${python}，${system}。进程先读 /proc/self/status 里的 VmRSS（实际占用）和 VmSize（预留），再启动 n 个 time.sleep 的线程或 n 个 asyncio.sleep 的任务，等全部睡着后再读一次，表里是两次之差。线程预留的是每个 8 MiB 的栈，这里再加上 malloc 的 arena 约 1 GiB，真正用到的很少。换一个系统，或者线程真的干起活来，数字会不同。`,
  },
});

export type CompareWords = (typeof compareMessages)["en"];
