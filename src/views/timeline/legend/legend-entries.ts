import { traceTime } from "#base/units.ts";
import type { timelineWords } from "#i18n/timeline.ts";
import type { TaskState, TraceModel } from "#trace/model-types.ts";
import { MAIN } from "#trace/trace.ts";
import { hasThreadLanes } from "../core-track.ts";
import { shownThreads } from "../lane-layout.ts";

export type LegendEntry = keyof (typeof timelineWords)["en"]["legend"];

/** How things too narrow or too low for their shapes are drawn instead; only there while they are. */
export type DensityMark = Extract<LegendEntry, "touch" | "share" | "dots" | "threads">;

/** What is drawn as a stretch; what took equally long, for instance no time at all, keeps this order. */
const STRETCHES = ["running", "blocked", "suspended", "ready"] as const;
const ENDINGS = ["done", "failed", "cancelled", "pending"] as const;

/** If any callback has run, one of the first has. */
const SOME = 100;

/**
 * The signs that occur in one of the runs at least, those that take most of the lanes first. Those of the first run
 * say how much that is: of a measured run that still grows, its prediction, so that no entry changes its place.
 */
export function legendEntries(
  models: readonly [TraceModel, ...TraceModel[]],
  live: boolean,
): readonly LegendEntry[] {
  const [times, ...others] = models.map(timesIn) as [Times, ...Times[]];
  const occurs = (state: TaskState) => [times, ...others].some((each) => each[state] !== undefined);
  const stretches = STRETCHES.filter(occurs).sort((a, b) => (times[b] ?? 0) - (times[a] ?? 0));
  const called = models.some((model) =>
    model
      .callbacksAt(model.trace.length - 1, SOME)
      .some(({ phase }) => phase === "called" || phase === "failed"),
  );
  return [
    models.every(hasThreadLanes) ? "thread" : "core",
    ...(live ? (["predicted"] as const) : []),
    ...stretches,
    ...ENDINGS.filter(occurs),
    ...(called ? (["callback"] as const) : []),
    ...(occurs("created") ? (["created"] as const) : []),
  ];
}

/** With the marks of a picture put in before how tasks end, which speaks for itself; where all threads are drawn in one lane, no thread has its line. */
export function withDensity(
  entries: readonly LegendEntry[],
  density: readonly DensityMark[],
): readonly LegendEntry[] {
  const shown = density.includes("threads")
    ? entries.filter((entry) => entry !== "thread" && entry !== "core")
    : entries;
  const at = shown.findIndex((entry) => (ENDINGS as readonly LegendEntry[]).includes(entry));
  return shown.toSpliced(at < 0 ? shown.length : at, 0, ...density);
}

/** How long tasks were in each state, all of them together; no number for a state that none was in. */
type Times = Partial<Record<TaskState, number>>;

/** O(spans). The main program has no lane: of it, only what holds its thread is seen, where that has a lane. */
function timesIn(model: TraceModel): Times {
  const { spanRows, trace, total } = model;
  const seen: readonly TaskState[] = isMainSeen(model) ? ["running", "blocked"] : [];
  const times: Times = {};
  for (let row = 0; row < spanRows.count; row++) {
    const state = spanRows.stateAt(row);
    if (spanRows.taskAt(row) === MAIN && !seen.includes(state)) continue;
    const to = spanRows.toAt(row);
    const end = to < trace.length ? trace.timeAt(to) : traceTime(total);
    times[state] = (times[state] ?? 0) + end - spanRows.startAt(row);
  }
  return times;
}

/** On a core's lane, the main program is seen only while it runs, beside tasks that run as well. */
const isMainSeen = (model: TraceModel): boolean =>
  hasThreadLanes(model) && shownThreads(model).some((id) => model.threads[id]?.worker === 0);
