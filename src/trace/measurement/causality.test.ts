import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { findCausalityViolations } from "./causality.ts";
import type { MeasuredRequest } from "./measurement.ts";

const SOUND: MeasuredRequest = {
  task: 1,
  asked: 400,
  sent: traceTime(0),
  entered: traceTime(4),
  takenUp: traceTime(4),
  left: traceTime(404),
  received: traceTime(409),
};
const check = (requests: readonly MeasuredRequest[], clockStep = 0.1) =>
  findCausalityViolations({ transport: "network", clockStep, heartbeats: [], requests, workers: [] });

describe("cause and effect", () => {
  it("are in order four times in a whole request", () => {
    expect(check([SOUND, SOUND])).toEqual({ violations: [], comparisons: 8 });
  });

  it("may be apart by one step of the clock, not by more", () => {
    const early = { ...SOUND, sent: traceTime(4.1) };
    expect(check([early]).violations).toEqual([]);
    expect(check([SOUND, { ...early, sent: traceTime(4.25) }]).violations).toEqual([
      { request: 1, cause: "sent", effect: "entered", by: 0.25 },
    ]);
    expect(check([{ ...early, sent: traceTime(5) }], 1).violations).toEqual([]);
  });

  it("may be apart by one step in moments since 1970, which are stored less finely", () => {
    const start = 1_763_840_000_000;
    const [sent, entered] = [start + 4.1 - start, start + 4 - start];
    expect(check([{ task: 1, asked: 400, sent: traceTime(sent), entered: traceTime(entered) }])).toEqual({
      violations: [],
      comparisons: 1,
    });
  });

  it("are compared across moments that are missing", () => {
    const { takenUp: _takenUp, left: _left, ...early } = { ...SOUND, received: traceTime(1) };
    expect(check([early])).toEqual({
      violations: [{ request: 0, cause: "entered", effect: "received", by: 3 }],
      comparisons: 2,
    });
  });

  it("need no answer before its client gives up", () => {
    expect(check([{ ...SOUND, received: traceTime(300), gaveUp: true }])).toEqual({
      violations: [],
      comparisons: 3,
    });
  });

  it("are not judged where nothing was sent", () => {
    expect(check([])).toEqual({ violations: [], comparisons: 0 });
  });
});
