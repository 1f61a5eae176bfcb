import type { Milliseconds } from "#base/units.ts";
import { type EventDetail, type EventType, SLICE_TYPES, type TraceEvent } from "./event-types.ts";

/** Happens on other threads or machines: only when and for whom is compared, not the order. */
const OUTSIDE: ReadonlySet<EventType> = new Set([
  "server_start",
  "server_end",
  "offload_start",
  "offload_end",
]);

/**
 * `exact`: the sequence is the truth, turns included. `by_time`: at one moment there is no order between threads, so
 * each task's own sequence is the truth; what the main program learns at one moment may come in any order.
 */
export type TraceOrder = "exact" | "by_time";

/**
 * The first difference between two runs, readable; undefined when they agree. Times, and the total, may differ by
 * `tolerance`. Slices of time are not compared: only the simulator tells of them.
 */
export function findDifference(
  expected: readonly TraceEvent[],
  actual: readonly TraceEvent[],
  order: TraceOrder,
  tolerance: Milliseconds = 0,
): string | undefined {
  const inside = (events: readonly TraceEvent[]) =>
    events.filter(({ type }) => !OUTSIDE.has(type) && !SLICE_TYPES.has(type));
  const difference =
    order === "exact"
      ? findInSequence("event", inside(expected), inside(actual), tolerance)
      : findByTask(inside(expected), inside(actual), tolerance);
  return difference ?? findOutside(expected, actual);
}

function findInSequence(
  what: string,
  expected: readonly TraceEvent[],
  actual: readonly TraceEvent[],
  tolerance: Milliseconds,
): string | undefined {
  const length = Math.max(expected.length, actual.length);
  for (let index = 0; index < length; index++) {
    const [wanted, found] = [expected[index], actual[index]];
    if (wanted && found && isSame(wanted, found, tolerance)) continue;
    return `${what} #${index}: expected ${formatEvent(wanted)}, found ${formatEvent(found)}`;
  }
  return undefined;
}

function findByTask(
  expected: readonly TraceEvent[],
  actual: readonly TraceEvent[],
  tolerance: Milliseconds,
): string | undefined {
  const wanted = groupByTask(expected);
  const found = groupByTask(actual);
  for (const task of new Set([...wanted.keys(), ...found.keys()])) {
    const arrange = task === "main" ? sortWithinMoments : (events: readonly TraceEvent[]) => events;
    const difference = findInSequence(
      task === undefined ? "of the program" : `of ${task}`,
      arrange(wanted.get(task) ?? []),
      arrange(found.get(task) ?? []),
      tolerance,
    );
    if (difference !== undefined) return difference;
  }
  return undefined;
}

/** Each task's own events; those without a task are the program's. */
function groupByTask(events: readonly TraceEvent[]): ReadonlyMap<string | undefined, readonly TraceEvent[]> {
  const groups = new Map<string | undefined, TraceEvent[]>();
  for (const event of events) {
    const group = groups.get(event.task);
    if (group === undefined) groups.set(event.task, [event]);
    else group.push(event);
  }
  return groups;
}

function findOutside(expected: readonly TraceEvent[], actual: readonly TraceEvent[]): string | undefined {
  const outside = (events: readonly TraceEvent[]) =>
    sortWithinMoments(events.filter(({ type }) => OUTSIDE.has(type)));
  return findInSequence("outside", outside(expected), outside(actual), 0);
}

function sortWithinMoments(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const keyed = events.map((event) => ({ event, key: `${event.type} ${event.task} ${keyOf(event.detail)}` }));
  keyed.sort((a, b) => a.event.t_ms - b.event.t_ms || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ event }) => event);
}

function isSame(a: TraceEvent, b: TraceEvent, tolerance: Milliseconds): boolean {
  return (
    a.type === b.type &&
    a.task === b.task &&
    a.worker === b.worker &&
    a.turn === b.turn &&
    Math.abs(a.t_ms - b.t_ms) <= tolerance &&
    factsOf(a, tolerance) === factsOf(b, tolerance)
  );
}

/** What must be equal of its facts: not the total, where times may differ. */
function factsOf({ detail }: TraceEvent, tolerance: Milliseconds): string {
  if (tolerance === 0 || detail?.total_ms === undefined) return keyOf(detail);
  const { total_ms: _, ...rest } = detail;
  return keyOf(rest);
}

/** The facts of an event as text, in one order. */
function keyOf(detail: EventDetail = {}): string {
  return JSON.stringify(Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function formatEvent(event: TraceEvent | undefined): string {
  if (event === undefined) return "nothing";
  const { t_ms, turn, type, task, worker, detail } = event;
  return [
    `${t_ms} ms`,
    turn !== undefined && `turn ${turn}`,
    type,
    task,
    worker !== undefined && `worker ${worker}`,
    detail && JSON.stringify(detail),
  ]
    .filter(Boolean)
    .join(" ");
}
