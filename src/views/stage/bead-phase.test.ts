import { expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { TraceEvent } from "#trace/event-types.ts";
import { traceFromEvents } from "#trace/trace-file.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { beadPhase, nearestPhase, uncovered } from "./bead-phase.ts";

const scenario: Scenario = { mode: "async", tasks: [{ name: "A", steps: [{ kind: "sleep", ms: 4800 }] }] };
const events: readonly TraceEvent[] = [
  { t_ms: 0, turn: 0, type: "loop_start" },
  { t_ms: 0, turn: 1, type: "task_created", task: "A" },
  { t_ms: 0, turn: 1, type: "task_started", task: "A" },
  { t_ms: 0, turn: 1, type: "task_suspended", task: "A", detail: { reason: "sleep", ms: 4800 } },
  { t_ms: 4800, turn: 2, type: "timer_fired", task: "A" },
  { t_ms: 4800, turn: 3, type: "task_resumed", task: "A" },
];
const model = buildTraceModel(traceFromEvents(events, scenario), scenario);

it("goes on with every event of a turn, in one lap for each turn", () => {
  const phases = events.map(({ t_ms }, step) => beadPhase(model, step, traceTime(t_ms), true));
  expect(phases).toEqual([0.5, 1.25, 1.5, 1.75, 2.5, 3.5]);
});

it("makes whole laps of 2.4 s while the loop waits, and ends where the next turn begins", () => {
  expect(beadPhase(model, 3, traceTime(1200), true)).toBeCloseTo(0.5);
  expect(beadPhase(model, 3, traceTime(2400), true)).toBeCloseTo(1);
  expect(beadPhase(model, 3, traceTime(4799), true) % 1).toBeGreaterThan(0.99);
});

it("stands still while somebody holds the thread", () => {
  expect(beadPhase(model, 3, traceTime(1200), false)).toBe(beadPhase(model, 3, traceTime(0), false));
});

it("goes to its place the way the run goes, and back the way it came, never more than a lap", () => {
  expect(nearestPhase(1.75, 2.25, false)).toBeCloseTo(2.25);
  expect(nearestPhase(1.75, 7.25, false)).toBeCloseTo(2.25);
  expect(nearestPhase(2.25, 1.75, true)).toBeCloseTo(1.75);
  expect(nearestPhase(2.25, 5.25, true)).toBeCloseTo(2.25);
});

it("never stands below what covers the track, and keeps its laps and its direction", () => {
  const covers = [
    [0, 0.2],
    [0.4, 0.5],
  ] as const;
  let before = Number.NEGATIVE_INFINITY;
  for (let phase = 0; phase < 2; phase += 0.01) {
    const place = uncovered(phase, covers);
    expect(place).toBeGreaterThan(before);
    expect(Math.floor(place)).toBe(Math.floor(phase));
    for (const [from, to] of covers) expect(place % 1 <= from || place % 1 >= to).toBe(true);
    before = place;
  }
  expect(uncovered(0, covers)).toBe(0.2);
  expect(uncovered(1.25, [])).toBe(1.25);
});
