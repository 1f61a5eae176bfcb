import { upperBound } from "#base/binary-search.ts";
import { BEGIN_MARK, END_MARK, NO_MARK } from "#scenario/program-mark.ts";
import { MAIN } from "#trace/trace.ts";
import { whyHeartbeatStopped } from "./narrate-measured.ts";
import { narrateMaking, whyTogether } from "./narrate-slice.ts";
import {
  AWAITED_GET,
  asyncSleep,
  BLOCKING_GET,
  blockingCall,
  callbackSpec,
  type Line,
  latestSpan,
  type Moment,
  namesInState,
  type Scene,
  shorten,
  stepSpecAt,
  timeSleep,
} from "./scene.ts";

/** A call that waits and keeps its thread: a sleep, or a blocking request. */
export function describeBlocking(moment: Moment, type: "blocking_start" | "blocking_end"): Line {
  const ms = moment.detail.ms ?? 0;
  return type === "blocking_start"
    ? beginsToBlock(moment, timeSleep(ms), ms)
    : hasBlocked(moment, moment.words.what.waitIsOver(moment.name));
}

/** The words for a wait that holds the thread, also used while it lasts. */
export function whyBlocking(moment: Scene, call: string, ms: number): string {
  const { why } = moment.words;
  const waiting = namesInState(moment, "ready");
  if (moment.model.scenario.mode === "sync") return why.blocksLine(call, ms, waiting);
  if (moment.model.scenario.mode === "processes") return why.blocksOwnProcess(call, ms);
  if (moment.model.scenario.mode !== "async") return why.blocksOwnThread(call, ms);
  if (waiting !== "") return why.blocksLoopAndQueue(call, waiting);
  return moment.snapshot.counts.suspended > 0 ? why.blocksLoopAndTimers(call) : why.blocksLoop(call);
}

function beginsToBlock(moment: Moment, call: string, ms: number): Line {
  const { words, name, worker, model, step } = moment;
  const { what, why } = words;
  const spec = stepSpecAt(moment, step);
  const how = spec !== undefined && "how" in spec ? spec.how : undefined;
  const isAwaited = model.scenario.mode === "async" && (how === "await" || how === "await_blocking");
  const says = {
    sync: () => what.holdsOnlyThread(name),
    threads: () => what.holdsThread(name, worker),
    pool: () => what.holdsWorker(name, worker),
    async: () => what.holdsOnlyThread(name),
    processes: () => what.holdsProcess(name, worker),
  }[model.scenario.mode]();
  return { what: says, why: isAwaited ? why.awaitDoesNotHelp(call) : whyBlocking(moment, call, ms) };
}

function hasBlocked(moment: Moment, what: string): Line {
  const { words, model, task, step, time, snapshot } = moment;
  const ms = time - (latestSpan(model, task, "blocked", step)?.start ?? time);
  if (model.scenario.mode !== "async") return { what, why: words.why.blockedFor(ms) };
  const waiting = snapshot.counts.ready + snapshot.counts.suspended;
  const silence = whyHeartbeatStopped(moment, time - ms, time);
  if (silence !== undefined) return { what, why: silence };
  return { what, why: waiting > 0 ? words.why.loopStoodStillFor(ms, waiting) : words.why.loopStoodStill(ms) };
}

/** Computing: the thread is really at work; threads of one process share the interpreter (the GIL). */
export function describeComputing(moment: Moment, type: "cpu_start" | "cpu_end"): Line {
  const { words, name, detail, model, task, step, time } = moment;
  const { what, why } = words;
  const { mode } = model.scenario;
  if (task === MAIN && mode !== "async")
    return type === "cpu_end"
      ? { what: what.made(), why: why.onlyThenBegins() }
      : narrateMaking(moment, detail);
  if (type === "cpu_end") {
    const begun = lastOwnStart(moment);
    const start = model.trace.timeAt(begun);
    const { ms = 0 } = model.trace.detailAt(begun);
    if (moment.live === undefined && time - start > ms)
      return { what: what.computed(name), why: why.computedIn(ms, time - start) };
    const reason =
      model.scenario.mode === "async" ? why.loopStoodStill(time - start) : why.blockedFor(time - start);
    return { what: what.computed(name), why: whyHeartbeatStopped(moment, start, time) ?? reason };
  }
  return {
    what: what.computes(name),
    why: whyComputing(moment, detail.ms ?? latestSpan(model, task, "running", step)?.detail.ms ?? 0),
  };
}

const lastOwnStart = ({ model, task, step }: Moment): number => {
  const own = model.eventsOf(task);
  for (let k = upperBound(own, step) - 1; k >= 0; k--) {
    const index = own[k] as number;
    if (model.trace.typeAt(index) === "cpu_start") return index;
  }
  return step;
};

export function whyComputing(
  scene: Pick<Moment, "model" | "words" | "step" | "snapshot">,
  ms: number,
): string {
  const { why } = scene.words;
  if (scene.model.scenario.mode === "async") return why.computingOnLoop(ms);
  const together = countComputing(scene);
  return together > 1 ? whyTogether(scene, together) : why.computing(ms);
}

/** How many threads compute at this moment. */
export function countComputing({
  model,
  step,
  snapshot,
}: Pick<Moment, "model" | "step" | "snapshot">): number {
  return snapshot.seats.filter(
    ({ hold }) => hold?.state === "running" && model.spanAtStep(hold.task, step)?.activity === "cpu",
  ).length;
}

type RequestEvent = "request_start" | "request_sent" | "request_end" | "server_start" | "server_end";

