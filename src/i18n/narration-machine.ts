import type { Milliseconds } from "#base/units.ts";
import { writeCount } from "#base/write-number.ts";

/**
 * What the narrator says of cores, interpreters, time slices and processes. Slices are told in ms: the usual one is 5.
 * A `count` comes with its noun, as each language writes it.
 */
export interface MachineWords {
  readonly what: {
    readonly processCreated: (n: string) => string;
    readonly startedOnProcess: (n: string, process: number) => string;
    readonly doneOnProcess: (n: string, process: number) => string;
    readonly holdsProcess: (n: string, process: number) => string;
    readonly processesWait: (n: number) => string;
    readonly makes: (kind: "thread" | "process", n: string | undefined) => string;
    readonly made: () => string;
    readonly waitsForInterpreter: (n: string) => string;
    readonly waitsForCore: (n: string) => string;
    readonly goesOn: (n: string) => string;
    readonly getsInterpreter: (n: string) => string;
    readonly getsCore: (n: string, core: number) => string;
    readonly interpreterGoesTo: (n: string, next: string) => string;
    readonly coreGoesTo: (n: string, core: number, next: string) => string;
    readonly takenOff: (n: string) => string;
    readonly computesInTurn: (names: string, waiting: number) => string;
    readonly noneComputes: (waiting: number) => string;
    readonly computeAtOnce: (n: number) => string;
  };
  readonly why: {
    readonly processesPlan: (n: number) => string;
    readonly oneProcessEach: () => string;
    readonly othersGoOnInProcesses: (n: number) => string;
    readonly errorEndsProcess: () => string;
    readonly blocksOwnProcess: (call: string, ms: Milliseconds) => string;
    readonly processesOverlap: (n: number) => string;
    readonly makingTakes: (kind: "thread" | "process", ms: Milliseconds) => string;
    readonly onlyThenBegins: () => string;
    readonly lockIsTaken: (slice: Milliseconds) => string;
    readonly coresTaken: (cores: number) => string;
    readonly lockTakesTurns: (slice: Milliseconds) => string;
    readonly systemSwitches: (slice: Milliseconds) => string;
    readonly sliceLasts: (slice: Milliseconds) => string;
    readonly otherProgram: () => string;
    readonly computedIn: (ms: Milliseconds, elapsed: Milliseconds) => string;
    readonly turnsAddUp: (slice: Milliseconds) => string;
    readonly coresAreShared: (cores: number, slice: Milliseconds) => string;
    /** Nobody: the core is being switched over. */
    readonly othersHaveCores: (programs: readonly string[]) => string;
    readonly ownInterpreter: () => string;
    readonly withoutLock: () => string;
    readonly endTogether: (inProcesses: boolean) => string;
    readonly endCores: (cores: number) => string;
    readonly endOtherPrograms: () => string;
  };
}

type Seconds = (ms: Milliseconds) => string;

