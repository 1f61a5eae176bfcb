import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPainter } from "./painter.ts";
import type { Pen } from "./pen.ts";
import { PenRecorder } from "./pen-recorder.ts";

/** A canvas that remembers what is done to it: calls, and, with each that leaves paint, what was set then. */
class PaintedCanvas {
  width = 1;
  height = 1;
  readonly log: unknown[][] = [];
  #set: Record<string, unknown> = {};
  readonly #saved: Record<string, unknown>[] = [];

  getContext() {
    return new Proxy({} as Record<string, unknown>, {
      get:
        (_, name: string) =>
        (...args: unknown[]) => {
          if (name === "save") this.#saved.push({ ...this.#set });
          if (name === "restore") this.#set = this.#saved.pop() ?? {};
          this.log.push([name, ...args.map((arg) => (Array.isArray(arg) ? [...arg] : arg))]);
          if (/^fill|^stroke/.test(name)) this.log.push([{ ...this.#set }]);
        },
      set: (_, name: string, value) => {
        this.#set[name] = value;
        return true;
      },
    });
  }
}

const SIZE = { columns: 200, rows: 100, scale: [2, 2] } as const;

/** Pen and canvas for drawings in a row; `show` draws one and says what the canvas was told. */
function studio() {
  const canvas = new PaintedCanvas();
  const painter = createPainter(canvas as unknown as HTMLCanvasElement);
  const pen = new PenRecorder((font, text) => font.length + text.length);
  return {
    canvas,
    pen,
    show(draw: (pen: Pen) => void) {
      canvas.log.length = 0;
      pen.begin(2);
      draw(pen);
      const drawing = pen.end(SIZE);
      painter.paint(drawing);
      return { drawing, log: canvas.log.slice(1) };
    },
  };
}

describe("what is painted", () => {
  it("is what was drawn, with what was set, also after what was set for a while", () => {
    const { show } = studio();
    const { log } = show((pen) => {
      pen.fillStyle = "red";
      pen.fillRect(1, 2, 3, 4);
      pen.save();
      pen.fillStyle = "blue";
      pen.setLineDash([2, 3], 1);
      pen.fillRect(5, 6, 7, 8);
      pen.restore();
      pen.fillRect(9, 10, 11, 12);
      pen.fillStyle = "blue";
      pen.fillText("done ✓", 0.25, -7.5);
    });
    expect(log).toEqual([
      ["fillRect", 1, 2, 3, 4],
      [{ fillStyle: "red" }],
      ["save"],
      ["setLineDash", [2, 3]],
      ["fillRect", 5, 6, 7, 8],
      [{ fillStyle: "blue", lineDashOffset: 1 }],
      ["restore"],
      ["fillRect", 9, 10, 11, 12],
      [{ fillStyle: "red" }],
      ["fillText", "done ✓", 0.25, -7.5],
      [{ fillStyle: "blue" }],
    ]);
  });

  it("takes nothing for granted that the drawing before has set", () => {
    const { show } = studio();
    show((pen) => {
      pen.fillStyle = "red";
      pen.save();
      pen.fillStyle = "blue";
    });
    const { log } = show((pen) => {
      pen.fillStyle = "blue";
      pen.fillRect(0, 0, 1, 1);
    });
    expect(log.at(-1)).toEqual([{ fillStyle: "blue" }]);
  });

  it("is whole however long it is", () => {
    const { log } = studio().show((pen) => {
      for (let k = 0; k < 20_000; k++) pen.lineTo(k, -k);
    });
    expect(log).toHaveLength(20_000);
    expect(log[19_999]).toEqual(["lineTo", 19_999, -19_999]);
  });

  it("is written in what those before were written in, also once these have grown again and again", () => {
    const { pen } = studio();
    const used = new Set<ArrayBuffer>();
    const drawTwo = (rectangles: number) => {
      const buffers = [1, 2].map(() => {
        pen.begin(2);
        for (let k = 0; k < rectangles; k++) pen.fillRect(k, 0, 1, 1);
        return pen.end(SIZE).codes.buffer;
      });
      for (const buffer of buffers) used.add(buffer);
      pen.reuse(buffers);
    };
    for (const rectangles of [10, 10, 1000, 1000, 2000, 2000]) drawTwo(rectangles);
    const before = used.size;
    for (let k = 0; k < 20; k++) drawTwo(2000);
    expect(used.size).toBeLessThanOrEqual(before + 1);
  });

  it("has the right words after so many that the first ones are forgotten", () => {
    const { show } = studio();
    for (let k = 0; k < 10_000; k += 100) {
      const { log, drawing } = show((pen) => {
        for (let j = 0; j < 100; j++) pen.fillText(`${k + j} s`, 0, 0);
      });
      const texts = log.filter(([name]) => name === "fillText").map(([, text]) => text);
      expect([texts[0], texts[99]]).toEqual([`${k} s`, `${k + 99} s`]);
      expect(drawing.words.length).toBeLessThanOrEqual(100);
    }
  });

  it("is as large as the screen is fine", () => {
    const { show, canvas } = studio();
    show(() => {});
    expect([canvas.width, canvas.height]).toEqual([200, 100]);
    expect(canvas.log).toEqual([["setTransform", 2, 0, 0, 2, 0, 0]]);
  });
});

describe("a layer", () => {
  const made: PaintedCanvas[] = [];
  beforeEach(() => {
    made.length = 0;
    vi.stubGlobal(
      "OffscreenCanvas",
      class extends PaintedCanvas {
        constructor() {
          super();
          made.push(this);
        }
      },
    );
  });
  afterEach(() => void vi.unstubAllGlobals());

  const draw = (pen: Pen, causes: readonly unknown[]) => {
    const layer = pen.layer({
      ...{ name: "names", width: 10, height: 5, causes },
      paint: (inner) => inner.fillRect(0, 0, 10, 5),
    });
    pen.drawLayer(layer, [0, 0, 10, 5], [1, 2, 10, 5]);
  };
  const paintings = () => made.flatMap(({ log }) => log).filter(([name]) => name === "fillRect").length;

  it("is painted once, and again only for another cause", () => {
    const { show } = studio();
    for (const cause of ["a", "a", "b", "b", "b"]) show((pen) => draw(pen, [cause]));
    expect(paintings()).toBe(2);
  });

  it("is copied in its own pixels: twice as many as CSS px on a fine screen", () => {
    const { show } = studio();
    const { log } = show((pen) => draw(pen, []));
    const [copy] = log.filter(([name]) => name === "drawImage");
    expect(copy?.slice(2)).toEqual([0, 0, 20, 10, 1, 2, 10, 5]);
    const layer = made.find(({ log }) => log.some(([name]) => name === "fillRect"));
    expect([layer?.width, layer?.height]).toEqual([20, 10]);
  });

  it("leaves what was set outside of it as it was", () => {
    const { show } = studio();
    const { log } = show((pen) => {
      pen.fillStyle = "red";
      pen.layer({
        ...{ name: "one", width: 1, height: 1, causes: [] },
        paint(inner) {
          inner.fillStyle = "blue";
          inner.fillRect(0, 0, 1, 1);
        },
      });
      pen.fillStyle = "red";
      pen.fillRect(0, 0, 2, 2);
    });
    expect(log.at(-1)).toEqual([{ fillStyle: "red" }]);
  });

  it("is painted anew when so many were made that all were given up", () => {
    const { show } = studio();
    show((pen) => draw(pen, []));
    show((pen) => {
      for (let k = 0; k < 100; k++)
        pen.layer({ name: `sprite ${k}`, width: 1, height: 1, causes: [], paint: () => {} });
    });
    const { log } = show((pen) => draw(pen, []));
    expect(paintings()).toBe(2);
    expect(log.some(([name]) => name === "drawImage")).toBe(true);
  });
});
