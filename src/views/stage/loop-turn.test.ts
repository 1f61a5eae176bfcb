import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { goldenModel } from "#trace/model/models-for-tests.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { countUpTo, readTurn, turnMomentAt } from "./loop-turn.ts";
import { hasTurns } from "./turns.ts";

const GOLDEN = new URL("../../trace/golden/traces/", import.meta.url);
const loops = readdirSync(GOLDEN)
  .map((file) => file.replace(".json", ""))
  .map((name) => [name, goldenModel(name)] as const)
  .filter(([, model]) => hasTurns(model));

/** A turn as `timer A, timer B → A B`: what it runs, and what it leaves to the next. */
function tell(model: TraceModel, turn: number): string {
  const { names } = model.trace;
  const { handles, queued } = readTurn(model, turn);
  const runs = handles.map(({ kind, task }) => (kind === "own" ? kind : `${kind} ${names[task]}`));
  return `${runs.join(", ")} → ${queued.map((step) => names[model.trace.taskAt(step)]).join(" ")}`;
}

describe("the lesson's loop", () => {
  const model = goldenModel("lesson-multi-await");
  const phaseAt = (step: number, time: number) => {
    const loop = model.snapshotAt(step, traceTime(time)).loop;
    const moment = turnMomentAt(model, step, traceTime(time), loop);
    return moment && `${moment.turn} ${moment.phase}`;
  };

  it("runs three tasks, then three timers, then three tasks again, each turn what the one before has queued", () => {
    expect([1, 2, 3, 4, 5].map((turn) => tell(model, turn))).toEqual([
      "step A, step B, step C, step main → ",
      "timer A, timer B, timer C → A B C",
      "step A, step B, step C → ",
      "own → main",
      "step main → ",
    ]);
  });

  it("waits in select, sees which timers are due, and runs", () => {
    expect(phaseAt(8, 0)).toBeUndefined();
    expect(phaseAt(14, 0)).toBe("1 run");
    expect(phaseAt(22, 0)).toBe("1 run");
    expect(phaseAt(22, 1000)).toBe("2 select");
    expect(phaseAt(22, 2000)).toBe("2 timers");
    expect(phaseAt(23, 2000)).toBe("2 run");
    expect(phaseAt(43, 2000)).toBeUndefined();
  });

  it("waited two seconds before the timers' turn, and not before the tasks' one", () => {
    expect([readTurn(model, 2).waited, readTurn(model, 3).waited]).toEqual([2000, 0]);
  });
});

it("is still running, not in select, while a task computes or blocks", () => {
  const model = goldenModel("callbacks-next-turn");
  const time = traceTime(120);
  expect(turnMomentAt(model, 34, time, model.snapshotAt(34, time).loop)).toEqual({ turn: 4, phase: "run" });
});

it("tells answers from outside from what the loop does of its own", () => {
  const model = goldenModel("offload-three");
  const kinds = new Set<string>();
  for (let turn = 1; turn < 20; turn++) for (const { kind } of readTurn(model, turn).handles) kinds.add(kind);
  expect([...kinds].sort()).toEqual(["answer", "own", "step"]);
});

it("counts the steps that have happened", () => {
  expect([0, 3, 4, 9].map((step) => countUpTo([3, 4, 8], step))).toEqual([0, 1, 2, 3]);
});

it.each(loops)(
  "%s: every turn runs exactly the tasks and callbacks that were queued before it",
  (_, model) => {
    const { trace } = model;
    const waiting: string[] = [];
    const last = trace.turnAt(trace.length - 1);
    const name = (type: string, step: number) =>
      `${type} ${trace.taskAt(step)} ${trace.detailAt(step).callback ?? ""}`;
    for (let turn = 0; turn <= last; turn++) {
      const { handles, queued } = readTurn(model, turn);
      const runs = handles
        .filter(({ kind }) => kind === "step" || kind === "callback")
        .map(({ kind, step }) => name(kind, step));
      const expected = waiting.splice(0, turn === 0 ? 0 : waiting.length);
      // A task that is cancelled before its first line is taken from the queue without a step of its own to be seen.
      expect(expected.filter((entry) => runs.includes(entry))).toEqual(runs);
      waiting.push(
        ...queued.map((step) => name(trace.typeAt(step) === "task_ready" ? "step" : "callback", step)),
      );
    }
  },
);