export function machineWordsInEnglish(seconds: Seconds): MachineWords {
  const slices = (ms: Milliseconds) => `${writeCount(ms)} ms`;
  const cores = (n: number) => (n === 1 ? "the only core" : `the ${writeCount(n)} cores`);
  const processes = (n: number) => (n === 1 ? "One process" : `${writeCount(n)} processes`);
  return {
    what: {
      processCreated: (n) => `A process is made for ${n}.`,
      startedOnProcess: (n, process) => `Process ${process} starts to run ${n}.`,
      doneOnProcess: (n, process) => `${n} is done, and process ${process} ends.`,
      holdsProcess: (n, process) => `${n} waits, and process ${process} with it.`,
      processesWait: (n) => `${processes(n)} ${n === 1 ? "waits" : "wait at once, each for itself"}.`,
      makes: (kind, n) => `The main program makes a ${kind}${n === undefined ? "" : ` for ${n}`}.`,
      made: () => "The main program has made it.",
      waitsForInterpreter: (n) => `${n} is ready and waits for the interpreter.`,
      waitsForCore: (n) => `${n} is ready and waits for a core.`,
      goesOn: (n) => `It is ${n}'s turn: it goes on.`,
      getsInterpreter: (n) => `${n} gets the interpreter and computes.`,
      getsCore: (n, core) => `${n} computes on core ${core}.`,
      interpreterGoesTo: (n, next) => `${n}'s slice is over; ${next} gets the interpreter.`,
      coreGoesTo: (n, core, next) => `${n}'s slice is over; ${next} gets core ${core}.`,
      takenOff: (n) => `${n}'s slice is over: it must wait.`,
      computesInTurn: (names, waiting) => `Computing: ${names}. Waiting for a turn: ${writeCount(waiting)}.`,
      noneComputes: (waiting) =>
        waiting === 1
          ? "A task is ready and must wait."
          : `${writeCount(waiting)} tasks are ready and must wait.`,
      computeAtOnce: (n) => `${writeCount(n)} tasks compute at the same instant.`,
    },
    why: {
      processesPlan: (n) =>
        `Press play (Space): ${writeCount(n)} ${n === 1 ? "task, in a process of its own" : "tasks, each in a process of its own"}.`,
      oneProcessEach: () => "One process per task: each has an interpreter of its own.",
      othersGoOnInProcesses: (n) =>
        n === 0
          ? "No other process is at work."
          : `${writeCount(n)} other process${n === 1 ? "" : "es"} at work.`,
      errorEndsProcess: () => "An exception ends only its own process; the others go on.",
      blocksOwnProcess: (call, ms) =>
        `${call} holds only this process, for ${seconds(ms)}; the others go on.`,
      processesOverlap: (n) =>
        n === 1
          ? "It can do nothing else meanwhile."
          : "The waits overlap, but each one costs a whole process.",
      makingTakes: (kind, ms) => `To make a ${kind} takes ${seconds(ms)}; it can begin only then.`,
      onlyThenBegins: () => "Only now can it begin.",
      lockIsTaken: (slice) =>
        `Another thread has it, and lets go when its slice of ${slices(slice)} is over.`,
      coresTaken: (n) =>
        `${n === 1 ? "The only core is" : `All ${writeCount(n)} cores are`} taken; whoever has waited longest comes next.`,
      lockTakesTurns: (slice) =>
        `CPython makes a thread let go after ${slices(slice)} if others wait, wherever it is.`,
      systemSwitches: (slice) =>
        `The operating system switches after ${slices(slice)}, at any instruction; nobody is asked.`,
      sliceLasts: (slice) => `For ${slices(slice)}, or longer while nobody else waits.`,
      otherProgram: () => "It is not part of this program, and gets its share of the time all the same.",
      computedIn: (ms, elapsed) =>
        `${seconds(ms)} of computing took ${seconds(elapsed)}, for others had their turns.`,
      turnsAddUp: (slice) =>
        `They take turns of ${slices(slice)}: together no faster than one after the other.`,
      coresAreShared: (n, slice) => `They share ${cores(n)}, in turns of ${slices(slice)}.`,
      othersHaveCores: (programs) =>
        programs.length === 0
          ? "The core is being switched over."
          : `The operating system gives the time to ${programs.slice(0, 2).join(" and ")} now.`,
      ownInterpreter: () => "Each has an interpreter of its own, and a core: this is parallel.",
      withoutLock: () => "There is no lock, and a core for each: this is parallel.",
      endTogether: (inProcesses) =>
        inProcesses
          ? "They computed at the same instant, each with its own interpreter."
          : "They computed at the same instant: no lock kept them apart.",
      endCores: (n) => `Computing was shared out over ${cores(n)}.`,
      endOtherPrograms: () => "Other programs had their share of the cores.",
    },
  };
}

