import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { inspectWords } from "#i18n/inspect.ts";
import { goldenModel } from "../golden-model.ts";
import { extentOf, type Measure, measureIn, NOTHING_MEASURED, rangeOf, toggleMark } from "./measure.ts";
import { measureInWords, measureLabel } from "./measure-words.ts";

const at = (ms: number, step: number) => ({ time: traceTime(ms), step });
const dragged: Measure = { kind: "dragged", from: at(700, 30), to: at(200, 20) };

describe("a stretch", () => {
  it("goes from its earlier end to its later one, whichever way it was dragged", () => {
    expect(rangeOf(dragged, at(0, 0))).toEqual({ from: at(200, 20), to: at(700, 30) });
  });

  it("that begins at a mark ends at the playhead", () => {
    expect(rangeOf({ kind: "marked", from: at(200, 20) }, at(100, 4))).toEqual({
      from: at(100, 4),
      to: at(200, 20),
    });
  });

  it("inside one instant takes no time, though things happen in it", () => {
    const range = rangeOf({ kind: "marked", from: at(0, 9) }, at(0, 3));
    expect(range && extentOf(range)).toEqual({ ms: 0, events: 6 });
  });
});

it("the mark is set at the playhead, and taken away again, as is a dragged stretch", () => {
  const marked = toggleMark(NOTHING_MEASURED, at(100, 4));
  expect(marked).toEqual({ kind: "marked", from: at(100, 4) });
  expect(toggleMark(marked, at(300, 9))).toEqual(NOTHING_MEASURED);
  expect(toggleMark(dragged, at(300, 9))).toEqual(NOTHING_MEASURED);
});

it("what another run does not reach is measured no more", () => {
  const model = goldenModel("async-await-one");
  expect(measureIn({ kind: "marked", from: at(0, 1) }, model)).toEqual({ kind: "marked", from: at(0, 1) });
  expect(measureIn({ kind: "marked", from: at(99_999, 1) }, model)).toEqual(NOTHING_MEASURED);
  expect(measureIn(dragged, model)).toEqual(NOTHING_MEASURED);
});

it("is told in seconds, or in milliseconds when it is short", () => {
  const words = inspectWords.en;
  const range = { from: at(200, 20), to: at(700, 30) };
  expect(measureLabel(range, words, false)).toBe("0.50 s · 10 events");
  expect(measureLabel({ from: at(200, 20), to: at(212, 21) }, words, false)).toBe("12 ms · 1 event");
  expect(measureInWords(range, words, false)).toBe("Measured 0.50 s, from 0.20 to 0.70 s, 10 events");
  expect(measureInWords(range, inspectWords.zh, true)).toBe(
    "量得 0.500 秒，从 0.200 秒到 0.700 秒，10 个事件",
  );
});
