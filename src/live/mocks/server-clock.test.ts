import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WallTime } from "#base/units.ts";
import { createServerClock } from "./server-clock.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const wall = (ms: number) => ms as WallTime;

/** Whether it has settled by now. */
function watch(promise: Promise<void>) {
  const seen = { state: "waiting" };
  promise.then(
    () => {
      seen.state = "over";
    },
    (reason: Error) => {
      seen.state = reason.name;
    },
  );
  return seen;
}

describe("the server's clock", () => {
  it("waits until the moment has come", async () => {
    const clock = createServerClock(() => wall(performance.now()));
    const wait = watch(clock.waitUntil(wall(clock.now() + 100)));
    await vi.advanceTimersByTimeAsync(99);
    expect(wait.state).toBe("waiting");
    await vi.advanceTimersByTimeAsync(1);
    expect(wait.state).toBe("over");
  });

  it("waits on when a timer fires too early", async () => {
    let now = wall(0);
    const clock = createServerClock(() => now);
    const wait = watch(clock.waitUntil(wall(100)));
    now = wall(99.6);
    await vi.advanceTimersByTimeAsync(100);
    expect(wait.state).toBe("waiting");
    now = wall(100);
    await vi.advanceTimersByTimeAsync(1);
    expect(wait.state).toBe("over");
  });

  it("sets no timer for a moment that is over", async () => {
    const clock = createServerClock(() => wall(5));
    await clock.waitUntil(wall(5));
    expect(vi.getTimerCount()).toBe(0);
  });

  it("stops waiting when it is told to, and leaves no timer behind", async () => {
    const clock = createServerClock(() => wall(performance.now()));
    const stop = new AbortController();
    const waits = [
      watch(clock.waitUntil(wall(clock.now() + 100), stop.signal)),
      watch(clock.waitUntil(wall(clock.now() + 100), AbortSignal.abort())),
    ];
    stop.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(waits.map(({ state }) => state)).toEqual(["AbortError", "AbortError"]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
