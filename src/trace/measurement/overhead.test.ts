import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import type { MeasuredRequest, Measurement } from "./measurement.ts";
import { measureOverhead } from "./overhead.ts";

const request = (...[sent, entered, takenUp, left, received]: readonly number[]): MeasuredRequest => ({
  task: 1,
  asked: 400,
  sent: traceTime(sent ?? 0),
  ...(entered !== undefined && { entered: traceTime(entered) }),
  ...(takenUp !== undefined && { takenUp: traceTime(takenUp) }),
  ...(left !== undefined && { left: traceTime(left) }),
  ...(received !== undefined && { received: traceTime(received) }),
});
const measured = (
  requests: readonly MeasuredRequest[],
  workers: Measurement["workers"] = [],
): Measurement => ({
  transport: "network",
  clockStep: 0.1,
  heartbeats: [],
  requests,
  workers,
});

describe("the overhead of a run", () => {
  it("has the middle and the longest of each leg", () => {
    const overhead = measureOverhead(
      measured([request(0, 4, 4, 405, 410), request(10, 13, 13, 415, 417), request(20, 28, 28, 428, 438)]),
    );
    expect(overhead.message).toEqual({ median: 4, longest: 8, count: 3 });
    expect(overhead.handler).toEqual({ median: 1, longest: 2, count: 3 });
    expect(overhead.answer).toEqual({ median: 5, longest: 10, count: 3 });
  });

  it("takes the mean of the middle two of an even number", () => {
    expect(measureOverhead(measured([request(0, 4), request(0, 5)])).message?.median).toBe(4.5);
  });

  it("counts no time in the server's queue as the handler's", () => {
    expect(measureOverhead(measured([request(0, 4, 804, 1204, 1210)])).handler?.longest).toBe(0);
  });

  it("has no answer of a client that gave up, and nothing that has not happened yet", () => {
    const gaveUp = { ...request(0, 4, 4, 404, 300), gaveUp: true };
    expect(measureOverhead(measured([gaveUp])).answer).toBeUndefined();
    expect(measureOverhead(measured([request(0)]))).toMatchObject({ message: undefined, handler: undefined });
  });

  it("counts the start of workers that were made for it", () => {
    const workers = [
      { worker: 1, startup: 40, reused: false },
      { worker: 2, startup: 38, reused: true },
      { worker: 3, startup: 60, reused: false },
    ];
    expect(measureOverhead(measured([], workers)).startup).toEqual({ median: 50, longest: 60, count: 2 });
  });
});
