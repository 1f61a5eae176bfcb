import fc from "fast-check";
import { expect, it } from "vitest";
import { goldenNames } from "#trace/read-golden.ts";
import { recordingContext } from "#ui/canvas/recording-pen.ts";
import { drawPlate } from "./draw-plate.ts";
import { drawTimeline } from "./draw-timeline.ts";
import { frameOf } from "./frame-of.ts";
import { goldenModel } from "./golden-model.ts";

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

/** The labels in view right of the names, from the log of a drawing; one that the playhead crosses is drawn twice. */
function labelsOf(log: readonly (readonly unknown[])[]): readonly Label[] {
  let align = "left";
  const labels = log.flatMap(([name, ...args]) => {
    if (name === "textAlign") align = args[0] as string;
    if (name !== "fillText") return [];
    const [text, x, y] = args as [string, number, number];
    const width = text.length * LETTER;
    const left = align === "center" ? x - width / 2 : x;
    const isName = left < GUTTER - 50;
    return isName || left + width < GUTTER || left > WIDTH ? [] : [{ text, left, right: left + width, y }];
  });
  return [...new Map(labels.map((label) => [`${label.text} ${label.left} ${label.y}`, label])).values()];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Each label of a suspended task, and the points of the cable that was drawn last before it. */
function labelledCables(log: readonly (readonly unknown[])[]) {
  let color: unknown;
  let from: readonly number[] = [];
  let cable: readonly Point[] = [];
  return log.flatMap(([name, ...args]) => {
    if (name === "fillStyle") color = args[0];
    if (name === "moveTo") from = args as number[];
    if (name === "bezierCurveTo") cable = pointsOf([...from, ...args] as number[]);
    if (name !== "fillText" || color !== "suspended text") return [];
    const [text, left, y] = args as [string, number, number];
    const isName = left < GUTTER - 50;
    return isName ? [] : [{ text, left, right: left + text.length * LETTER, y, cable }];
  });
}

/** Of a cubic curve, given by its four points. */
const pointsOf = ([x0, y0, x1, y1, x2, y2, x3, y3]: readonly number[]): readonly Point[] =>
  Array.from({ length: 201 }, (_, k) => {
    const t = k / 200;
    const at = (a = 0, b = 0, c = 0, d = 0) =>
      (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
    return { x: at(x0, x1, x2, x3), y: at(y0, y1, y2, y3) };
  });

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

it("the label of a suspended task hangs clear of its cable, brackets and tails and all", () => {
  let seen = 0;
  fc.assert(
    fc.property(cases, ({ name, share, zoom, scroll, magnify, paused }) => {
      const model = goldenModel(name);
      const { ctx, log } = recordingContext();
      const step = Math.floor(share * (model.trace.length - 1));
      const request = { ctx, model, step, magnify, paused, zoom };
      const most = Math.max(0, frameOf(request).scale.width - (WIDTH - GUTTER) + 28);
      drawTimeline(frameOf({ ...request, scrollX: scroll * most }));
      for (const { text, left, right, y, cable } of labelledCables(log)) {
        // A line's brackets reach a quarter of its 13 px below its base line; the cable is 2.5 px thick.
        const lowest = y + 13 / 4;
        const above = cable.filter(({ x }) => x >= left - 2 && x <= right + 2).map((point) => point.y);
        expect(Math.min(...above) - 1.25, `${text} in ${name}`).toBeGreaterThan(lowest);
        seen++;
      }
    }),
    { numRuns: 100 },
  );
  expect(seen).toBeGreaterThan(50);
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
