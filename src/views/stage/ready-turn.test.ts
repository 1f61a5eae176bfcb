import { describe, expect, it } from "vitest";
import { simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { goldenModel } from "#trace/model/models-for-tests.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { goldenNames } from "#trace/read-golden.ts";
import type { StepIndex, TaskId } from "#trace/trace.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { queuedAt } from "./ready-turn.ts";
import { stageMomentOf } from "./stage-moment.ts";
import { hasTurns } from "./turns.ts";

const loops = goldenNames
  .map((name) => [name, goldenModel(name)] as const)
  .filter(([, model]) => hasTurns(model));

/** What is in the ready queue at a step, as `B this` or `A.cb next`. */
function queueAt(model: TraceModel, step: StepIndex): readonly string[] {
  const { queue, callbacks } = stageMomentOf(model, step);
  const queued = queuedAt(model, step);
  const nameOf = (task: TaskId) => model.trace.names[task];
  return [
    ...queue
      .filter((task) => model.stateAt(task, step) === "ready")
      .map((task) => `${nameOf(task)} ${queued(task).turn}`),
    ...callbacks
      .filter(({ phase }) => phase === "queued")
      .map(({ task, name }) => `${nameOf(task)}.${name} ${queued(task).turn}`),
  ];
}

describe("of the tasks in the ready queue", () => {
  const model = goldenModel("lesson-multi-await");

  it("this turn runs those that were there when it began", () => {
    expect(queueAt(model, 14)).toEqual(["B this", "C this", "main this"]);
    expect(queueAt(model, 29)).toEqual(["B this", "C this"]);
  });

  it("the next turn runs those that a timer has queued in this one", () => {
    expect(queueAt(model, 26)).toEqual(["A next", "B next"]);
  });
});

describe("of the done-callbacks in the ready queue", () => {
  const model = goldenModel("callbacks-next-turn");

  it("the next turn runs all that this one has queued, though tasks of this one still run meanwhile", () => {
    expect(queueAt(model, 34)).toEqual(["C this", "A.cb next"]);
    expect(queueAt(model, 43)).toEqual(["A.cb next", "C.cb next"]);
  });

  it("this turn runs them once it has begun: when the first is called, the others are of the same turn", () => {
    expect(queueAt(model, 44)).toEqual(["C.cb this"]);
    expect(queueAt(goldenModel("callbacks-several"), 25)).toEqual(["A.two this", "A.three this"]);
  });

  it("one whose task has just ended is for the next turn, beside one that this turn still has to call", () => {
    const withYields = (name: string, count: number) => ({
      name,
      steps: Array.from({ length: count }, () => ({ kind: "sleep", ms: 0 }) as const),
      callbacks: [{ name: "cb" }],
    });
    const scenario: Scenario = { mode: "async", tasks: [withYields("A", 2), withYields("B", 1)] };
    const mixed = buildTraceModel(simulate(scenario), scenario);
    expect(queueAt(mixed, endOf(mixed, "A"))).toEqual(["A.cb next", "B.cb this"]);
  });
});

const stepsOf = ({ trace }: TraceModel) => Array.from({ length: trace.length }, (_, step) => step);

const endOf = (model: TraceModel, name: string): StepIndex =>
  stepsOf(model).findIndex(
    (step) =>
      model.trace.typeAt(step) === "task_done" && model.trace.names[model.trace.taskAt(step)] === name,
  );

it.each(loops)("%s: every task and callback goes on in the turn that its mark says", (_, model) => {
  const { trace } = model;
  const steps = stepsOf(model).filter((step) => trace.turnAt(step) >= 0);
  for (const step of steps) {
    for (const entry of queueAt(model, step)) {
      const [what = "", turn] = entry.split(" ");
      const [name, callback] = what.split(".");
      const goesOn = steps.find(
        (later) =>
          later > step &&
          trace.names[trace.taskAt(later)] === name &&
          BEGINS[callback === undefined ? "task" : "callback"].has(trace.typeAt(later)) &&
          trace.detailAt(later).callback === callback,
      );
      if (goesOn === undefined) continue;
      expect(trace.turnAt(goesOn) - trace.turnAt(step), `${what} at step ${step}`).toBe(
        turn === "this" ? 0 : 1,
      );
    }
  }
});

/** With what an entry of the queue is seen to run; a task that is cancelled before its first line runs none. */
const BEGINS = {
  task: new Set(["task_started", "task_resumed", "task_cancelled"]),
  callback: new Set(["callback_called"]),
};
