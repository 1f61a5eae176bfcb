import type { Milliseconds } from "#base/units.ts";
import type { MeasuredRequest, Measurement } from "./measurement.ts";

/** Of several durations, the middle one and the longest. */
export interface Spread {
  readonly median: Milliseconds;
  readonly longest: Milliseconds;
  readonly count: number;
}

/** What a real run costs beside the waiting it was asked for; undefined where nothing of the kind was measured. */
export interface Overhead {
  /** From the client's sending to the server's having it. */
  readonly message: Spread | undefined;
  /** How much longer the server took than it was asked to; waiting for one of its threads is not part of it. */
  readonly handler: Spread | undefined;
  /** From the server's last byte to the client's having it all. */
  readonly answer: Spread | undefined;
  /** From asking for a worker to its first word; only workers that were made for this run. */
  readonly startup: Spread | undefined;
}

export function measureOverhead({ requests, workers }: Measurement): Overhead {
  return {
    message: spreadOf(requests.map(({ sent, entered }) => minus(entered, sent))),
    handler: spreadOf(
      requests.map(({ takenUp, left, asked }) => {
        const took = minus(left, takenUp);
        return took === undefined ? undefined : took - asked;
      }),
    ),
    answer: spreadOf(requests.map((request) => minus(answeredAt(request), request.left))),
    startup: spreadOf(workers.map(({ startup, reused }) => (reused ? undefined : startup))),
  };
}

/** When the client had the answer; a client that gave up never had it. */
const answeredAt = ({ received, gaveUp }: MeasuredRequest) => (gaveUp === true ? undefined : received);

const minus = (later: number | undefined, earlier: number | undefined): Milliseconds | undefined =>
  later === undefined || earlier === undefined ? undefined : later - earlier;

function spreadOf(durations: readonly (Milliseconds | undefined)[]): Spread | undefined {
  const sorted = durations.filter((ms) => ms !== undefined).sort((a, b) => a - b);
  const count = sorted.length;
  const [low, high] = [sorted[(count - 1) >> 1], sorted[count >> 1]];
  const longest = sorted[count - 1];
  if (low === undefined || high === undefined || longest === undefined) return undefined;
  return { median: (low + high) / 2, longest, count };
}
