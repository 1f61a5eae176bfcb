import { lowerBound } from "#base/binary-search.ts";
import { chunkSizeOf, topLevelTasks, waitOf } from "#scenario/defaults.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { tasksTaken } from "#trace/tasks-taken.ts";
import { MAIN, type StepIndex } from "#trace/trace.ts";
import {
  AWAITED_GET,
  asyncSleep,
  inState,
  type Line,
  lateness,
  latestSpan,
  type Moment,
  nameOf,
  shorten,
} from "./scene.ts";

/** A coroutine object, a task or a thread comes into being. */
export function describeBirth(moment: Moment, type: "coroutine_created" | "task_created"): Line {
  const { name, words, detail, model } = moment;
  const { what, why } = words;
  if (type === "coroutine_created") return { what: what.coroutineCreated(name), why: why.onlyAnObject() };
  switch (model.scenario.mode) {
    case "threads":
      return { what: what.threadCreated(name), why: why.oneThreadEach() };
    case "processes":
      return { what: what.processCreated(name), why: why.oneProcessEach() };
    case "pool":
      return {
        what: what.queued(name),
        why:
          detail.chunk === undefined || chunkSizeOf(model.scenario) === 1
            ? why.anyWorker()
            : why.chunk(detail.chunk + 1),
      };
    default: {
      const waitsForLoop = moment.snapshot.loop === "not_started";
      const reason =
        moment.task === MAIN
          ? why.mainIsATask(runnerOf(model.scenario))
          : waitsForLoop
            ? why.loopNotRunning()
            : why.firstStepQueued();
      return { what: what.taskCreated(name), why: reason };
    }
  }
}

const runnerOf = ({ create }: Scenario): string =>
  create === "before_loop" ? "run_until_complete" : "asyncio.run";

/** In a longer queue than this it does not matter whom a task stands behind. */
const MOST_AHEAD = 200;

/** A task enters the ready queue: whom it stands behind, and what brought it there. */
export function describeReady(moment: Moment): Line {
  const { name, words, task } = moment;
  const { first, all } = inState(moment, "ready");
  const others = all > 3 && all <= MOST_AHEAD ? moment.model.tasksInState("ready", moment.step, all) : first;
  const before = others[others.indexOf(task) - 1];
  const what =
    before === undefined ? words.what.ready(name) : words.what.readyAfter(name, nameOf(moment, before));
  return { what, why: whyReady(moment) };
}

function whyReady(moment: Moment): string {
  const { model, words, task, step } = moment;
  const { why } = words;
  const wait = latestSpan(model, task, "suspended", step);
  if (wait === undefined || wait.to < step) return why.firstStepQueued();
  const cause = lastOwnEvent(moment);
  if (cause === "cancel_requested") return why.cancelCame();
  if (cause === "timeout_fired") return moment.live === undefined ? why.waitTimedOut() : why.deadlinePassed();
  switch (wait.detail.reason) {
    case "sleep":
      return why.timeIsUp(wait.detail.ms ?? wait.end - wait.start);
    case "io":
      return why.answerCame();
    case "limit":
    case "connection":
      return why.placeCame();
    case "yield":
      return why.yieldedTurn();
    case "offload":
      return why.helperCame();
    case "join":
      return wait.detail.on === undefined ? why.waitCameTrue() : why.otherEnded(shorten(wait.detail.on));
    default:
      // Only a simulated loop counts its turns; a measured run has no deadlines on its main wait.
      return moment.live !== undefined || endedBefore(moment, 1) ? why.waitCameTrue() : why.waitTimedOut();
  }
}

const lastOwnEvent = ({ model, task, step }: Moment): string | undefined => {
  const own = model.eventsOf(task);
  const before = own[lowerBound(own, step) - 1];
  return before === undefined ? undefined : model.trace.typeAt(before);
};

const ENDINGS: ReadonlySet<string> = new Set(["task_done", "task_failed", "task_cancelled"]);

/** True when a task other than this one has ended exactly `turns` turns ago. */
function endedBefore({ model, step, turn, task }: Moment, turns: number): boolean {
  const { trace } = model;
  for (let k = step - 1; k >= 0 && (trace.turnAt(k) < 0 || trace.turnAt(k) >= turn - turns); k--) {
    if (ENDINGS.has(trace.typeAt(k)) && trace.taskAt(k) !== task && trace.turnAt(k) === turn - turns)
      return true;
  }
  return false;
}

