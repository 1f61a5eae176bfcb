import fc from "fast-check";
import { expect, it } from "vitest";
import { goldenNames } from "#trace/read-golden.ts";
import { drawPlate } from "./draw-plate.ts";
import { drawTimeline } from "./draw-timeline.ts";
import { frameOf } from "./frame-of.ts";
import { goldenModel } from "./golden-model.ts";
import { recordingContext } from "./recording-context.ts";

interface Label {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

const GUTTER = 112;
const WIDTH = 816;
/** As `recordingContext` measures them. */
const LETTER = 6;

/** The labels in view right of the names, from the log of a drawing. */
function labelsOf(log: readonly (readonly unknown[])[]): readonly Label[] {
  let align = "left";
  return log.flatMap(([name, ...args]) => {
    if (name === "textAlign") align = args[0] as string;
    if (name !== "fillText") return [];
    const [text, x, y] = args as [string, number, number];
    const width = text.length * LETTER;
    const left = align === "center" ? x - width / 2 : x;
    const isName = left < GUTTER - 50;
    return isName || left + width < GUTTER || left > WIDTH ? [] : [{ text, left, right: left + width, y }];
  });
}

const cases = fc.record({
  name: fc.constantFrom(...goldenNames),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  zoom: fc.constantFrom(1, 1, 1.5, 4, 12),
  scroll: fc.double({ min: 0, max: 1, noNaN: true }),
  magnify: fc.boolean(),
  paused: fc.boolean(),
});

it("labels neither touch one another nor are cut, whatever the run, the moment and the zoom", () => {
  fc.assert(
    fc.property(cases, ({ name, share, zoom, scroll, magnify, paused }) => {
      const model = goldenModel(name);
      const { ctx, log } = recordingContext();
      const step = Math.floor(share * (model.trace.length - 1));
      const request = { ctx, model, step, magnify, paused, zoom };
      const most = Math.max(0, frameOf(request).scale.width - (WIDTH - GUTTER) + 28);
      drawTimeline(frameOf({ ...request, scrollX: scroll * most }));
      const labels = labelsOf(log);
      for (const [k, label] of labels.entries()) {
        expect(label.right, `${label.text} in ${name}`).toBeLessThanOrEqual(WIDTH);
        expect(label.left, `${label.text} in ${name}`).toBeGreaterThanOrEqual(GUTTER - 6);
        for (const other of labels.slice(k + 1)) {
          if (Math.abs(other.y - label.y) >= 10) continue;
          const overlap = Math.min(label.right, other.right) - Math.max(label.left, other.left);
          expect(overlap, `${label.text} / ${other.text} in ${name}`).toBeLessThanOrEqual(0.5);
        }
      }
    }),
    { numRuns: 100 },
  );
});

it("a label covers at most 78 % of the hatch in view, and stands inside of it", () => {
  const model = goldenModel("async-blocking-three");
  const boxes = fc.record({
    from: fc.integer({ min: -900, max: 800 }),
    width: fc.integer({ min: 5, max: 2000 }),
    call: fc.constantFrom("", "time.sleep(2)", "requests.get()"),
    tape: fc.boolean(),
    step: fc.integer({ min: 0, max: model.trace.length - 1 }),
  });
  fc.assert(
    fc.property(boxes, ({ from, width, call, tape, step }) => {
      const { ctx, log } = recordingContext();
      const frame = frameOf({ ctx, model, step });
      drawPlate(frame, [from, 100, width, 30], { strong: "blocked", call, mono: true }, tape);
      const plate = log.find(([name]) => name === "fillRect");
      if (!plate) return;
      const [, x, , covered] = plate as [string, number, number, number];
      const [left, right] = [Math.max(from, GUTTER), Math.min(from + width, WIDTH)];
      expect(covered).toBeLessThanOrEqual(0.78 * (right - left));
      expect(x).toBeGreaterThanOrEqual(left);
      expect(x + covered).toBeLessThanOrEqual(right);
    }),
  );
});
