import type { InspectWords } from "#i18n/inspect.ts";
import type { TimelineWords } from "#i18n/timeline.ts";
import { causeOf } from "#trace/causes/causes-of.ts";
import { holderAt } from "#trace/causes/holder-at.ts";
import type { Span, TaskState, TraceModel } from "#trace/model-types.ts";
import { MAIN, type StepIndex, type TaskId } from "#trace/trace.ts";
import { isCap } from "../draw-shapes.ts";
import { fixedSeconds, measuredSeconds, threadName } from "../span-label.ts";
import type { LaneHold } from "../thread-track.ts";
import type { Position } from "../time-scale.ts";
import type { Hit } from "./hit-test.ts";
import { whyOf } from "./why-of.ts";

/** What the card says, line by line. */
export interface Card {
  readonly title: string;
  /** Absent where it tells of many at once. */
  readonly state?: TaskState | "callback";
  readonly when: string;
  readonly lines: readonly string[];
}

/** The languages' words for it. */
export interface CardWords {
  readonly timeline: TimelineWords;
  readonly inspect: InspectWords;
}

/** All that is known of what is under the pointer. `measured`: times are of a clock, with all their decimals. */
export function describeHit(model: TraceModel, hit: Hit, words: CardWords, measured: boolean): Card {
  const seconds = measured ? measuredSeconds : fixedSeconds;
  const told = { model, words, seconds };
  switch (hit.kind) {
    case "span":
      return describeSpan(told, hit.span, hit.at);
    case "callback":
      return describeCallback(told, hit.task, hit.step);
    case "hold":
      return describeHold(told, hit.hold, hit.at);
    case "threads":
      return describeThreads(told, hit);
  }
}

interface Telling {
  readonly model: TraceModel;
  readonly words: CardWords;
  readonly seconds: (ms: number) => string;
}

function describeSpan(told: Telling, span: Span, at: Position): Card {
  const { model, words } = told;
  return {
    title: nameOf(told, span.task),
    state: span.state,
    when: whenOf(told, span, at),
    lines: lines(
      whyOf(model, span, words.inspect),
      threadOf(told, span),
      meanwhile(told, span, at),
      endingOf(told, span),
    ),
  };
}

function describeHold(told: Telling, hold: LaneHold, at: Position): Card {
  const { model, words } = told;
  if (hold.program !== undefined) {
    const when = whenOf(told, hold, at);
    return { title: hold.program, state: hold.state, when, lines: [words.inspect.why.otherProgram] };
  }
  if (hold.callback !== undefined) return describeCallback(told, hold.task, hold.from);
  const span = model.spanAtStep(hold.task, hold.from);
  if (span && span.state === hold.state) return describeSpan(told, span, at);
  // The main program of sync only lends its thread to the tasks that it calls.
  const { start, end } = hold;
  const when = whenOf(told, { state: hold.state, start, end, to: hold.to }, at);
  return { title: nameOf(told, hold.task), state: hold.state, when, lines: [words.inspect.why.code] };
}

function describeThreads({ words: { inspect } }: Telling, hit: Extract<Hit, { kind: "threads" }>): Card {
  const { running, blocked } = hit.held;
  const { title, held, ...kinds } = inspect.threads;
  return {
    title,
    when: held(running + blocked, hit.of, pointedTime(hit.at)),
    lines: lines(running > 0 && kinds.running(running), blocked > 0 && kinds.blocked(blocked)),
  };
}

function describeCallback(told: Telling, task: TaskId, step: StepIndex): Card {
  const { model, words, seconds } = told;
  const { trace } = model;
  const name = trace.detailAt(step).callback ?? "";
  const moment = (at: StepIndex) => {
    const turn = trace.turnAt(at);
    return [seconds(trace.timeAt(at)), turn < 0 ? undefined : turn] as const;
  };
  const scheduled = model
    .eventsOf(task)
    .findLast(
      (each) =>
        each < step && trace.typeAt(each) === "callback_scheduled" && trace.detailAt(each).callback === name,
    );
  return {
    title: words.inspect.of(name, nameOf(told, task)),
    state: "callback",
    when: words.inspect.called(...moment(step)),
    lines: lines(scheduled !== undefined && words.inspect.scheduled(...moment(scheduled))),
  };
}

const lines = (...all: readonly (string | false | undefined)[]) =>
  all.filter((line): line is string => typeof line === "string" && line !== "");

const nameOf = ({ model, words }: Telling, task: TaskId) =>
  task === MAIN ? words.inspect.main : (model.trace.names[task] ?? "");

function whenOf(
  { model, words: { inspect }, seconds }: Telling,
  { state, start, end, to }: Pick<Span, "state" | "start" | "end" | "to">,
  at: Position,
): string {
  if (isCap(state)) return (at.time > start ? inspect.since : inspect.at)(seconds(start));
  if (to >= model.trace.length) return inspect.since(seconds(start));
  return end === start
    ? inspect.instant(seconds(start))
    : inspect.lasted(seconds(start), seconds(end), seconds(end - start));
}

/** Whose thread it holds; of no interest where there is only one. */
function threadOf({ model, words }: Telling, span: Span): string | undefined {
  if (span.state !== "running" && span.state !== "blocked") return undefined;
  const thread = model.threads.find(({ worker }) => worker === Math.max(0, model.trace.workerAt(span.from)));
  if (!thread || model.threads.length === 1 || span.task === MAIN) return undefined;
  return threadName(thread, words.timeline).name;
}

/** Who holds the one thread of a loop while a task waits, at the moment that is pointed at. */
function meanwhile(told: Telling, span: Span, at: Position): string | undefined {
  const { model, words } = told;
  if (model.scenario.mode !== "async") return undefined;
  if (span.state !== "suspended" && span.state !== "ready") return undefined;
  const hold = holderAt(model, 0, at.step);
  return hold
    ? words.inspect.threadHeldAt(nameOf(told, hold.task), pointedTime(at))
    : words.inspect.threadFreeAt(pointedTime(at));
}

/** Where the pointer is, not a moment at which something happens: two decimals will do. */
const pointedTime = ({ time }: Position): string => (time / 1000).toFixed(2);

/** Less is nothing to speak of: a measured timer never fires at the very millisecond. */
const LATE_MS = 20;

/** What made it go on. */
function endingOf(told: Telling, span: Span): string | undefined {
  const { model, words, seconds } = told;
  if (span.to >= model.trace.length) return undefined;
  const cause = causeOf(model, span.to);
  if (!cause || cause.kind === "callback") return undefined;
  const late = span.detail.reason === "sleep" ? span.end - span.start - (span.detail.ms ?? 0) : 0;
  if (cause.kind === "timer" && late >= LATE_MS) return words.inspect.ending.late(seconds(late));
  const ending = words.inspect.ending[cause.kind];
  if (typeof ending === "string") return ending;
  const by = model.trace.taskAt(cause.from);
  return by === span.task ? undefined : ending(nameOf(told, Math.max(MAIN, by)));
}
