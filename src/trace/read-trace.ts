import type { Scenario } from "#scenario/scenario.ts";
import type { EventType, TraceEvent } from "./event-types.ts";
import type { Trace } from "./trace.ts";
import { traceFromEvents } from "./trace-file.ts";

const LINE =
  /^(?<time>\S+)(?: +#(?<turn>\d+))? +(?<task>\S+)(?: +w(?<worker>\d+))? +(?<type>[a-z_]+)(?<facts>.*)$/;
// A value is a string in quotes, a list (which may hold such strings), or a bare word.
const FACT = /(\w+)=("(?:[^"\\]|\\.)*"|\[(?:[^\]"]|"(?:[^"\\]|\\.)*")*\]|\S+)/g;

/** Reads a dump of `printTrace` back, or a trace written by hand in its notation. Names may not hold spaces. */
export function readTrace(text: string, scenario: Scenario): Trace {
  return traceFromEvents(readEvents(text), scenario);
}

/** Throws a SyntaxError that quotes the line it cannot read. */
export function readEvents(text: string): readonly TraceEvent[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").map(readLine);
}

function readLine(line: string): TraceEvent {
  const { time, turn, task, worker, type, facts } = LINE.exec(line)?.groups ?? {};
  if (time === undefined) throw new SyntaxError(`no event: ${line}`);
  const detail = Object.fromEntries(
    Array.from((facts ?? "").matchAll(FACT), ([, key, value]) => [key, readValue(value as string)]),
  );
  return {
    t_ms: Number(time),
    ...(turn !== undefined && { turn: Number(turn) }),
    type: type as EventType,
    ...(task !== "-" && { task: task as string }),
    ...(worker !== undefined && { worker: Number(worker) }),
    ...(Object.keys(detail).length > 0 && { detail }),
  };
}

function readValue(text: string): unknown {
  return /^(["[\d-]|true$|false$)/.test(text) ? JSON.parse(text) : text;
}
