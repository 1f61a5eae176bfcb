import { describe, expect, it } from "vitest";
import { goldenModel } from "../golden-model.ts";
import { asGiven, type LaneOrder, orderOf } from "../lane-order.ts";
import { rowsOf } from "./rows.ts";

const rowsOfGolden = (id: string, order?: LaneOrder) => {
  const model = goldenModel(id);
  const rows = rowsOf(model, order ?? asGiven(model.taskCount - 1));
  const all = Array.from({ length: rows.count }, (_, k) => rows.rowAt(k));
  const named = (name: string) => all.filter(({ task }) => model.trace.names[task] === name);
  return { all, named };
};

describe("the rows of a run", () => {
  it("tell a task's life in order, state by state", () => {
    const states = rowsOfGolden("async-await-equal")
      .named("B")
      .map(({ state }) => state);
    expect(states).toEqual(["created", "ready", "running", "suspended", "ready", "running", "done"]);
  });

  it("follow the order of the lanes, with the main program last", () => {
    const tasks = rowsOfGolden("pool-map-5x3").all.map(({ task }) => task);
    expect([...new Set(tasks)]).toEqual([1, 2, 3, 4, 5, 0]);
    expect(tasks).toEqual([...tasks].sort((a, b) => (a || 6) - (b || 6)));
  });

  it("follow the lanes in another order, too", () => {
    const order = orderOf(Uint32Array.of(4, 2, 5, 1, 3), 6);
    const tasks = rowsOfGolden("pool-map-5x3", order).all.map(({ task }) => task);
    expect([...new Set(tasks)]).toEqual([4, 2, 5, 1, 3, 0]);
  });

  it("leave out whom the lanes leave out, with their callbacks, and then the main program, too", () => {
    const { all } = rowsOfGolden("lesson-crawler", orderOf(Uint32Array.of(3, 1), 4));
    expect([...new Set(all.map(({ task }) => task))]).toEqual([3, 1]);
    const callbacks = all.filter(({ callback }) => callback !== undefined);
    expect(callbacks.map(({ task }) => task)).toEqual([1, 3]);
  });

  it("name the thread only while the task holds one", () => {
    for (const row of rowsOfGolden("pool-map-5x3").named("D"))
      expect(row.worker).toBe(row.state === "running" || row.state === "blocked" ? 1 : undefined);
  });

  it("never put the main program on a worker, though its spans begin at events of one", () => {
    const threads = new Set(
      rowsOfGolden("pool-map-5x3")
        .named("main")
        .map(({ worker }) => worker),
    );
    expect(threads).toEqual(new Set([0, undefined]));
  });

  it("end with the callbacks, each with its name and its task", () => {
    const callbacks = rowsOfGolden("lesson-crawler").all.filter((row) => row.callback !== undefined);
    expect(callbacks.map(({ task, callback }) => [task, callback])).toEqual([
      [1, "parse"],
      [2, "parse"],
      [3, "parse"],
    ]);
  });
});
