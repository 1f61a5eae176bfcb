import { describe, expect, it } from "vitest";
import { timelineWords } from "#i18n/timeline.ts";
import { goldenModel } from "./golden-model.ts";
import { activityLabel, fixedSeconds, plainSeconds, suspendedReason } from "./span-label.ts";

const spanOf = (id: string, task: number, state: string) =>
  goldenModel(id)
    .spansOf(task)
    .find((span) => span.state === state);

describe("a span says", () => {
  it("what a suspended task waits for", () => {
    const span = spanOf("async-await-equal", 1, "suspended");
    expect(span && suspendedReason(span, timelineWords.en)).toBe("asyncio.sleep(0.2)");
    expect(span && suspendedReason(span, timelineWords.zh)).toBe("等 asyncio.sleep(0.2)");
  });

  it("which call holds the thread of a blocked one", () => {
    const span = spanOf("async-blocking-three", 1, "blocked");
    expect(span && activityLabel(span, timelineWords.en)).toBe("time.sleep(0.2)");
  });
});

describe("seconds", () => {
  it("read as in Python, without useless zeros", () => {
    expect([2000, 500, 1250, 0].map(plainSeconds)).toEqual(["2", "0.5", "1.25", "0"]);
  });

  it("read in columns with two decimals, or the third that they have", () => {
    expect([2000, 450, 1234].map(fixedSeconds)).toEqual(["2.00", "0.45", "1.234"]);
  });
});