export function machineWordsInChinese(seconds: Seconds): MachineWords {
  const slices = (ms: Milliseconds) => `${writeCount(ms)} 毫秒`;
  const cores = (n: number) => (n === 1 ? "唯一的核心" : `${writeCount(n)} 个核心`);
  const kinds = { thread: "线程", process: "进程" } as const;
  return {
    what: {
      processCreated: (n) => `给 ${n} 建了一个进程。`,
      startedOnProcess: (n, process) => `进程 ${process} 开始运行 ${n}。`,
      doneOnProcess: (n, process) => `${n} 完成，进程 ${process} 结束。`,
      holdsProcess: (n, process) => `${n} 在等，进程 ${process} 也跟着等。`,
      processesWait: (n) => (n === 1 ? "一个进程在等。" : `${writeCount(n)} 个进程同时在等，各等各的。`),
      makes: (kind, n) =>
        n === undefined ? `主程序在建${kinds[kind]}。` : `主程序在为 ${n} 建${kinds[kind]}。`,
      made: () => "主程序建好了。",
      waitsForInterpreter: (n) => `${n} 就绪了，在等解释器。`,
      waitsForCore: (n) => `${n} 就绪了，在等核心。`,
      goesOn: (n) => `轮到 ${n}，它接着运行。`,
      getsInterpreter: (n) => `${n} 拿到解释器，开始计算。`,
      getsCore: (n, core) => `${n} 在核心 ${core} 上计算。`,
      interpreterGoesTo: (n, next) => `${n} 的时间片用完，解释器给 ${next}。`,
      coreGoesTo: (n, core, next) => `${n} 的时间片用完，核心 ${core} 给 ${next}。`,
      takenOff: (n) => `${n} 的时间片用完，只好等着。`,
      computesInTurn: (names, waiting) => `${names} 在计算，另有 ${writeCount(waiting)} 个等着轮到。`,
      noneComputes: (waiting) => `${writeCount(waiting)} 个任务就绪了，只能等着。`,
      computeAtOnce: (n) => `${writeCount(n)} 个任务在同一瞬间计算。`,
    },
    why: {
      processesPlan: (n) => `按播放（空格）运行：${writeCount(n)} 个任务，每个任务一个进程。`,
      oneProcessEach: () => "每个任务一个进程，各有各的解释器。",
      othersGoOnInProcesses: (n) =>
        n === 0 ? "没有别的进程在干活了。" : `还有 ${writeCount(n)} 个进程在干活。`,
      errorEndsProcess: () => "异常只结束这一个进程，其他进程照常。",
      blocksOwnProcess: (call, ms) => `${call} 要等 ${seconds(ms)}，只占着这个进程，别的照常。`,
      processesOverlap: (n) =>
        n === 1 ? "它在等的时候，别的什么也做不了。" : "等待重叠在一起，但每一份都占着一个进程。",
      makingTakes: (kind, ms) => `建一个${kinds[kind]}要 ${seconds(ms)}，建好之后它才能开始。`,
      onlyThenBegins: () => "现在它才能开始。",
      lockIsTaken: (slice) => `解释器在别的线程手里，${slices(slice)}的时间片用完才让出来。`,
      coresTaken: (n) => `${n === 1 ? "唯一的核心正忙" : `${cores(n)}都忙着`}，谁等得最久，下一个就是谁。`,
      lockTakesTurns: (slice) =>
        `有别的线程在等，CPython 让线程算满${apart(slices(slice))}就放手，停在哪里都有可能。`,
      systemSwitches: (slice) =>
        `操作系统每${apart(slices(slice))}切换一次，停在哪条指令都有可能，不用谁同意。`,
      sliceLasts: (slice) => `能用${apart(slices(slice))}，没有别人在等就接着用。`,
      otherProgram: () => "它不是这个程序的一部分，照样分到自己的时间。",
      computedIn: (ms, elapsed) => `${seconds(ms)}的计算用了 ${seconds(elapsed)}，中间轮到过别人。`,
      turnsAddUp: (slice) => `它们每${apart(slices(slice))}轮换一次，加起来并不比一个一个做快。`,
      coresAreShared: (n, slice) =>
        `它们分用${n === 1 ? "" : " "}${cores(n)}，每${apart(slices(slice))}轮换一次。`,
      othersHaveCores: (programs) =>
        programs.length === 0
          ? "核心正在切换。"
          : `这段时间操作系统给了 ${programs.slice(0, 2).join("、")}。`,
      ownInterpreter: () => "各有各的解释器，又各有一个核心：这就是并行。",
      withoutLock: () => "没有解释器锁，又各有一个核心：这就是并行。",
      endTogether: (inProcesses) =>
        inProcesses ? "它们在同一瞬间计算，各用各的解释器。" : "它们在同一瞬间计算，没有锁把它们隔开。",
      endCores: (n) => `计算分给了${n === 1 ? "" : " "}${cores(n)}。`,
      endOtherPrograms: () => "别的程序也分走了核心的时间。",
    },
  };
}

/** Figures stand apart from a Chinese character before them. */
const apart = (text: string): string => ` ${text}`;
