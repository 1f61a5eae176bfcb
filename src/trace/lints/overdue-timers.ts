import type { Milliseconds, TraceTime } from "#base/units.ts";
import type { TraceModel } from "../model-types.ts";

/** How much of a stretch of time some task slept on after its timer had come due. Ask for stretches in order of time. */
export type Overdue = (start: TraceTime, end: TraceTime) => Milliseconds;

/** A loop that is held notices no timer: its task stays suspended beyond the time it asked for. */
export function overdueTimers({ trace, spanRows }: TraceModel): Overdue {
  const late: { readonly due: Milliseconds; readonly end: Milliseconds }[] = [];
  for (let row = 0; row < spanRows.count; row++) {
    if (spanRows.stateAt(row) !== "suspended" || spanRows.isRepeatedAt(row)) continue;
    const { reason, ms } = trace.detailAt(spanRows.fromAt(row));
    if (reason !== "sleep" || ms === undefined) continue;
    const due = spanRows.startAt(row) + ms;
    const end = spanRows.endAt(row);
    if (end > due) late.push({ due, end });
  }
  late.sort((a, b) => a.due - b.due);
  let next = 0;
  return (start, end) => {
    let covered = 0;
    let until: Milliseconds = start;
    while ((late[next]?.end ?? end) < start) next += 1;
    for (let nth = next; (late[nth]?.due ?? end) < end; nth++) {
      const { due, end: woken } = late[nth] as (typeof late)[number];
      const to = Math.min(woken, end);
      covered += Math.max(0, to - Math.max(due, until));
      until = Math.max(until, to);
    }
    return covered;
  };
}
