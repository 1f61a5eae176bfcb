import type { Milliseconds, WallTime } from "#base/units.ts";
import type { ServerVisit } from "./live-server.ts";
import type { Observation } from "./merge-streams.ts";
import type { Mark } from "./protocol.ts";

/** What a worker has written down, with its causes and its effects. `worker` 0 = the one thread of sync and async. */
export function observeMark(mark: Mark, worker: number, at: Milliseconds): Observation {
  const { type, task, detail, request } = mark;
  const event = {
    type,
    ...(task !== undefined && { task }),
    ...(worker > 0 && { worker }),
    ...(detail !== undefined && { detail }),
  };
  switch (type) {
    case "task_started":
      return { at, event, after: [`${task} is made`] };
    case "task_done":
    case "task_failed":
      return { at, event, is: `${task} has ended` };
    case "request_start":
      return { at, event, is: `${request} is sent` };
    case "request_end":
      // The server does not know that a client has given up, and goes on.
      return detail?.aborted ? { at, event } : { at, event, after: [`${request} is answered`] };
    default:
      return { at, event };
  }
}

/** What the server does with a request; nothing with one that it never takes up, as a connection that fails. */
export function observeVisit(
  { request, task }: Mark,
  { taken_up, left }: Partial<Record<ServerVisit["phase"], WallTime>>,
  time: (at: WallTime) => Milliseconds,
): readonly Observation[] {
  if (taken_up === undefined || task === undefined) return [];
  const start: Observation = {
    at: time(taken_up),
    event: { type: "server_start", task },
    is: `${request} is taken up`,
    after: [`${request} is sent`],
  };
  if (left === undefined) return [start];
  return [start, { at: time(left), event: { type: "server_end", task }, is: `${request} is answered` }];
}
