import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { recordingContext } from "#ui/canvas/recording-pen.ts";
import { drawGutter } from "./draw-gutter.ts";
import { frameOf } from "./frame-of.ts";

/** The names at the left of tasks that are all done, so many that their lanes are low. */
function gutterOf(names: readonly string[]) {
  const tasks = names.map((name) => ({ name, steps: [{ kind: "sleep" as const, ms: 10 }] }));
  const scenario: Scenario = { mode: "async", tasks };
  const model = buildTraceModel(simulate(scenario), scenario);
  const recording = recordingContext();
  const frame = frameOf({ ctx: recording.ctx, model, step: model.trace.length - 1 });
  drawGutter(frame, [0, 0], [0, names.length - 1]);
  return { ...recording, frame };
}

const many = (name: string) => Array.from({ length: 8 }, (_, k) => `${name}${k}`);

describe("a low lane's name", () => {
  it("is shortened where it is long, and leaves the state its sign", () => {
    for (const names of [many("p"), many("a-very-long-name-")]) {
      const { log, texts } = gutterOf(names);
      expect(log.filter(([, color]) => color === "done on")).toHaveLength(names.length);
      expect(texts().filter((text) => text.endsWith("…")).length).toBe(names[0] === "p0" ? 0 : names.length);
    }
  });

  it("has its number whole in its ring, which gets as wide as that takes", () => {
    const { log, texts } = gutterOf(Array.from({ length: 8 }, (_, k) => `page${10_000 + k}`));
    expect(texts()).toContain("10007");
    const rings = log.filter(([name, , , , height]) => name === "roundRect" && height === 19.2);
    expect(rings).toHaveLength(8);
    for (const [, , , width] of rings) expect(width).toBeGreaterThanOrEqual(5 * 6);
  });
});

describe("a task that nobody ever makes", () => {
  const scenario: Scenario = {
    mode: "async",
    wait: { style: "only", task: "bobo" },
    tasks: [
      {
        name: "bobo",
        steps: [
          { kind: "call", task: "jay", how: "no_await" },
          { kind: "sleep", ms: 10 },
        ],
      },
      { name: "jay", steps: [{ kind: "sleep", ms: 10 }] },
    ],
  };
  const model = buildTraceModel(simulate(scenario), scenario);
  const wordsAt = (step: number) => {
    const { ctx, texts } = recordingContext();
    drawGutter(frameOf({ ctx, model, step }), [0, 0], [0, 1]);
    return texts();
  };

  it("is not there yet while it may still come, and never began once all is over", () => {
    const last = model.trace.length - 1;
    expect(wordsAt(last - 1)).toContain("not yet");
    expect(wordsAt(last)).toContain("never began");
    expect(wordsAt(last)).not.toContain("not yet");
  });
});
