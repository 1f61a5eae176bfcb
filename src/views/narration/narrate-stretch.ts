import type { Milliseconds } from "#base/units.ts";
import type { Span } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import { evenRounds } from "./bodies.ts";
import { whyHeartbeatStopped } from "./narrate-measured.ts";
import { narrateSlices } from "./narrate-slice.ts";
import { countComputing, whyBlocking, whyComputing } from "./narrate-work.ts";
import {
  blockingCall,
  CALLBACK_NAME,
  holderOf,
  type Line,
  type LiveScene,
  listOf,
  nameOf,
  namesInState,
  type Scene,
  shorten,
  slackOf,
  taskTotal,
} from "./scene.ts";

/** How many suspended tasks or waits are looked at to find what they have in common. */
const LOOKED_AT = 50;

/** Says what is the case while time passes between two events. */
export function narrateStretch(scene: Scene): Line {
  const { mode } = scene.model.scenario;
  const slices = narrateSlices(scene);
  if (slices !== undefined) return slices;
  if (mode !== "sync" && mode !== "async") return narrateThreads(scene);
  const hold = holderOf(scene);
  if (hold === undefined && scene.live !== undefined && (mode === "sync" || scene.snapshot.counts.ready > 0))
    return narrateHandover(scene, scene.live);
  if (hold === undefined) return mode === "sync" ? nothingRuns(scene) : narrateFreeLoop(scene);
  const { what, why } = scene.words;
  const name = nameOf(scene, hold.task);
  if (hold.callback !== undefined) {
    const says = what.callbackHolds(name, shorten(hold.callback, CALLBACK_NAME));
    return {
      what: says,
      why: mode === "async" ? why.callbackBlocks(hold.end - hold.start) : why.callbackOnWorker(),
    };
  }
  if (scene.live !== undefined && hold.state === "running" && !isComputing(scene, hold.task))
    return { what: scene.live.words.runs(name), why: scene.live.words.linesTook(hold.end - hold.start) };
  const span = scene.model.spanAtStep(hold.task, scene.step);
  const silence = whyHeartbeatStopped(scene, hold.start, hold.end);
  if (hold.state === "running")
    return {
      what: what.computesAlone(name),
      why: silence ?? whyComputing(scene, span?.detail.ms ?? hold.end - hold.start),
    };
  const { call, ms } = blockingCall(span);
  return { what: what.holdsOnlyThread(name), why: silence ?? whyBlocking(scene, call, ms) };
}

const isComputing = ({ model, step }: Scene, task: TaskId): boolean =>
  model.spanAtStep(task, step)?.activity === "cpu";

/** Of a measured run: the thread goes from one to the next, which takes a real loop a moment. */
function narrateHandover(scene: Scene, { words }: LiveScene): Line {
  const names = namesInState(scene, "ready");
  return {
    what: scene.words.what.threadFree(),
    why: names === "" ? words.betweenSteps() : words.readyNow(names),
  };
}

const nothingRuns = ({ words }: Scene): Line => ({
  what: words.what.threadFree(),
  why: words.why.nothingToRun(),
});

function narrateFreeLoop(scene: Scene): Line {
  const { model, step, snapshot, words } = scene;
  const hanging = model.tasksInState("suspended", step, LOOKED_AT);
  const all = snapshot.counts.suspended;
  const what =
    all === 0
      ? words.what.mainSuspended()
      : all === taskTotal(scene)
        ? words.what.allSuspended(all)
        : words.what.someSuspended(listOf(scene, hanging.slice(0, 3), all), all);
  const isAlone = model.scenario.wait?.style === "direct";
  return { what, why: isAlone ? words.why.nothingBeside() : whyHanging(scene, hanging, all) };
}

function whyHanging(scene: Scene, hanging: readonly TaskId[], all: number): string {
  const { model, step, words } = scene;
  const { why } = words;
  const outside = model.outsideAt(step, LOOKED_AT);
  const spans = hanging.map((task) => model.spanAtStep(task, step));
  const limit = model.scenario.limit?.tasks;
  if (limit !== undefined && spans.some((span) => span?.detail.reason === "limit"))
    return why.placesTaken(limit);
  const queued = outside
    .filter((work) => work.phase === "queued" && work.kind === "request")
    .map((work) => work.task);
  const server = model.scenario.server?.workers;
  if (server !== undefined && queued.length > 0) return why.serverQueue(server, listOf(scene, queued));
  const helpers = outside.filter((work) => work.kind === "helper" && work.phase === "working").length;
  if (helpers > 0) return why.helpersWork(helpers);
  const each = all === hanging.length ? commonWait(spans, slackOf(scene)) : undefined;
  if (each !== undefined)
    return all === taskTotal(scene) && each === model.total
      ? why.waitsOverlapInAll(all, each)
      : why.waitsOverlap(all, each);
  return whyNext(scene);
}

