import type { Milliseconds } from "#base/units.ts";
import { writeCount, writeSeconds } from "#base/write-number.ts";
import { machineWordsInEnglish } from "./narration-machine.ts";
import type { SecondsFormat } from "./narration-seconds.ts";

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const number = (n: number): string => NUMBERS[n] ?? writeCount(n);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const count = (n: number, noun: string): string => `${number(n)} ${noun}${n === 1 ? "" : "s"}`;
const tasks = (n: number): string => count(n, "task");
const allTasks = (n: number): string =>
  n === 1 ? "the only task" : n === 2 ? "both tasks" : `all ${tasks(n)}`;
const is = (n: number): string => (n === 1 ? "is" : "are");
/** The first names of a list of `all` names: `bobo, jay and tom`, or `bobo and 11 others`. */
const list = (names: readonly string[], all: number): string => {
  if (all <= 1 || all > names.length) {
    const others = all - 1;
    return others > 0
      ? `${names[0]} and ${writeCount(others)} other${others === 1 ? "" : "s"}`
      : `${names[0]}`;
  }
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
};

/** `seconds` and `total` say how durations are told: exactly, or as measured. */
export function narrationInEnglish({ seconds, total }: SecondsFormat) {
  const sum = (parts: readonly Milliseconds[]): string =>
    `${parts.map(writeSeconds).join(" + ")} = ${seconds(parts.reduce((a, b) => a + b, 0))}`;
  const machine = machineWordsInEnglish(seconds);
  return {
    main: "the main program",
    clock: "s",
    /** In the clock's column, which is narrow: long numbers take a second line. */
    step: (step: number, steps: number): string =>
      `step ${writeCount(step)}${steps < 1000 ? "/" : "\nof "}${writeCount(steps)}`,
    label: "What happens now, and why",
    list,
    seconds,
    sum,
    what: {
      ...machine.what,
      notStarted: () => "Nothing has run yet.",
      loopStarted: () => "The event loop starts.",
      loopStopped: () => "The event loop stops.",
      coroutineCreated: (n: string) => `${n}'s coroutine object exists. It has not run.`,
      taskCreated: (n: string) => `${n} is now a task of the event loop.`,
      threadCreated: (n: string) => `A thread is made for ${n}.`,
      queued: (n: string) => `${n} goes into the task queue.`,
      ready: (n: string) => `${n} is ready and waits for the thread.`,
      readyAfter: (n: string, before: string) => `${n} is ready, queued behind ${before}.`,
      startedOnLoop: (n: string) => `${n} gets the thread and starts.`,
      startedOnWorker: (n: string, worker: number) => `Worker ${worker} takes ${n} and runs it.`,
      startedOnThread: (n: string, worker: number) => `Thread ${worker} starts to run ${n}.`,
      startedInLine: (n: string) => `${n} gets its turn and starts.`,
      suspended: (n: string) => `${n} is suspended and lets go of the thread.`,
      gaveUpTurn: (n: string) => `${n} lets go of the thread for one turn.`,
      resumed: (n: string) => `${n} gets the thread back and runs on.`,
      resumedWithCancel: (n: string) => `${n} runs again, with a cancellation.`,
      resumedWithError: (n: string) => `${n} runs again, with an exception.`,
      done: (n: string) => `${n} is done.`,
      doneOnWorker: (n: string, worker: number) => `${n} is done. Worker ${worker} is free again.`,
      doneOnThread: (n: string, worker: number) => `${n} is done, and thread ${worker} ends.`,
      failed: (n: string, error: string) => `${n} failed: ${error}.`,
      cancelled: (n: string) => `${n} is cancelled.`,
      holdsOnlyThread: (n: string) => `${n} is only waiting, yet it holds the one thread.`,
      holdsWorker: (n: string, worker: number) => `${n} waits and holds worker ${worker}.`,
      holdsThread: (n: string, worker: number) => `${n} waits and holds thread ${worker}.`,
      waitIsOver: (n: string) => `${n} has waited and runs on.`,
      computes: (n: string) => `${n} computes and holds its thread.`,
      computed: (n: string) => `${n} has finished computing.`,
      requestMade: (n: string) => `${n} makes a request.`,
      requestSent: (n: string) => `${n}'s request has left.`,
      answered: (n: string) => `${n} has the server's answer.`,
      answeredStatus: (n: string, status: number) => `${n} has an answer with status ${status}.`,
      requestFailed: (n: string, error: string) => `${n}'s request failed: ${error}.`,
      requestAborted: (n: string) => `${n} gives its request up.`,
      serverWorks: (n: string) => `The server works on ${n}'s request.`,
      serverDone: (n: string) => `The server has answered ${n}.`,
      helperWorks: (n: string) => `A helper thread works for ${n}.`,
      helperDone: (n: string) => `The helper thread is done for ${n}.`,
      called: (n: string, coroutine: string) => `${n} runs ${coroutine} inside itself.`,
      callEnded: (n: string, coroutine: string) => `${coroutine} has ended; ${n} goes on.`,
      printed: (n: string, text: string) => `${n} prints “${text}”.`,
      callbackPrinted: (callback: string, text: string) => `Callback ${callback} prints “${text}”.`,
      callbackQueued: (n: string, callback: string) => `${n}'s callback ${callback} is queued.`,
      callbackRuns: (n: string, callback: string) => `Callback ${callback} runs for ${n}.`,
      callbackEnded: (n: string, callback: string) => `Callback ${callback} of ${n} has ended.`,
      callbackFailed: (callback: string, error: string) => `Callback ${callback} failed: ${error}.`,
      callbackCutOff: (callback: string) => `Callback ${callback} was cut off.`,
      cancelRequested: (n: string) => `${n} is asked to cancel.`,
      cancelTooLate: (n: string) => `A cancellation of ${n} comes too late.`,
      cancelIgnored: (n: string) => `${n} was cancelled and goes on.`,
      timeoutFired: (n: string) => `${n} has reached its deadline.`,
      timeoutHandled: (n: string) => `${n} has caught the timeout and goes on.`,
      neverAwaited: (n: string) => `${n} made a coroutine and never awaited it.`,
      gotResult: (from: string) => `The main program has the result of ${from}.`,
      gotError: (from: string) => `The main program gets the exception of ${from}.`,
      waitReturned: () => "The main program no longer waits.",
      waitRaised: (error: string) => `The main program gets an exception: ${error}.`,
      timerFired: (n: string) => `${n}'s timer is due.`,
      // between events
      allSuspended: (n: number) => `${capital(allTasks(n))} ${is(n)} suspended. The thread is free.`,
      someSuspended: (names: string, n: number) => `${names} ${is(n)} suspended. The thread is free.`,
      mainSuspended: () => "The main program is suspended. The thread is free.",
      threadFree: () => "The thread is free.",
      callbackHolds: (n: string, callback: string) => `Callback ${callback} of ${n} holds the one thread.`,
      computesAlone: (n: string) => `${n} computes and holds the one thread.`,
      workersBusy: (n: number, waiting: string) =>
        `${capital(n === 1 ? "the worker" : `all ${number(n)} workers`)} ${is(n)} busy; ${waiting} must queue.`,
      workersReused: (workers: readonly number[], names: string) =>
        `Worker${workers.length === 1 ? "" : "s"} ${workers.join(", ")} ${is(workers.length)} kept and now run${workers.length === 1 ? "s" : ""} ${names}.`,
      threadsWait: (n: number) =>
        n === 1
          ? "One thread waits, held by its task."
          : `${capital(count(n, "thread"))} wait at once, each held by its task.`,
      threadsCompute: (n: number) =>
        n === 1
          ? "One thread computes."
          : `${capital(count(n, "thread"))} compute and share one interpreter.`,
      threadsMixed: (waiting: number, computing: number) =>
        `${capital(count(waiting, "thread"))} waiting, ${number(computing)} computing.`,
      threadsIdle: () => "No thread has work right now.",
      // the end
      allDone: (ms: Milliseconds) => `All done in ${total(ms)}.`,
      ended: (ms: Milliseconds) => `The program has ended after ${total(ms)}.`,
      endedWithError: (ms: Milliseconds, error: string) => `Ended by ${error} after ${total(ms)}.`,
    },
    why: {
      ...machine.why,
      syncPlan: (n: number) => `Press play (Space): one thread will run ${tasks(n)}, one after the other.`,
      threadsPlan: (n: number) => `Press play (Space): ${tasks(n)}, and each gets a thread of its own.`,
      poolPlan: (n: number, workers: number) =>
        `Press play (Space): ${count(workers, "thread")} will share ${tasks(n)}.`,
      asyncPlan: (n: number) => `Press play (Space): one thread and an event loop will run ${tasks(n)}.`,
      loopTurns: () => "In each turn it runs every task that is ready, in order, one at a time.",
      loopHasReady: (n: number) =>
        `${capital(tasks(n))} made before it ${n === 1 ? "is" : "are"} already in the ready queue.`,
      loopNotNeeded: () => "The main program has ended; the loop stops one turn later.",
      loopLeaves: (n: number) => `${capital(tasks(n))} ${is(n)} left unfinished and will never run on.`,
      onlyAnObject: () => "Calling an async function only makes an object; not one line of its body has run.",
      firstStepQueued: () => "A new task does not run at once: its first step is put in the ready queue.",
      loopNotRunning: () => "Its first step is queued, but no loop is running yet.",
      mainIsATask: (runner: string) => `What ${runner} runs is a task, too, in the same queue.`,
      oneThreadEach: () => "One thread per task: whoever waits holds only its own thread.",
      anyWorker: () => "Whichever worker is free takes the next task.",
      chunk: (chunk: number) => `It is in chunk ${chunk}. The tasks of a chunk go to the same worker.`,
      firstInQueue: () => "It was first in the queue. It keeps the thread until an await that has to wait.",
      mainRunsFirst: () => "It keeps the thread until it waits itself; until then no task runs.",
      workerMade: () => "The pool made this worker when a task came and none was free.",
      workersReady: () => "The workers were made beforehand; a free one takes the next task.",
      workerReused: (nth: number) =>
        `The worker was not destroyed after its last task: this is its task no. ${nth}.`,
      oneAfterTheOther: () => "There is one thread: a task must end before the next one starts.",
      awaits: (call: string, ms: Milliseconds) =>
        `await ${call} takes ${seconds(ms)}; meanwhile the thread is free for others.`,
      awaitsServer: (call: string) => `await ${call} waits for the server; meanwhile others can run.`,
      nothingBeside: () => "There are no tasks, so nothing else can use this time.",
      awaitsNothing: () => "asyncio.sleep(0) waits for no time: it only goes to the end of the queue.",
      awaitsPlace: (limit: number) =>
        `At most ${tasks(limit)} may be under way; places go first come, first served.`,
      awaitsConnection: (limit: number) =>
        `At most ${count(limit, "connection")} may be open; they go first come, first served.`,
      awaitsTask: (other: string) => `It waits for ${other} and becomes ready when ${other} has ended.`,
      awaitsHelper: (ms: Milliseconds) =>
        `A helper thread does the ${seconds(ms)} of blocking work; the loop goes on turning.`,
      awaitsSomething: () => "It awaits something that is not ready yet.",
      awaitsAll: (n: number) =>
        `It waits for ${n === 1 ? "the task" : allTasks(n)}; meanwhile the thread is theirs.`,
      awaitsEnded: () => "What it waits for has already ended; it is back soon.",
      awaitsFirst: (n: number) => `It waits until one of ${tasks(n)} has ended.`,
      awaitsFirstError: (n: number) =>
        `It waits for all ${tasks(n)}, or for the first error; now they can run.`,
      awaitsNext: () => "It takes the results as they come, and waits for the next one.",
      awaitsRest: () => "It now waits for the tasks that are left.",
      timeIsUp: (ms: Milliseconds) =>
        `Its ${seconds(ms)} are over; it runs in the next turn, when its place comes.`,
      answerCame: () => "The loop has seen the answer; it runs in the next turn, when its place comes.",
      placeCame: () => "A place became free; it runs in the next turn.",
      otherEnded: (other: string) => `${other} has ended; it runs in the next turn.`,
      helperCame: () => "The helper thread is done; it runs in the next turn.",
      yieldedTurn: () => "It gave up its turn only; everyone who was ready runs before it.",
      waitCameTrue: () => "What it waited for is there; it runs in the next turn.",
      waitTimedOut: () => "Its deadline has passed; it runs in the next turn.",
      cancelCame: () => "The cancellation ends its wait; it will be thrown in when it runs.",
      waited: (ms: Milliseconds) => `Its wait of ${seconds(ms)} is over and it is first in the queue.`,
      waitedTooLong: (ms: Milliseconds, late: Milliseconds) =>
        `Its ${seconds(ms)} are over, but the thread was held: it is ${seconds(late)} late.`,
      answerHere: () => "The server has answered, and it is first in the queue.",
      firstAgain: () => "What it waited for is there, and it is first in the queue.",
      mainComesLater: () => "It is back two turns after the task that made its wait come true.",
      cancelThrownIn: () => "CancelledError is raised at the await where it was waiting.",
      errorThrownIn: () => "The exception is raised at the await where it was waiting.",
      callbacksNext: (callback: string) =>
        `Its callback ${callback} is queued now and runs one turn later, not at once.`,
      nextInQueue: (next: string) => `The thread goes to the next ready task: ${next}.`,
      doneSoFar: (done: number, all: number) => `${capital(number(done))} of ${tasks(all)} done.`,
      allTasksDone: (n: number) => `${capital(allTasks(n))} ${is(n)} done.`,
      queueLeft: (n: number) => `${capital(tasks(n))} still in the queue. The worker is kept, not destroyed.`,
      queueEmpty: () => "The queue is empty. The worker is kept, not destroyed.",
      nextInLine: (next: string) => `Only now can ${next} start.`,
      lastInLine: () => "It was the last one.",
      othersGoOn: (running: number) =>
        running === 0
          ? "No other thread is at work."
          : `${capital(count(running, "other thread"))} still at work.`,
      errorEndsProgram: () => "Nothing catches the exception, so the program ends here.",
      errorEndsThread: () => "An exception ends only its own thread; the others go on.",
      errorDropsChunk: () => "The rest of its chunk is dropped; map raises when the other chunks have ended.",
      errorKept: () => "The exception is kept, and raised when its result is taken.",
      errorToGather: () => "gather hands the first exception to the main program; the others go on.",
      errorCollected: () => "The exception is collected as a result; the others go on.",
      errorHidden: () => "wait raises nothing; the other tasks go on.",
      errorCancelsGroup: () => "The task group now cancels the other tasks.",
      errorWhenTaken: () => "The exception shows only when this task's result is taken.",
      errorEndsTask: () => "An exception ends only its own task.",
      cancelledBeforeStart: () => "It had not begun, so not one line of it ever ran.",
      cancelledInside: () => "CancelledError left the body, so the task has ended.",
      blocksLine: (call: string, ms: Milliseconds, waiting: string) =>
        `${call} waits ${seconds(ms)}; ${waiting === "" ? "nothing else can run" : `${waiting} must wait in line`}.`,
      blocksOwnThread: (call: string, ms: Milliseconds) =>
        `${call} holds only this thread, for ${seconds(ms)}; the others go on.`,
      blocksLoop: (call: string) => `${call} has no await, so the loop cannot move until it returns.`,
      blocksLoopAndQueue: (call: string, waiting: string) =>
        `${call} has no await: the loop cannot move and ${waiting} must queue.`,
      blocksLoopAndTimers: (call: string) =>
        `${call} has no await: timers that come due now must wait for it.`,
      awaitDoesNotHelp: (call: string) =>
        `await in front of ${call} changes nothing: it blocks before await sees it.`,
      blockedFor: (ms: Milliseconds) => `Its thread was held for these ${seconds(ms)}.`,
      loopStoodStill: (ms: Milliseconds) => `The loop stood still for ${seconds(ms)}.`,
      loopStoodStillFor: (ms: Milliseconds, waiting: number) =>
        `The loop stood still for ${seconds(ms)}; ${tasks(waiting)} had to wait.`,
      computing: (ms: Milliseconds) => `${seconds(ms)} of computing. The thread is really at work.`,
      computingOnLoop: (ms: Milliseconds) =>
        `${seconds(ms)} of computing without an await: the loop cannot move.`,
      computingTogether: (n: number) =>
        `${capital(number(n))} threads share one interpreter: each computes at 1/${n} of the speed.`,
      leavesNextTurn: () => "It leaves in the next turn, when the loop looks at the network.",
      waitsForServer: (ms: Milliseconds) =>
        `The server needs ${seconds(ms)}; meanwhile the thread is free for others.`,
      waitsForServerHere: (ms: Milliseconds) =>
        `The server needs ${seconds(ms)}; its thread waits all the while.`,
      serverHasLimit: (n: number) =>
        `The server handles ${count(n, "request")} at a time, first come, first served.`,
      serverDoneAsync: () => "When the loop sees the answer, the task becomes ready.",
      serverDoneHere: () => "The thread that waited for it runs on.",
      statusIsAnAnswer: () => "404 and 500 are answers, too; they raise nothing by themselves.",
      tookTime: (ms: Milliseconds) => `It took ${seconds(ms)} from request to answer.`,
      abandonedWork: () => "The client no longer waits; the server finishes its work all the same.",
      requestError: () => "The connection failed; the program gets an exception.",
      helperIsAThread: () => "It blocks a thread of its own; the loop's thread is free.",
      helperTellsLoop: () => "It tells the loop, which makes the task ready.",
      helpersAreFew: (n: number) =>
        `There ${is(n)} ${count(n, "helper thread")}; whoever comes later queues.`,
      noNewTask: () => "A coroutine that is awaited directly is no new task: nothing runs beside it.",
      sameTask: () => "It was the same task all along, on the same thread.",
      nextIsAwait: (call: string) => `Next comes await ${call}: there it will let go of the thread.`,
      nextBlocks: (call: string) => `Next comes ${call}, which does not let go of the thread.`,
      lastLine: () => "This is the last line of its body.",
      readsResult: (n: string) => `It has read the result of ${n} with t.result().`,
      lineOfOutput: () => "One line of its program has run.",
      callbackWaits: () =>
        "A callback does not run at once: it takes its place in the queue, for the next turn.",
      callbackIsLate: () => "It runs one turn after the task has ended, behind whoever was ready.",
      callbackBlocks: (ms: Milliseconds) => `It holds the thread for ${seconds(ms)}; the loop cannot move.`,
      callbackOnWorker: () => "In a pool the worker that did the task calls it at once.",
      threadGoesOn: () => "The thread is free for whoever is next.",
      callbackLogged: () => "The exception is only logged; no task is affected.",
      runCancelled: () => "The run was cancelled, and its worker is gone.",
      cancelByRequest: () => "It is delivered when the task next gets the thread.",
      cancelByMain: () => "The main program cancels it; it learns of it when it next runs.",
      cancelByTask: (by: string) => `${by} cancels it; it learns of it when it next runs.`,
      cancelByGroup: () => "A task of the group failed, so the group cancels the others.",
      cancelInsideGroup: () => "A task of the group failed, so the body that waits there is interrupted.",
      cancelPropagated: () => "Whoever waits for it was cancelled, and passes that on.",
      cancelByShutdown: () => "The main program has ended; tasks that are left are cancelled.",
      alreadyEnded: () => "It has already ended, so nothing happens.",
      cancelSwallowed: () => "It caught CancelledError and goes on with its next step.",
      deadline: (ms: Milliseconds) => `Its ${seconds(ms)} are over, so what it waits for is cancelled.`,
      deadlinePassed: () => "Its time is over, so what it waits for is cancelled.",
      timeoutSwallowed: () => "TimeoutError was caught; the next step follows.",
      forgottenAwait: () => "Without await the call only makes an object: nothing is carried out.",
      resultInOrder: () => "Results come in the order of the tasks, however early one is done.",
      resultAsDone: () => "Results come in the order in which the tasks end.",
      errorIsTaken: (error: string) => `Taking the result raises it: ${error}.`,
      doneAndPending: (done: number, pending: number) =>
        `${done === 0 ? "None has" : `${capital(number(done))} ${done === 1 ? "has" : "have"}`} ended, ${number(pending)} not yet.`,
      allEnded: (n: number) => `${capital(allTasks(n))} ${n === 1 ? "has" : "have"} ended.`,
      allResults: (n: number) => `${capital(count(n, "result"))}, in the order of the tasks.`,
      restFinished: () => "The tasks that were left have ended, too.",
      everythingBack: () => "Everything it waited for has ended.",
      waitError: () => "It is raised where the main program waits.",
      becomesReadyOnly: () => "That does not run the task: it becomes ready and runs one turn later.",
      firedLate: (late: Milliseconds) =>
        `${seconds(late)} late, because the thread was held. It only becomes ready now.`,
      // between events
      waitsOverlapInAll: (n: number, each: Milliseconds) =>
        `Their ${number(n)} waits of ${seconds(each)} overlap, so the total is ${seconds(each)} instead of ${seconds(n * each)}.`,
      waitsOverlap: (n: number, each: Milliseconds) =>
        `Their ${number(n)} waits of ${seconds(each)} overlap: ${seconds(each)} pass, not ${seconds(n * each)}.`,
      nextAwake: (n: string, at: Milliseconds) =>
        `Next is ${n}, at ${seconds(at)}. Until then there is nothing to run.`,
      nothingToRun: () => "The loop looks for work in select() and finds none yet.",
      placesTaken: (n: number) => `At most ${tasks(n)} may be under way; the others wait for a place.`,
      serverQueue: (n: number, names: string) =>
        `The server handles ${number(n)} at a time: ${names} must queue there.`,
      helpersWork: (n: number) => `${capital(count(n, "helper thread"))} at work; the loop stays free.`,
      workersHeld: (call: string) => `${call} holds its worker, which cannot take a new task until it ends.`,
      rounds: (tasksInAll: number, workers: number, rounds: number, each: Milliseconds) =>
        `${capital(count(workers, "worker"))} need ${count(rounds, "round")} for ${tasks(tasksInAll)}, ${seconds(each)} each.`,
      noneBegun: () => "No task has begun yet.",
      threadsOverlap: (n: number): string =>
        n === 1
          ? "A thread that waits can do nothing else."
          : "The waits overlap, but each one holds a whole thread.",
      // the end
      endLongest: (ms: Milliseconds) =>
        `The waits overlapped, so the total is the longest of them: ${seconds(ms)}.`,
      endOnly: (ms: Milliseconds) => `There is one task only: the total is its ${seconds(ms)}.`,
      endNeverFree: () => "The thread was never free: somebody held it all the time.",
      endSum: (parts: readonly Milliseconds[]) => `One after the other, with no overlap: ${sum(parts)}.`,
      endSumEqual: (n: number, each: Milliseconds, ms: Milliseconds) =>
        `One after the other, with no overlap: ${n} × ${seconds(each)} = ${seconds(ms)}.`,
      endOneByOne: () => "One after the other: the total is the sum of all.",
      endRounds: (n: number, workers: number, rounds: number, each: Milliseconds) =>
        `${capital(count(workers, "worker"))} did ${tasks(n)} in ${count(rounds, "round")} of ${seconds(each)} each.`,
      endBusiest: (n: number, ms: Milliseconds) =>
        `The busiest worker did ${tasks(n)}, the last until ${seconds(ms)}.`,
      endInterpreter: () => "Computing threads share one interpreter: computing got no faster.",
      endHeld: (held: Milliseconds) =>
        `The thread was held for ${seconds(held)} of it; only the other waits overlapped.`,
      endLimited: (limit: number) => `Only ${tasks(limit)} at a time: the waits overlapped in groups.`,
      endConnections: (limit: number) =>
        `Only ${count(limit, "connection")} at a time: requests overlapped in groups.`,
      endServer: (limit: number) =>
        `The server handles ${number(limit)} at a time, so the requests queued there.`,
      endLast: (n: string, ms: Milliseconds) => `${n} was the last to end, at ${seconds(ms)}.`,
      endCounts: (done: number, failed: number, cancelled: number, pending: number) =>
        `${[
          done > 0 && `${number(done)} done`,
          failed > 0 && `${number(failed)} failed`,
          cancelled > 0 && `${number(cancelled)} cancelled`,
          pending > 0 && `${number(pending)} not finished`,
        ]
          .filter(Boolean)
          .join(", ")
          .replace(/^./, (first) => first.toUpperCase())}.`,
    },
  };
}
