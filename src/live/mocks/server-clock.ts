import type { WallTime } from "#base/units.ts";
import { wallNow } from "../wall-clock.ts";

/** The time of the mock server. */
export interface ServerClock {
  now(): WallTime;
  /** Resolves once `now()` has reached the moment, never earlier; rejects with the signal's reason when it aborts. */
  waitUntil(moment: WallTime, signal?: AbortSignal): Promise<void>;
}

/**
 * The clock of this page. A timer may fire a fraction of a millisecond early by `performance.now()`, for the two are
 * rounded differently; so whoever wakes up early waits for the rest.
 */
export const pageClock = createServerClock(wallNow);

/** A server's clock by any clock; `setTimeout` and `clearTimeout` are the global ones. */
export function createServerClock(now: () => WallTime): ServerClock {
  return {
    now,
    waitUntil: (moment, signal) =>
      new Promise((resolve, reject) => {
        let timer: ReturnType<typeof setTimeout>;
        const stop = () => {
          clearTimeout(timer);
          reject(signal?.reason);
        };
        const check = () => {
          const rest = moment - now();
          if (rest > 0) {
            timer = setTimeout(check, Math.ceil(rest));
          } else {
            signal?.removeEventListener("abort", stop);
            resolve();
          }
        };
        if (signal?.aborted) return stop();
        signal?.addEventListener("abort", stop);
        check();
      }),
  };
}
