import type { Milliseconds } from "#base/units.ts";
import { defineMessages } from "./messages.tsx";
import type { NarrationWords } from "./narration.ts";
import { narrationInChinese } from "./narration-chinese.ts";
import { narrationInEnglish } from "./narration-english.ts";
import { measuredSeconds } from "./narration-seconds.ts";

interface Instead {
  readonly what: Partial<NarrationWords["what"]>;
  readonly why: Partial<NarrationWords["why"]>;
}

const MEASURED = { en: measuredSeconds("s", "ms"), zh: measuredSeconds("秒", "毫秒") };

const seconds = (ms: Milliseconds): string => (ms / 1000).toFixed(2);
const milliseconds = (ms: Milliseconds): string => ms.toFixed(1);

/** Medians of the legs of a run's requests. */
interface Legs {
  readonly message: Milliseconds;
  readonly handler: Milliseconds;
  readonly answer: Milliseconds;
}

const more = (ms: Milliseconds): string => {
  if (Math.abs(ms) < 1) return "差不到 1 毫秒";
  const size = Math.abs(ms);
  return `${ms < 0 ? "少" : "多"} ${size < 100 ? `${size.toFixed(0)} 毫秒` : `${seconds(size)} 秒`}`;
};
const deviation = (ms: Milliseconds): string => {
  if (Math.abs(ms) < 1) return "within 1 ms";
  const size = Math.abs(ms);
  return `${ms < 0 ? "−" : "+"}${size < 100 ? `${size.toFixed(0)} ms` : `${seconds(size)} s`}`;
};

