import type { WallTime } from "#base/units.ts";
import type { ServerClock } from "./server-clock.ts";

/** By which clock a body trickles in, and what ends it early. */
export interface TricklePace {
  readonly clock: ServerClock;
  readonly signal: AbortSignal;
}

const PARTS = 8;

/**
 * A body that comes in equal parts, spread over the time from `from` to `until`; `onEnd` is called when the last part
 * has been handed over, at `until`. A reader that goes away is not noticed: the server works on to the end, as it does
 * with any abandoned request.
 */
export function trickle(
  text: string,
  from: WallTime,
  until: WallTime,
  { clock, signal }: TricklePace,
  onEnd: () => void,
): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const size = Math.ceil(bytes.length / PARTS);
  let hasReader = true;
  return new ReadableStream({
    async start(controller) {
      for (let part = 1; part <= PARTS; part += 1) {
        await clock.waitUntil((from + ((until - from) * part) / PARTS) as WallTime, signal);
        if (hasReader) controller.enqueue(bytes.slice((part - 1) * size, part * size));
      }
      onEnd();
      if (hasReader) controller.close();
    },
    cancel() {
      hasReader = false;
    },
  });
}
