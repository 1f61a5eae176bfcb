import { type Milliseconds, type TraceTime, traceTime } from "#base/units.ts";
import type { NarrationWords } from "#i18n/narration.ts";
import type { LiveNarrationWords } from "#i18n/narration-live.ts";
import { CALLBACK, CLEANUP } from "#scenario/program-mark.ts";
import type { CallbackSpec, Scenario, Step } from "#scenario/scenario.ts";
import type { EventDetail } from "#trace/event-types.ts";
import type { LiveFacts } from "#trace/measurement/live-facts.ts";
import type { Hold, Snapshot, Span, TaskState, TraceModel } from "#trace/model-types.ts";
import { MAIN, type StepIndex, type TaskId } from "#trace/trace.ts";

/** What the narrator says of a position: what is the case, and why. */
export interface Line {
  readonly what: string;
  readonly why: string;
}

/** The same, with the words to speak of it. */
export interface LiveScene extends LiveFacts {
  readonly words: LiveNarrationWords;
}

/** A position in a run together with the words to speak of it. */
export interface Scene {
  readonly model: TraceModel;
  readonly words: NarrationWords;
  readonly step: StepIndex;
  readonly time: TraceTime;
  readonly snapshot: Snapshot;
  /** Of a measured run only. */
  readonly live: LiveScene | undefined;
}

/** One event, as the narrator meets it: the task acting, its name in a sentence, and the event's facts. */
export interface Moment extends Scene {
  readonly task: TaskId;
  readonly name: string;
  readonly worker: number;
  readonly turn: number;
  readonly detail: EventDetail;
}

/** Longest name that is said in full, in Latin letters; a CJK character counts as two. */
const NAME_LENGTH = 14;
/** Of a callback, which stands beside the name of its task. */
export const CALLBACK_NAME = 13;
const LIST_LENGTH = 18;

/** Cuts a text that is wider than `length` Latin letters. */
export function shorten(text: string, length = NAME_LENGTH): string {
  let width = 0;
  let short = "";
  for (const character of text) {
    width += character.charCodeAt(0) > 0x2e7f ? 2 : 1;
    if (width > length) return `${short.trimEnd()}…`;
    short += character;
  }
  return text;
}

export const nameOf = (scene: Scene, task: TaskId): string =>
  task === MAIN ? scene.words.main : shorten(scene.model.trace.names[task] ?? "?");

/** Names the first tasks of a list that has `all` members: as many as are quickly read. */
export function listOf(scene: Scene, tasks: readonly TaskId[], all: number = tasks.length): string {
  const names = tasks.slice(0, 3).map((task) => nameOf(scene, task));
  const fits = all === names.length && names.reduce((sum, name) => sum + name.length, 0) <= LIST_LENGTH;
  return scene.words.list(fits ? names : names.slice(0, 1), all);
}

/** The scenario's tasks that are in a state now: the first few, and how many there are. */
export function inState(
  scene: Scene,
  state: TaskState,
): { readonly first: readonly TaskId[]; readonly all: number } {
  return { first: scene.model.tasksInState(state, scene.step, 3), all: scene.snapshot.counts[state] };
}

/** `bobo and jay`, or the empty string when no task is in that state. */
export function namesInState(scene: Scene, state: TaskState): string {
  const { first, all } = inState(scene, state);
  return first.length === 0 ? "" : listOf(scene, first, all);
}

const inSeconds = (ms: Milliseconds): number => Number((ms / 1000).toFixed(3));

/** Calls as they stand in the program shown: durations in seconds. */
export const asyncSleep = (ms: Milliseconds): string => `asyncio.sleep(${inSeconds(ms)})`;
export const timeSleep = (ms: Milliseconds): string => `time.sleep(${inSeconds(ms)})`;
export const AWAITED_GET = "session.get()";
export const BLOCKING_GET = "requests.get()";

/** The step of the scenario that an event belongs to, when it belongs to one. */
export function stepSpecAt(scene: Scene, index: StepIndex): Step | undefined {
  const { trace, scenario } = scene.model;
  const body = trace.detailAt(index).coroutine ?? trace.names[trace.taskAt(index)];
  const spec = scenario.tasks.find((task) => task.name === body);
  const mark = trace.markAt(index);
  if (spec === undefined || mark < 0 || mark >= CALLBACK) return undefined;
  return mark >= CLEANUP ? spec.cleanup?.[mark - CLEANUP] : spec.steps[mark];
}

/** The latest span of a task in `state` that began before `step`, looked for among its last few spans. */
export function latestSpan(
  model: TraceModel,
  task: TaskId,
  state: TaskState,
  step: StepIndex,
): Span | undefined {
  let low = 0;
  let high = model.spanCount(task);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (model.spanAt(task, middle).from < step) low = middle + 1;
    else high = middle;
  }
  for (let k = low - 1; k >= Math.max(0, low - 3); k--) {
    const span = model.spanAt(task, k);
    if (span.state === state) return span;
  }
  return undefined;
}

/** Measured moments this far apart count as one: real timers are not more punctual on a busy computer. */
const SLACK: Milliseconds = 50;

export const slackOf = ({ live }: Scene): Milliseconds => (live === undefined ? 0 : SLACK);

/** How much later than `due` a task got on because somebody held the thread at that time; else 0. */
export function lateness(scene: Scene, due: Milliseconds): Milliseconds {
  const { model, time } = scene;
  const then = traceTime(due);
  const held = model.snapshotAt(model.stepAtTime(then), then).seats[0]?.hold;
  return time > due + slackOf(scene) && held !== undefined ? time - due : 0;
}

export const callbackSpec = (
  scenario: Scenario,
  task: TaskId,
  name: string | undefined,
): CallbackSpec | undefined =>
  scenario.tasks[task - 1]?.callbacks?.find((callback) => callback.name === name);

/** How a task that waits with its thread is waiting: the call, and how long it takes. */
export function blockingCall(span: Span | undefined): { readonly call: string; readonly ms: Milliseconds } {
  const lasted = span === undefined ? 0 : span.end - span.start;
  const ms = span?.detail.ms ?? lasted;
  // A request can take longer than the server works on it: it may have to queue there.
  return span?.activity === "request"
    ? { call: BLOCKING_GET, ms: Math.max(ms, lasted) }
    : { call: timeSleep(ms), ms };
}

export const taskTotal = (scene: Scene): number => scene.model.taskCount - 1;

/** Who holds the only thread of an event loop or of a synchronous program. */
export const holderOf = (scene: Scene): Hold | undefined => scene.snapshot.seats[0]?.hold;
