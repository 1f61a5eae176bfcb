import { lowerBound } from "#base/binary-search.ts";
import type { Cause } from "#trace/causes/cause.ts";
import { causeOfWaitAt, causesOf } from "#trace/causes/causes-of.ts";
import { MAIN, type StepIndex, type TaskId } from "#trace/trace.ts";
import { visibleRows } from "../lane-layout.ts";
import type { Picture } from "./hit-test.ts";

/** Which arrows a picture gets, or that there would be too many to tell them apart. */
export type CausesToShow =
  | { readonly kind: "shown"; readonly causes: readonly Cause[] }
  | { readonly kind: "tooMany" };

/** More arrows than this only darken the picture. */
const MOST_ARROWS = 200;
/** With more lanes than this in view, or more events in them, there are surely too many. */
const MOST_LANES = 400;
const MOST_EVENTS = 4000;

export interface CausesAsked {
  /** All that are in view, as opposed to what ends the selected task's present wait. */
  readonly all: boolean;
  readonly selected: TaskId | undefined;
  /** Where the playhead stands. */
  readonly step: StepIndex;
}

/** Without a selected task, those of every lane in view and of the main program; with one, only its own. */
export function causesToShow(
  picture: Picture & { readonly width: number },
  { all, selected, step }: CausesAsked,
): CausesToShow {
  const { model, layout, scrollY } = picture;
  const hasLane = selected !== undefined && layout.order.rowOf(selected) !== undefined;
  if (!all) {
    const cause = hasLane ? causeOfWaitAt(model, selected, step) : undefined;
    return { kind: "shown", causes: cause ? [cause] : [] };
  }
  if (selected !== undefined) return hasLane ? inView(picture, [selected]) : { kind: "shown", causes: [] };
  const [first, last] = visibleRows(layout, scrollY);
  if (last - first >= MOST_LANES) return { kind: "tooMany" };
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => first + k);
  const tasks = rows.map((row) => layout.order.taskAt(row));
  // What the main program waits for is found among all tasks: of so many that would take too long.
  return inView(picture, model.taskCount <= MOST_LANES ? [MAIN, ...tasks] : tasks);
}

/** What happened in view, and what ends the waits that lead out of it. */
function inView(
  { model, scale, palette, scrollX, width }: Picture & { readonly width: number },
  tasks: readonly TaskId[],
): CausesToShow {
  const from = Math.max(0, scale.positionAt(scrollX).step);
  const to = scale.positionAt(scrollX + width - palette.gutter).step;
  const causes: Cause[] = [];
  let events = 0;
  for (const task of tasks) {
    const own = model.eventsOf(task);
    events += lowerBound(own, to) - lowerBound(own, from);
    if (events > MOST_EVENTS) return { kind: "tooMany" };
    const wait = model.spanAtStep(task, to);
    const end = Math.min(wait?.state === "suspended" ? wait.to + 1 : to + 1, model.trace.length);
    causes.push(...causesOf(model, task, from, end));
    if (causes.length > MOST_ARROWS) return { kind: "tooMany" };
  }
  return { kind: "shown", causes };
}
