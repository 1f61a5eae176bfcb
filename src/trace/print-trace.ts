import type { EventDetail } from "./event-types.ts";
import { NOBODY, type StepIndex, type Trace } from "./trace.ts";

const BARE_WORD = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/**
 * A readable dump, one line per event: time, turn (`#`), task (`-` = nobody), worker (`w`), type, facts. `read-trace.ts`
 * reads it back.
 *
 *     150 #7 A task_suspended reason=sleep ms=50
 *     200    B w2 print text="begin B"
 */
export function printTrace(trace: Trace): string {
  const rows = Array.from({ length: trace.length }, (_, step) => cellsOf(trace, step));
  const widths = rows.reduce(
    (widest, cells) => widest.map((width, column) => Math.max(width, (cells[column] as string).length)),
    [0, 0, 0, 0, 0, 0],
  );
  const [timeWidth = 0, ...otherWidths] = widths;
  const lines = rows.map(([time = "", ...others]) =>
    [time.padStart(timeWidth), ...others.map((cell, column) => cell.padEnd(otherWidths[column] ?? 0))]
      .join(" ")
      .trimEnd(),
  );
  return lines.map((line) => `${line}\n`).join("");
}

function cellsOf(trace: Trace, step: StepIndex): readonly string[] {
  const [turn, task, worker] = [trace.turnAt(step), trace.taskAt(step), trace.workerAt(step)];
  return [
    String(trace.timeAt(step)),
    turn < 0 ? "" : `#${turn}`,
    task === NOBODY ? "-" : (trace.names[task] as string),
    worker === 0 ? "" : `w${worker}`,
    trace.typeAt(step),
    printDetail(trace.detailAt(step)),
  ];
}

function printDetail(detail: EventDetail): string {
  return Object.entries(detail)
    .map(([key, value]) => `${key}=${printValue(value)}`)
    .join(" ");
}

function printValue(value: unknown): string {
  return typeof value === "string" && BARE_WORD.test(value) ? value : JSON.stringify(value);
}
