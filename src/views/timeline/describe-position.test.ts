import { expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { timelineWords } from "#i18n/timeline.ts";
import { describePosition } from "./describe-position.ts";
import { goldenModel } from "./golden-model.ts";

it("a position is told by its time, its step and what the tasks are doing", () => {
  const model = goldenModel("async-await-equal");
  const time = traceTime(120);
  const snapshot = model.snapshotAt(model.stepAtTime(time), time);
  const steps = model.trace.length;
  expect(describePosition(snapshot, steps, timelineWords.zh)).toBe("0.12 秒，第 23/44 步，3 个任务挂起");
  expect(describePosition(snapshot, steps, timelineWords.en)).toBe("0.12 s, step 23/44, 3 tasks suspended");
});
