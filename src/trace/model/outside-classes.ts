import type { StepIndex, Trace } from "../trace.ts";
import { GrowingColumn } from "./growing-column.ts";
import type { OutsideColumns } from "./outside-log.ts";

/** Index of `working` in `OUTSIDE_PHASES`. */
export const WORKING = 2;
const NOBODY = -1;

/**
 * All stretches of outside work that are of one kind, in one phase, and keep a thread or do not: how many of them are
 * under way at an event, and which of those is due first, is found without looking at each.
 */
export interface OutsideClass {
  /** Index into `OUTSIDE_KINDS`. */
  readonly kind: number;
  /** Index into `OUTSIDE_PHASES`. */
  readonly phase: number;
  readonly holdsThread: number;
  /** Events at which one begins, and at which one ends, ascending. */
  readonly begins: Int32Array;
  readonly ends: Int32Array;
  /** From event `changes[k]` on, the one that is due first is that in row `firsts[k]`; -1 = none, or none is known. */
  readonly changes: Int32Array;
  readonly firsts: Int32Array;
}

interface Stretch {
  readonly row: number;
  readonly from: StepIndex;
  readonly to: StepIndex;
}

export function classifyOutside(columns: Omit<OutsideColumns, "classes">, trace: Trace): OutsideClass[] {
  const { kind, holdsThread, from, work, wait, levels } = columns;
  const to = levels[0] as Int32Array;
  const stretches = new Map<number, Stretch[]>();
  const add = (phase: number, stretch: Stretch) => {
    if (stretch.from >= stretch.to) return;
    const key = classKey(kind[stretch.row] as number, phase, holdsThread[stretch.row] as number);
    const alike = stretches.get(key);
    if (alike === undefined) stretches.set(key, [stretch]);
    else alike.push(stretch);
  };
  for (let row = 0; row < kind.length; row++) {
    const takenUp = work[row] as StepIndex;
    const end = to[row] as StepIndex;
    add(wait[row] as number, { row, from: from[row] as StepIndex, to: takenUp < 0 ? end : takenUp });
    if (takenUp >= 0) add(WORKING, { row, from: takenUp, to: end });
  }
  return [...stretches].map(([key, alike]) => ({
    ...fromKey(key),
    begins: Int32Array.from(alike, (stretch) => stretch.from).sort(),
    ends: Int32Array.from(alike, (stretch) => stretch.to).sort(),
    ...firstsOf(key, alike, columns.due, trace.length),
  }));
}

const classKey = (kind: number, phase: number, holdsThread: number) => (kind * 3 + phase) * 2 + holdsThread;

const fromKey = (key: number) => ({
  kind: Math.floor(key / 6),
  phase: Math.floor(key / 2) % 3,
  holdsThread: key % 2,
});

/**
 * Who is due first, event by event: the stretches lie down over the events in the order in which they are due, each on
 * those that nobody lies on yet.
 */
function firstsOf(
  key: number,
  stretches: readonly Stretch[],
  due: Float64Array,
  length: number,
): Pick<OutsideClass, "changes" | "firsts"> {
  const changes = new GrowingColumn();
  const firsts = new GrowingColumn();
  if (fromKey(key).phase === WORKING) {
    const lies = new Int32Array(length).fill(NOBODY);
    /** From each event the way to the next one that nobody lies on, shortened whenever it is walked. */
    const next = new Int32Array(length + 1);
    for (let step = 0; step <= length; step++) next[step] = step;
    const freeFrom = (step: StepIndex): StepIndex => {
      let free = step;
      while (next[free] !== free) free = next[free] as StepIndex;
      for (let k = step; k !== free; ) {
        const after = next[k] as StepIndex;
        next[k] = free;
        k = after;
      }
      return free;
    };
    const dueOf = ({ row }: Stretch) => due[row] as number;
    const known = stretches.filter((stretch) => !Number.isNaN(dueOf(stretch)));
    for (const { row, from, to } of known.sort((a, b) => dueOf(a) - dueOf(b)))
      for (let step = freeFrom(from); step < to; step = freeFrom(step)) {
        lies[step] = row;
        next[step] = step + 1;
      }
    for (let step = 0; step < length; step++) {
      if (step > 0 && lies[step] === lies[step - 1]) continue;
      changes.push(step);
      firsts.push(lies[step] as number);
    }
  }
  return { changes: changes.values(), firsts: firsts.values() };
}
