import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Scenario } from "#scenario/scenario.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { MAIN } from "#trace/trace.ts";
import { traceFromEvents } from "#trace/trace-file.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { type Box, bottomOf, rightOf } from "./geometry.ts";
import { castOf, layoutStage, type StageLayout } from "./layout-stage.ts";
import { queuedAt } from "./ready-turn.ts";
import { stageMomentOf } from "./stage-moment.ts";
import type { StageSize } from "./zones.ts";

const GOLDEN = new URL("../../trace/golden/", import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, GOLDEN), "utf8"));
const files = readdirSync(new URL("traces/", GOLDEN)).map((file) => file.replace(".json", ""));

function golden(file: string): TraceModel {
  const scenario: Scenario = read(`scenarios/${file}.json`);
  return buildTraceModel(traceFromEvents(read(`traces/${file}.json`).events, scenario), scenario);
}

const WORDS = { suspended: "Suspended", inLine: "Waiting for a place", outside: "Off the thread" };

/** A phone, the base size, presenting, and a very wide screen. */
const SIZES: readonly StageSize[] = [
  { width: 22.5, height: 14 },
  { width: 51, height: 16.25 },
  { width: 55, height: 15.75 },
  { width: 83, height: 19.5 },
];
const BASE = SIZES[1] as StageSize;

const layoutAt = (
  model: TraceModel,
  step: number,
  size: StageSize = BASE,
  queued?: ReturnType<typeof queuedAt>,
): StageLayout =>
  layoutStage(
    stageMomentOf(model, step),
    (task) => model.stateAt(task, step),
    castOf(model, WORDS),
    size,
    queued,
  );

/** The first step at which `type` happens to `task`. */
function stepOf(model: TraceModel, type: string, task: number): number {
  const { trace } = model;
  for (let k = 0; k < trace.length; k++) if (trace.typeAt(k) === type && trace.taskAt(k) === task) return k;
  throw new Error(`no ${type} of task ${task}`);
}

const overlap = (a: Box, b: Box): boolean =>
  Math.min(rightOf(a), rightOf(b)) - Math.max(a.x, b.x) > 0.01 &&
  Math.min(bottomOf(a), bottomOf(b)) - Math.max(a.y, b.y) > 0.01;

function expectSound({ tokens, rests, size }: StageLayout, where: string): void {
  expect(new Set(tokens.map((token) => token.key)).size, where).toBe(tokens.length);
  for (const [k, token] of tokens.entries()) {
    expect(token.x, where).toBeGreaterThanOrEqual(0);
    expect(rightOf(token), where).toBeLessThanOrEqual(size.width);
    expect(token.y, where).toBeGreaterThanOrEqual(0);
    expect(bottomOf(token), where).toBeLessThanOrEqual(size.height - 2.5);
    expect(token.w, where).toBeGreaterThan(0);
    for (const other of tokens.slice(k + 1))
      expect(overlap(token, other), `${where}: ${token.key}, ${other.key}`).toBe(false);
  }
  expect(rests.every((rest) => rest.hidden > 0)).toBe(true);
}

describe.each(files)("at every step of %s", (file) => {
  const model = golden(file);

  it.each(SIZES)(
    "on $width × $height rem, every token is on the stage, once, and covers no other",
    (size) => {
      for (let step = -1; step < model.trace.length; step++)
        expectSound(layoutAt(model, step, size), `${file} step ${step}`);
    },
  );

  it("shows each task that exists in the zone of its state", () => {
    const zones: Record<string, string> = {
      ready: "queue",
      created: "queue",
      running: "seat",
      blocked: "seat",
      suspended: "hang",
      done: "ended",
      failed: "ended",
      cancelled: "ended",
      pending: "ended",
    };
    for (let step = -1; step < model.trace.length; step++) {
      const { tokens, rests } = layoutAt(model, step);
      for (const token of tokens) {
        if (token.task !== MAIN && token.callback === undefined)
          expect(token.zone, `${file} step ${step}`).toBe(zones[token.state]);
      }
      const hidden = rests.reduce((sum, rest) => sum + (rest.zone === "callbacks" ? 0 : rest.hidden), 0);
      const exist = Array.from({ length: model.taskCount - 1 }, (_, k) => model.stateAt(k + 1, step)).filter(
        (state) => state !== "absent",
      );
      const shown = tokens.filter((token) => token.task !== MAIN && token.callback === undefined).length;
      const guests = model.scenario.tasks.some((task) => task.steps.some((each) => each.kind === "call"));
      if (!guests) expect(shown + hidden, `${file} step ${step}`).toBe(exist.length);
    }
  });
});