/** A request on its way: made, sent, worked on, answered. */
export function describeRequest(moment: Moment, type: RequestEvent): Line {
  const { words, name, detail, model, task, step } = moment;
  const { what, why } = words;
  const isAwaited = model.stateAt(task, step) !== "blocked";
  const ms = model.spanAtStep(task, step)?.detail.ms;
  switch (type) {
    case "request_start":
      if (detail.blocking === true || model.scenario.mode !== "async")
        return beginsToBlock(moment, BLOCKING_GET, blockingCall(model.spanAtStep(task, step)).ms);
      return { what: what.requestMade(name), why: why.leavesNextTurn() };
    case "request_sent":
      return {
        what: what.requestSent(name),
        why: ms === undefined ? why.serverDoneAsync() : why.waitsForServer(ms),
      };
    case "server_start": {
      const limit = model.scenario.server?.workers;
      if (limit !== undefined) return { what: what.serverWorks(name), why: why.serverHasLimit(limit) };
      if (ms === undefined) return { what: what.serverWorks(name), why: why.serverDoneAsync() };
      return {
        what: what.serverWorks(name),
        why: isAwaited ? why.waitsForServer(ms) : why.waitsForServerHere(ms),
      };
    }
    case "server_end":
      return { what: what.serverDone(name), why: isAwaited ? why.serverDoneAsync() : why.serverDoneHere() };
    case "request_end":
      return describeAnswer(moment);
  }
}

function describeAnswer(moment: Moment): Line {
  const { words, name, detail, model, task, step, time } = moment;
  const { what, why } = words;
  if (detail.aborted === true) return { what: what.requestAborted(name), why: why.abandonedWork() };
  if (detail.error !== undefined)
    return { what: what.requestFailed(name, shorten(detail.error)), why: why.requestError() };
  if (detail.status !== undefined && detail.status >= 400)
    return { what: what.answeredStatus(name, detail.status), why: why.statusIsAnAnswer() };
  const blocked = latestSpan(model, task, "blocked", step);
  const begun = (blocked ?? latestSpan(model, task, "suspended", step))?.start ?? time;
  const silence = blocked?.to === step ? whyHeartbeatStopped(moment, begun, time) : undefined;
  return { what: what.answered(name), why: silence ?? why.tookTime(time - begun) };
}

/** Work that was moved to a helper thread (`asyncio.to_thread`). */
export function describeHelper({ words, name, model }: Moment, type: "offload_start" | "offload_end"): Line {
  const { what, why } = words;
  if (type === "offload_end") return { what: what.helperDone(name), why: why.helperTellsLoop() };
  const helpers = model.scenario.offload_workers;
  return {
    what: what.helperWorks(name),
    why: helpers === undefined ? why.helperIsAThread() : why.helpersAreFew(helpers),
  };
}

/** Another body runs inside this task (`await coroutine()`). */
export function describeCall({ words, name, detail }: Moment, type: "call_start" | "call_end"): Line {
  const coroutine = shorten(detail.coroutine ?? "");
  return type === "call_start"
    ? { what: words.what.called(name, coroutine), why: words.why.noNewTask() }
    : { what: words.what.callEnded(name, coroutine), why: words.why.sameTask() };
}

/** A line of output, and what the next line of that program will do with the thread. */
export function describePrint(moment: Moment): Line {
  const { words, name, detail, model, step, task, snapshot } = moment;
  const { what, why } = words;
  const text = shorten(detail.text ?? "", 26);
  const callback = snapshot.seats.find(({ hold }) => hold?.task === task && hold.callback !== undefined)?.hold
    ?.callback;
  if (callback !== undefined) {
    const reads = callbackSpec(model.scenario, task, callback)?.reads_result === true;
    return {
      what: what.callbackPrinted(shorten(callback, 8), shorten(text, 24)),
      why: reads ? why.readsResult(name) : why.lineOfOutput(),
    };
  }
  const says = what.printed(name, text);
  const line = bodyLineOf(moment);
  if (line === "end") return { what: says, why: why.lastLine() };
  if (line !== "begin") return { what: says, why: why.lineOfOutput() };
  const own = model.eventsOf(task);
  const next = own[upperBound(own, step)];
  return {
    what: says,
    why: (next === undefined ? undefined : whatFollows(moment, next)) ?? why.lineOfOutput(),
  };
}

/** Every body prints `begin NAME` first and `end NAME` last; a trace from elsewhere may carry no marks. */
function bodyLineOf({ model, step, task, detail }: Moment): "begin" | "end" | undefined {
  const mark = model.trace.markAt(step);
  const name = detail.coroutine ?? model.trace.names[task];
  if (mark === BEGIN_MARK || (mark === NO_MARK && detail.text === `begin ${name}`)) return "begin";
  return mark === END_MARK || (mark === NO_MARK && detail.text === `end ${name}`) ? "end" : undefined;
}

function whatFollows({ model, words: { why } }: Moment, next: number): string | undefined {
  const { ms = 0, reason, blocking } = model.trace.detailAt(next);
  switch (model.trace.typeAt(next)) {
    case "blocking_start":
      return why.nextBlocks(timeSleep(ms));
    case "request_start":
      return blocking === true || model.scenario.mode !== "async"
        ? why.nextBlocks(BLOCKING_GET)
        : why.nextIsAwait(AWAITED_GET);
    case "task_suspended":
      return reason === "sleep" ? why.nextIsAwait(asyncSleep(ms)) : undefined;
    default:
      return undefined;
  }
}
