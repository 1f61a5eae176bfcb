import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchRest } from "./at-rest.ts";

describe("what may change with every frame", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const watched = () => {
    const log: string[] = [];
    return {
      log,
      watch: watchRest(
        () => log.push("rests"),
        () => log.push("moves"),
      ),
    };
  };

  it("begins to move once, and rests once, a while after the last change", () => {
    const { watch, log } = watched();
    for (let frame = 0; frame < 60; frame++) {
      watch.moved();
      vi.advanceTimersByTime(16);
    }
    expect(log).toEqual(["moves"]);
    vi.advanceTimersByTime(300);
    expect(log).toEqual(["moves", "rests"]);
  });

  it("rests, too, after a single change, and may move again", () => {
    const { watch, log } = watched();
    watch.moved();
    vi.advanceTimersByTime(300);
    watch.moved();
    vi.advanceTimersByTime(300);
    expect(log).toEqual(["moves", "rests", "moves", "rests"]);
  });

  it("is heard of no more once nobody watches", () => {
    const { watch, log } = watched();
    watch.moved();
    watch.stop();
    vi.advanceTimersByTime(300);
    expect(log).toEqual(["moves"]);
  });
});
