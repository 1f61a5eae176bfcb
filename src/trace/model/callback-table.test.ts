import { describe, expect, it } from "vitest";
import type { TraceModel } from "../model-types.ts";
import { goldenModel, modelOf } from "./models-for-tests.ts";

describe("done-callbacks", () => {
  const phases = (model: TraceModel, step: number, task?: number) =>
    model
      .callbacksAt(step, 99, task)
      .map(({ task: owner, name, phase }) => `${model.trace.names[owner]} ${name} ${phase}`);

  it("are registered with the task, queued by its end, then running, then called or failed", () => {
    const model = goldenModel("callbacks-failed-task");
    const steps = [0, 1, 20, 23, 24, 26];
    expect(steps.map((step) => phases(model, step, 1))).toEqual([
      [],
      ["A parse registered", "A after registered"],
      ["A parse queued", "A after queued"],
      ["A parse running", "A after queued"],
      ["A parse failed", "A after queued"],
      ["A parse failed", "A after called"],
    ]);
  });

  it("of all tasks come in order of registration, as many as are asked for", () => {
    const model = goldenModel("callbacks-next-turn");
    expect(phases(model, 8)).toEqual(["A cb registered"]);
    expect(phases(model, 31)).toEqual(["A cb queued", "C cb registered"]);
    expect(model.callbacksAt(31, 1)).toHaveLength(1);
    expect(phases(model, 31, 2)).toEqual([]);
  });

  it("are told apart when they share a name", () => {
    const tasks = [{ name: "A", steps: [], callbacks: [{ name: "log" }, { name: "log" }] }];
    const call = "1 A callback_called callback=log\n1 A callback_end callback=log";
    const model = modelOf(`0 - loop_start\n0 A task_created\n1 A task_done\n${call}\n${call}`, { tasks });
    expect([3, 4, 5, 6].map((step) => phases(model, step).map((text) => text.split(" ")[2]))).toEqual([
      ["running", "queued"],
      ["called", "queued"],
      ["called", "running"],
      ["called", "called"],
    ]);
  });

  it("do not exist where nobody would call them", () => {
    const tasks = [{ name: "A", steps: [], callbacks: [{ name: "log" }] }];
    expect(phases(modelOf("0 A task_created", { mode: "threads", tasks }), 0)).toEqual([]);
  });
});
