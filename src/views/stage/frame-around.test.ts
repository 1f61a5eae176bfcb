import { expect, it } from "vitest";
import { frameAround } from "./frame-around.ts";
import { rightOf } from "./geometry.ts";
import { zonesOf } from "./zones.ts";

const zones = zonesOf(
  { mode: "async" },
  { hasCallbacks: false, taskTotal: 2, hangLabel: 4 },
  { width: 51, height: 16.25 },
);

it("leaves the arrows into seat and cable alone: before one, or all around the other", () => {
  const { queue, seats, hang } = zones;
  const ends = seats.x - 0.3125;
  expect(frameAround("seats", zones)?.x).toBeGreaterThan(ends);
  expect(rightOf(frameAround("queue", zones) ?? queue)).toBeLessThan(rightOf(queue) + 0.3125);
  const around = frameAround("hang", zones);
  expect(around?.x).toBeGreaterThan(rightOf(seats));
  expect(around?.x).toBeLessThan(rightOf(seats) + 0.3125);
  expect(rightOf(around ?? seats)).toBeGreaterThan(rightOf(hang ?? seats));
});

it("stays clear of the callbacks' heading below the ended tasks", () => {
  const frame = frameAround("ended", zones);
  expect((frame?.y ?? 0) + (frame?.h ?? 0)).toBeLessThan((zones.callbacks?.y ?? 0) - 1.375);
});

it("has no frame for what a mode does not have", () => {
  const sync = zonesOf(
    { mode: "sync" },
    { hasCallbacks: false, taskTotal: 2, hangLabel: 4 },
    { width: 51, height: 16.25 },
  );
  expect(frameAround("hang", sync)).toBeUndefined();
});
