import type { Milliseconds } from "#base/units.ts";
import type { TraceEvent } from "#trace/event-types.ts";

/** An event by the clock of the context in which it happened, in ms since the run began. */
export interface Observation {
  readonly at: Milliseconds;
  readonly event: Omit<TraceEvent, "t_ms">;
  /** What others can name it by. */
  readonly is?: string;
  /** What it cannot have happened before, however the clocks read. Names that nobody bears are not waited for. */
  readonly after?: readonly string[];
}

/** What one context saw, in the order in which it happened there. */
export type Stream = readonly Observation[];

/**
 * Puts the streams of several contexts into one order: by time, ties to the earlier stream, but never an effect before
 * its cause. Clocks that count in steps may read an effect as earlier; it is then put at the time of its cause. Throws
 * a RangeError when the causes go in a circle.
 */
export function mergeStreams(streams: readonly Stream[]): readonly TraceEvent[] {
  const missing = new Set(streams.flatMap((stream) => stream.flatMap(({ is }) => is ?? [])));
  const heads = streams.map((stream) => ({ stream, next: 0 }));
  const events: TraceEvent[] = [];
  let left = streams.reduce((sum, { length }) => sum + length, 0);
  let time: Milliseconds = 0;
  for (; left > 0; left--) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads) {
      const candidate = head.stream[head.next];
      if (candidate === undefined || candidate.after?.some((cause) => missing.has(cause))) continue;
      if (first === undefined || candidate.at < (first.stream[first.next] as Observation).at) first = head;
    }
    if (first === undefined) throw new RangeError("every event waits for another");
    const { at, event, is } = first.stream[first.next] as Observation;
    first.next += 1;
    if (is !== undefined) missing.delete(is);
    time = Math.max(time, at);
    events.push({ t_ms: time, ...event });
  }
  return events;
}
