import type { EventType, TraceEvent } from "#trace/event-types.ts";
import { CUT_OFF } from "#trace/has-ended.ts";

/** What ends each thing that can be under way. */
const ENDS: Partial<Record<EventType, EventType>> = {
  blocking_start: "blocking_end",
  cpu_start: "cpu_end",
  request_start: "request_end",
  callback_called: "callback_end",
};

/** How far a task has come, and what of it is under way. */
interface Life {
  state: "made" | "running" | "suspended" | "ended";
  worker: number | undefined;
  readonly open: TraceEvent[];
}

/**
 * What has to be added to the record of a run whose workers were terminated, all at time `t_ms`: what holds a thread
 * ends, and what has not begun never will. A task that hangs in a loop is left pending: nobody resumes it any more. The
 * end of the run itself is not included.
 */
export function closeTrace(events: readonly TraceEvent[], t_ms: number): readonly TraceEvent[] {
  const hasLoop = events.some(({ type }) => type === "loop_start");
  const closings: TraceEvent[] = [];
  for (const [task, { state, worker, open }] of livesIn(events)) {
    if (state === "suspended") continue;
    const place = { t_ms, task, ...(worker !== undefined && { worker }) };
    for (const begun of open.toReversed()) closings.push({ ...place, ...endOf(begun) });
    if (state === "running" || (state === "made" && !hasLoop)) {
      closings.push({ ...place, type: "task_cancelled" });
    }
  }
  if (hasLoop && !events.some(({ type }) => type === "loop_stop")) closings.push({ t_ms, type: "loop_stop" });
  return closings;
}

function livesIn(events: readonly TraceEvent[]): ReadonlyMap<string, Life> {
  const lives = new Map<string, Life>();
  for (const event of events) {
    if (event.task === undefined) continue;
    const life = lives.get(event.task) ?? { state: "ended", worker: undefined, open: [] };
    lives.set(event.task, life);
    life.state = stateAfter(event.type) ?? life.state;
    life.worker = event.worker ?? life.worker;
    const begun = life.open.at(-1)?.type;
    if (event.type in ENDS) life.open.push(event);
    else if (begun !== undefined && isEndOf(begun, event.type)) life.open.pop();
  }
  return lives;
}

function stateAfter(type: EventType): Life["state"] | undefined {
  switch (type) {
    case "task_created":
      return "made";
    case "task_started":
    case "task_resumed":
      return "running";
    case "task_suspended":
      return "suspended";
    case "task_done":
    case "task_failed":
    case "task_cancelled":
      return "ended";
    default:
      return undefined;
  }
}

function isEndOf(begun: EventType, type: EventType): boolean {
  return ENDS[begun] === type || (begun === "callback_called" && type === "callback_failed");
}

/** How something ends whose worker is no more. */
function endOf({ type, detail }: TraceEvent): Pick<TraceEvent, "type" | "detail"> {
  if (type === "request_start") return { type: "request_end", detail: { aborted: true } };
  if (type !== "callback_called") return { type: ENDS[type] as EventType };
  return { type: "callback_failed", detail: { ...detail, error: CUT_OFF } };
}