/** The length of the waits when there are several, all begun together and equally long. */
function commonWait(spans: readonly (Span | undefined)[], slack: Milliseconds): Milliseconds | undefined {
  const first = spans[0];
  const each = first?.detail.ms;
  if (first === undefined || each === undefined || spans.length < 2) return undefined;
  const isTogether = (span: Span) =>
    span.start - first.start <= slack && Math.abs(span.end - first.end) <= slack;
  return spans.every((span) => span?.detail.ms === each && isTogether(span)) ? each : undefined;
}

function whyNext(scene: Scene): string {
  const { model, step, words, snapshot } = scene;
  const { why } = words;
  if (snapshot.counts.suspended > LOOKED_AT) return why.nothingToRun();
  const due = model
    .outsideAt(step, LOOKED_AT)
    .filter((work) => work.due !== undefined)
    .sort((a, b) => (a.due ?? 0) - (b.due ?? 0))[0];
  return due?.due === undefined ? why.nothingToRun() : why.nextAwake(nameOf(scene, due.task), due.due);
}

function narrateThreads(scene: Scene): Line {
  const { model, step, snapshot, words } = scene;
  const { what, why } = words;
  const seats = snapshot.seats.filter((seat) => seat.thread.kind !== "main");
  const busy = seats.filter((seat) => seat.hold !== undefined);
  const runner = busy.find(({ hold }) => hold?.state === "running" && !isComputing(scene, hold.task));
  if (scene.live !== undefined && runner?.hold !== undefined) {
    const { task, start, end } = runner.hold;
    return {
      what: scene.live.words.runsOnWorker(nameOf(scene, task), runner.thread.worker),
      why: scene.live.words.linesTook(end - start),
    };
  }
  const computing = countComputing(scene);
  const waiting = busy.length - computing;
  if (busy.length === 0) {
    const counts = ended(scene);
    const isBeginning = counts.every((count) => count === 0);
    return { what: what.threadsIdle(), why: isBeginning ? why.noneBegun() : why.endCounts(...counts) };
  }
  if (computing > 0) {
    const says = waiting > 0 ? what.threadsMixed(waiting, computing) : what.threadsCompute(computing);
    const ms = Math.max(
      ...busy.map(({ hold }) =>
        hold === undefined ? 0 : (model.spanAtStep(hold.task, step)?.detail.ms ?? 0),
      ),
    );
    return { what: says, why: whyComputing(scene, ms) };
  }
  if (model.scenario.mode === "processes")
    return { what: what.processesWait(waiting), why: why.processesOverlap(waiting) };
  if (model.scenario.mode === "threads")
    return { what: what.threadsWait(waiting), why: why.threadsOverlap(waiting) };
  return narratePool(scene, busy, seats.length);
}

function narratePool(scene: Scene, busy: Scene["snapshot"]["seats"], workers: number): Line {
  const { model, step, words } = scene;
  const { what, why } = words;
  const rounds = evenRounds(model);
  const held = busy.map(({ hold }) => (hold === undefined ? undefined : model.spanAtStep(hold.task, step)));
  const blocked = held.find((span) => span?.state === "blocked");
  const reason =
    rounds !== undefined && rounds.rounds > 1
      ? why.rounds(taskTotal(scene), workers, rounds.rounds, rounds.each)
      : blocked === undefined
        ? why.anyWorker()
        : why.workersHeld(blockingCall(blocked).call);
  const waiting = namesInState(scene, "ready");
  if (waiting !== "" && busy.length === workers)
    return { what: what.workersBusy(workers, waiting), why: reason };
  const reused = busy.filter((seat) => seat.held > 1);
  if (reused.length > 0 && reused.length <= 3) {
    const names = listOf(
      scene,
      reused.flatMap(({ hold }) => (hold === undefined ? [] : [hold.task])),
    );
    return {
      what: what.workersReused(
        reused.map((seat) => seat.thread.worker),
        names,
      ),
      why: reason,
    };
  }
  return { what: what.threadsWait(busy.length), why: why.threadsOverlap(busy.length) };
}

const ended = ({ snapshot: { counts } }: Scene): [number, number, number, number] => [
  counts.done,
  counts.failed,
  counts.cancelled,
  counts.pending,
];