/** A body runs its first line. */
export function describeStarted(moment: Moment): Line {
  const { name, words, worker, task, model, snapshot } = moment;
  const { what, why } = words;
  switch (model.scenario.mode) {
    case "sync":
      return { what: what.startedInLine(name), why: why.oneAfterTheOther() };
    case "threads":
      return { what: what.startedOnThread(name, worker), why: why.oneThreadEach() };
    case "processes":
      return { what: what.startedOnProcess(name, worker), why: why.oneProcessEach() };
    case "pool": {
      const seat = snapshot.seats.find(({ thread }) => thread.worker === worker);
      const nth = seat === undefined ? 1 : tasksTaken(model, seat, moment.step);
      // `ThreadPoolExecutor` makes its threads when tasks come, `Pool` beforehand.
      const { collect = "all" } = model.scenario;
      const isNew = collect === "all" ? why.workersReady() : why.workerMade();
      return {
        what: what.startedOnWorker(name, worker),
        why: nth > 1 ? why.workerReused(nth) : isNew,
      };
    }
    case "async":
      return {
        what: what.startedOnLoop(name),
        why: task === MAIN ? why.mainRunsFirst() : why.firstInQueue(),
      };
  }
}

/** A task gives the thread back at an await. */
export function describeSuspended(moment: Moment): Line {
  const { name, words, detail } = moment;
  const { what, why } = words;
  const isYield = detail.reason === "yield";
  return {
    what: isYield ? what.gaveUpTurn(name) : what.suspended(name),
    why: isYield ? why.awaitsNothing() : whySuspended(moment),
  };
}

function whySuspended(moment: Moment): string {
  const { words, detail, model, task } = moment;
  const { why } = words;
  const { scenario } = model;
  const isAlone = task === MAIN && scenario.wait?.style === "direct";
  switch (detail.reason) {
    case "sleep":
      return isAlone ? why.nothingBeside() : why.awaits(asyncSleep(detail.ms ?? 0), detail.ms ?? 0);
    case "io":
      return isAlone ? why.nothingBeside() : why.awaitsServer(AWAITED_GET);
    case "limit":
      return why.awaitsPlace(scenario.limit?.tasks ?? 1);
    case "connection":
      return why.awaitsConnection(scenario.limit?.connections ?? 1);
    case "join":
      return detail.on === undefined ? why.awaitsSomething() : why.awaitsTask(shorten(detail.on));
    case "offload":
      return why.awaitsHelper(detail.ms ?? 0);
    case "wait":
      return whyMainWaits(moment);
    default:
      return why.awaitsSomething();
  }
}

function whyMainWaits({ words: { why }, model, snapshot, step }: Moment): string {
  const { scenario } = model;
  const { done, failed, cancelled } = snapshot.counts;
  const awaited = topLevelTasks(scenario).length;
  const wait = waitOf(scenario);
  if (wait.style === "as_completed") return why.awaitsNext();
  if (hasWaitedBefore(model, step)) return why.awaitsRest();
  if (wait.style === "only") return why.awaitsTask(shorten(wait.task ?? ""));
  if (done + failed + cancelled >= awaited) return why.awaitsEnded();
  if (wait.style !== "wait" || awaited < 2) return why.awaitsAll(awaited);
  if (wait.until === "first_done") return why.awaitsFirst(awaited);
  return wait.until === "first_error" ? why.awaitsFirstError(awaited) : why.awaitsAll(awaited);
}

const hasWaitedBefore = (model: TraceModel, step: StepIndex): boolean =>
  model.eventsOf(MAIN).some((event) => event < step && model.trace.detailAt(event).reason === "wait");

/** A task goes on after a wait; late when somebody held the thread past its time. */
export function describeResumed(moment: Moment): Line {
  const { name, words, detail, task, model, step } = moment;
  const { what, why } = words;
  if (detail.with === "cancel") return { what: what.resumedWithCancel(name), why: why.cancelThrownIn() };
  if (detail.with === "error") return { what: what.resumedWithError(name), why: why.errorThrownIn() };
  const wait = latestSpan(model, task, "suspended", step);
  if (wait?.detail.reason === "sleep") {
    const ms = wait.detail.ms ?? 0;
    const late = lateness(moment, wait.start + ms);
    return { what: what.resumed(name), why: late > 0 ? why.waitedTooLong(ms, late) : why.waited(ms) };
  }
  if (wait?.detail.reason === "io") return { what: what.resumed(name), why: why.answerHere() };
  const isWoken = task === MAIN && wait?.detail.reason === "wait" && endedBefore(moment, 2);
  return { what: what.resumed(name), why: isWoken ? why.mainComesLater() : why.firstAgain() };
}
