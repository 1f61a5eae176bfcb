import type { Milliseconds } from "#base/units.ts";
import type { MeasuredRequest, Measurement } from "./measurement.ts";

/** The moments in the way of a request, in the only order that cause and effect allow. */
const ORDER = ["sent", "entered", "takenUp", "left", "received"] as const;

export type RequestMoment = (typeof ORDER)[number];

/** Two moments of one request that were measured the wrong way round. */
export interface CausalityViolation {
  /** Which of `Measurement.requests`. */
  readonly request: number;
  readonly cause: RequestMoment;
  readonly effect: RequestMoment;
  /** How much earlier than its cause the effect was measured. */
  readonly by: Milliseconds;
}

export interface CausalityCheck {
  readonly violations: readonly CausalityViolation[];
  /** How many pairs of neighbouring moments were compared. */
  readonly comparisons: number;
}

/**
 * Holds sent ≤ entered ≤ takenUp ≤ left ≤ received against every request. They come from the clocks of different
 * contexts: that cause precedes effect throughout shows that those clocks agree. Clocks that count in steps may be
 * apart by one of them. A moment that is missing is skipped, and who gives up a request need not wait for its answer.
 */
export function findCausalityViolations({ requests, clockStep }: Measurement): CausalityCheck {
  const violations: CausalityViolation[] = [];
  let comparisons = 0;
  for (const [request, moments] of requests.entries()) {
    const known = momentsOf(moments);
    for (const [index, effect] of known.entries()) {
      const cause = known[index - 1];
      if (cause === undefined) continue;
      comparisons += 1;
      const by = cause.at - effect.at;
      if (by > clockStep + ROUNDING) violations.push({ request, cause: cause.name, effect: effect.name, by });
    }
  }
  return { violations, comparisons };
}

/** A moment in ms since 1970 is only stored to 1/4096 ms: a difference of one clock step may come out a little larger. */
const ROUNDING: Milliseconds = 1e-3;

function momentsOf(request: MeasuredRequest): { readonly name: RequestMoment; readonly at: Milliseconds }[] {
  const names = request.gaveUp === true ? ORDER.filter((name) => name !== "received") : ORDER;
  return names.flatMap((name) => {
    const at = request[name];
    return at === undefined ? [] : [{ name, at }];
  });
}