describe("an event loop", () => {
  const model = golden("lesson-multi-await");
  const suspended = stepOf(model, "task_suspended", MAIN);

  it("lets suspended tasks hang, each tied to its countdown", () => {
    const { tokens, waits, ropes } = layoutAt(model, suspended);
    expect(tokens.map(({ task, zone }) => `${task} ${zone}`)).toEqual([
      "0 hang",
      "1 hang",
      "2 hang",
      "3 hang",
    ]);
    expect(ropes.map(({ cable }) => cable.pegs.length)).toEqual([4]);
    expect(waits.marks.map((mark) => mark.tie?.kind)).toEqual(["string", "string", "string"]);
  });

  it("has its call stack in select() only when nobody is ready", () => {
    expect(stageMomentOf(model, suspended).seats[0]?.calls).toEqual(["select()", "run_until_complete()"]);
    expect(stageMomentOf(model, stepOf(model, "task_suspended", 1)).seats[0]?.calls).toEqual([
      "run_until_complete()",
    ]);
  });

  it("queues the main program between the tasks, in the order of the ready queue", () => {
    expect(stageMomentOf(model, stepOf(model, "task_ready", MAIN)).queue).toEqual([1, 2, 3, MAIN]);
  });

  it("ties a task that blocks from its seat", () => {
    const blocking = golden("lesson-multi-blocking");
    const { waits, tokens } = layoutAt(blocking, stepOf(blocking, "blocking_start", 2));
    expect(waits.marks.map((mark) => mark.tie?.kind)).toEqual(["bar"]);
    expect(tokens.map((token) => `${token.task} ${token.zone}`)).toEqual([
      "3 queue",
      "0 queue",
      "1 ended",
      "2 seat",
    ]);
  });

  it("puts a running callback in the seat", () => {
    const slow = golden("callbacks-slow");
    const { tokens } = layoutAt(slow, stepOf(slow, "callback_called", 1));
    expect(tokens.find((token) => token.zone === "seat")).toMatchObject({
      task: 1,
      callback: "parse",
      state: "blocked",
    });
  });

  it("shows the body that main awaits directly in main's place", () => {
    const direct = golden("direct-mixed");
    const moment = stageMomentOf(direct, stepOf(direct, "task_suspended", MAIN));
    expect(moment.hanging).toEqual([1]);
    expect(moment.outside.every((work) => work.task === 1)).toBe(true);
  });

  it("lets the main program hang at each of its awaits, be it for the tasks or for something of its own", () => {
    expect(stageMomentOf(model, suspended).hanging[0]).toBe(MAIN);
    const sleeping = golden("main-sleeps");
    expect(stageMomentOf(sleeping, stepOf(sleeping, "task_suspended", 3)).hanging).toContain(MAIN);
  });

  it("does not let the module hang that waits for the loop: it is no task", () => {
    const only = golden("main-only-first");
    expect(stageMomentOf(only, stepOf(only, "task_suspended", 3)).hanging).toEqual([1, 2, 3]);
  });
});

describe("a loop in slow motion", () => {
  it("has room for the marks of tasks and callbacks at every step", () => {
    for (const file of ["callbacks-next-turn", "callbacks-several", "lesson-crawler"]) {
      const model = golden(file);
      for (let step = 0; step < model.trace.length; step++)
        for (const size of SIZES)
          expectSound(layoutAt(model, step, size, queuedAt(model, step)), `${file} step ${step}`);
    }
  });

  it("parts the callbacks' queue as it does the tasks'", () => {
    const model = golden("callbacks-next-turn");
    const linesAt = (step: number) =>
      layoutAt(model, step, BASE, queuedAt(model, step)).turnLines.map(({ zone }) => zone);
    expect([26, 34, 43, 44].map(linesAt)).toEqual([["queue"], ["callbacks"], ["callbacks"], []]);
  });

  it("marks nobody that is not in the queue yet", () => {
    const model = golden("callbacks-next-turn");
    const created = stepOf(model, "coroutine_created", 2);
    const { tokens, turnLines } = layoutAt(model, created, BASE, queuedAt(model, created));
    expect(tokens.map(({ task, turn }) => [task, turn])).toContainEqual([2, undefined]);
    expect(tokens.map(({ task, turn }) => [task, turn])).toContainEqual([1, "next"]);
    expect(turnLines).toHaveLength(1);
  });
});

describe("a pool", () => {
  it("says on a seat which piece of work it is", () => {
    const model = golden("pool-map-5x3");
    expect(stageMomentOf(model, stepOf(model, "task_started", 4)).seats.map((seat) => seat.nth)).toEqual([
      2, 1, 1,
    ]);
  });
});