/** What is said only of a measured run; `difference` is measured minus predicted. */
export const liveNarration = defineMessages({
  en: {
    allDone: (ms: Milliseconds) => `All done. Measured: ${seconds(ms)} s.`,
    ended: (ms: Milliseconds) => `The program has ended. Measured: ${seconds(ms)} s.`,
    endedWithError: (ms: Milliseconds, error: string) => `Ended by ${error}. Measured: ${seconds(ms)} s.`,
    cancelled: (ms: Milliseconds) => `The run was cancelled after ${seconds(ms)} s.`,
    cutShort: () => "Its times are cut short, so they are held against no prediction.",
    predicted: (ms: Milliseconds, difference: Milliseconds) =>
      `Predicted: ${seconds(ms)} s, ${deviation(difference)}.`,
    legs: (ms: Milliseconds, difference: Milliseconds, { message, handler, answer }: Legs) =>
      `Predicted ${seconds(ms)} s, ${deviation(difference)}. Requests: ${milliseconds(message)} ms there, ${milliseconds(handler)} in the server, ${milliseconds(answer)} back.`,
    silent: (ms: Milliseconds, difference: Milliseconds, silence: Milliseconds) =>
      `Predicted ${seconds(ms)} s, ${deviation(difference)}. The heartbeat stood still for ${seconds(silence)} s.`,
    withoutNetwork: (ms: Milliseconds, difference: Milliseconds) =>
      `Predicted ${seconds(ms)} s, ${deviation(difference)}. No network: really blocked, no requests.`,
    runs: (n: string) => `${n} runs and holds the one thread.`,
    runsOnWorker: (n: string, worker: number) => `Thread ${worker} runs ${n}.`,
    linesTook: (ms: Milliseconds) => `Its lines take ${MEASURED.en.seconds(ms)} until it waits or ends.`,
    aboutToBegin: () => "The browser is about to begin.",
    readyNow: (names: string) => `Ready, and about to get it: ${names}.`,
    betweenSteps: () => "The browser takes a moment between two steps.",
    sentAtOnce: (ms: Milliseconds, difference: Milliseconds) =>
      `Predicted ${seconds(ms)} s, ${deviation(difference)}: fetch sends at once, asyncio when the loop moves on.`,
    heartbeatStopped: () => "The heartbeat has stopped: nothing else can run on this thread.",
    heartbeatStoodStill: (silence: Milliseconds, waiting: number) =>
      `The heartbeat stood still for ${seconds(silence)} s${waiting === 0 ? "" : `; ${waiting} waiting`}.`,
    /** In place of sentences about what only a simulated loop knows of itself: its turns. */
    instead: {
      what: { gaveUpTurn: (n) => `${n} lets go of the thread for the others.` },
      why: {
        loopTurns: () => "It runs whatever can run, one at a time.",
        loopHasReady: (n) => `${n === 1 ? "A task" : `${n} tasks`} made before it can start now.`,
        loopNotNeeded: () => "The main program has ended, and the loop with it.",
        firstStepQueued: () => "A new task does not run at once: whoever runs now must let go first.",
        loopNotRunning: () => "No loop is running yet, so it cannot start.",
        mainIsATask: () => "One loop runs it and all the others.",
        firstInQueue: () => "It keeps the thread until an await that has to wait.",
        awaitsNothing: () => "asyncio.sleep(0) waits for no time: it only lets others run first.",
        waited: (ms) => `Its ${MEASURED.en.seconds(ms)} are over, and the thread is free for it.`,
        answerHere: () => "The server has answered, and the thread is free for it.",
        firstAgain: () => "What it waited for is there.",
        timeIsUp: (ms) => `Its ${MEASURED.en.seconds(ms)} are over; now it only needs the thread.`,
        answerCame: () => "The loop has seen the answer; now it only needs the thread.",
        placeCame: () => "A place has become free.",
        yieldedTurn: () => "It let go only for a moment and queues behind the others.",
        otherEnded: (other) => `${other} has ended, so it can go on.`,
        helperCame: () => "The helper thread is done; now it only needs the thread.",
        waitCameTrue: () => "What it waited for is there; now it only needs the thread.",
        becomesReadyOnly: () => "That does not run the task: it still needs the thread.",
        callbacksNext: (callback) => `Its callback ${callback} runs later, not at once.`,
        callbackWaits: () => "A callback does not run at once: the loop calls it later.",
        callbackIsLate: () => "It runs after the task has ended, not as a part of it.",
        nextInQueue: (next) => `${next} waits for the thread, too.`,
        nothingToRun: () => "The loop is free: it has nothing to run.",
        leavesNextTurn: () => "It goes to the server inside this page.",
        serverDoneAsync: () => "When the loop sees the answer, the task can go on.",
      },
    } satisfies Instead as Instead,
  },
  zh: {
    allDone: (ms) => `全部完成，实测 ${seconds(ms)} 秒。`,
    ended: (ms) => `运行结束，实测 ${seconds(ms)} 秒。`,
    endedWithError: (ms, error) => `程序因 ${error} 结束，实测 ${seconds(ms)} 秒。`,
    cancelled: (ms) => `这次运行在第 ${seconds(ms)} 秒取消。`,
    cutShort: () => "时间不完整，所以不和预测比较。",
    predicted: (ms, difference) => `预测 ${seconds(ms)} 秒，${more(difference)}。`,
    legs: (ms, difference, { message, handler, answer }) =>
      `预测 ${seconds(ms)} 秒，${more(difference)}；请求去 ${milliseconds(message)}、处理 ${milliseconds(handler)}、回 ${milliseconds(answer)} 毫秒。`,
    silent: (ms, difference, silence) =>
      `预测 ${seconds(ms)} 秒，${more(difference)}；心跳停了 ${seconds(silence)} 秒。`,
    withoutNetwork: (ms, difference) =>
      `预测 ${seconds(ms)} 秒，${more(difference)}。没有网络：真的阻塞，不发请求。`,
    runs: (n) => `${n} 在运行，占着唯一的线程。`,
    runsOnWorker: (n, worker) => `线程 ${worker} 在运行 ${n}。`,
    linesTook: (ms) => `到它开始等或者结束，这几行用了 ${MEASURED.zh.seconds(ms)}。`,
    aboutToBegin: () => "浏览器马上开始。",
    readyNow: (names) => `已经就绪、马上拿到线程：${names}。`,
    betweenSteps: () => "浏览器在两步之间要用一点时间。",
    sentAtOnce: (ms, difference) =>
      `预测 ${seconds(ms)} 秒，${more(difference)}：fetch 马上发出，asyncio 等循环动了才发。`,
    heartbeatStopped: () => "心跳停着：这个线程上别的什么也运行不了。",
    heartbeatStoodStill: (silence, waiting) =>
      `心跳停了 ${seconds(silence)} 秒${waiting === 0 ? "" : `，还有 ${waiting} 个任务在等`}。`,
    instead: {
      what: { gaveUpTurn: (n) => `${n} 交出线程，让别人先运行。` },
      why: {
        loopTurns: () => "谁能运行就运行谁，一次只运行一个。",
        loopHasReady: (n) => `启动之前建好的 ${n} 个任务，现在可以开始了。`,
        loopNotNeeded: () => "主程序已经结束，循环也跟着停了。",
        firstStepQueued: () => "新任务不会马上运行，要等正在运行的交出线程。",
        loopNotRunning: () => "循环还没有启动，它还不能开始。",
        mainIsATask: () => "它和别的任务由同一个事件循环来运行。",
        firstInQueue: () => "遇到真正要等的 await 之前，线程一直归它。",
        awaitsNothing: () => "asyncio.sleep(0) 不等时间，只是让别人先运行。",
        waited: (ms) => `它的 ${MEASURED.zh.seconds(ms)}等完了，线程也空着。`,
        answerHere: () => "服务器已经响应，线程也空着。",
        firstAgain: () => "它等的有了结果。",
        timeIsUp: (ms) => `它的 ${MEASURED.zh.seconds(ms)}到了，只差拿到线程。`,
        answerCame: () => "循环看到了响应，只差拿到线程。",
        placeCame: () => "有名额空出来了。",
        yieldedTurn: () => "它只让了一下，排到别的任务后面。",
        otherEnded: (other) => `${other} 结束了，它可以继续。`,
        helperCame: () => "辅助线程做完了，只差拿到线程。",
        waitCameTrue: () => "它等的结果有了，只差拿到线程。",
        becomesReadyOnly: () => "到点不等于运行，任务只是就绪，还差拿到线程。",
        callbacksNext: (callback) => `它的回调 ${callback} 稍后才运行，不是马上。`,
        callbackWaits: () => "回调不会马上运行，事件循环稍后才调用它。",
        callbackIsLate: () => "任务结束之后才轮到它，它不是任务的一部分。",
        nextInQueue: (next) => `${next} 也在等线程。`,
        nothingToRun: () => "循环空着，现在没有要运行的。",
        leavesNextTurn: () => "它发往这个页面里的服务器。",
        serverDoneAsync: () => "循环看到响应之后，任务才能继续。",
      },
    },
  },
});

export type LiveNarrationWords = (typeof liveNarration)["en"];

/** The narrator's words where nothing is said that was not measured. */
export const measuredNarration = defineMessages({
  en: withoutTurns(narrationInEnglish(MEASURED.en), liveNarration.en.instead),
  zh: withoutTurns(narrationInChinese(MEASURED.zh), liveNarration.zh.instead),
});

function withoutTurns(words: NarrationWords, { what, why }: Instead): NarrationWords {
  return { ...words, what: { ...words.what, ...what }, why: { ...words.why, ...why } };
}
