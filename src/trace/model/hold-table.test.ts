import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { goldenModel, lastStep, namesIn } from "./models-for-tests.ts";

describe("threads", () => {
  const lanes = (name: string) =>
    goldenModel(name).threads.map(({ id, kind, worker }) => `${id} ${kind} ${worker}`);

  it("are the loop, or main, or main and those that the mode has", () => {
    expect(lanes("lesson-multi-await")).toEqual(["0 loop 0"]);
    expect(lanes("sync-equal")).toEqual(["0 main 0"]);
    expect(lanes("threads-equal")).toEqual([
      "0 main 0",
      "1 task_thread 1",
      "2 task_thread 2",
      "3 task_thread 3",
    ]);
    expect(lanes("pool-map-5x1")).toEqual(["0 main 0", "1 worker 1"]);
  });

  it("are held by one body after the other", () => {
    const model = goldenModel("pool-map-chunk-error");
    const holds = model.holdsOf(2).filter(({ start, end }) => end > start);
    expect(holds.map(({ task, state, start, end }) => [model.trace.names[task], state, start, end])).toEqual([
      ["D", "blocked", 0, 400],
      ["E", "blocked", 400, 500],
      ["F", "blocked", 500, 600],
    ]);
    expect([model.holdCount(2), model.holdAt(2, 1)]).toEqual([9, model.holdsOf(2)[1]]);
    expect(() => model.holdAt(2, 9)).toThrow(RangeError);
  });

  it("are held by callbacks, too: those of a loop in their own turn, those of a pool on the worker", () => {
    const slow = goldenModel("pool-single-callbacks");
    const callbacks = slow.holdsOf(1).filter(({ callback }) => callback !== undefined);
    expect(callbacks).toMatchObject([{ task: 1, callback: "parse", state: "blocked", start: 200, end: 250 }]);
    const quick = goldenModel("callbacks-next-turn").holdsOf(0);
    expect(quick.filter(({ callback }) => callback === "cb").map(({ state }) => state)).toEqual([
      "running",
      "running",
    ]);
  });

  it("count the pieces of work they have taken", () => {
    const model = goldenModel("pool-map-chunk-error");
    const seats = model.snapshotAt(lastStep(model), traceTime(model.total)).seats;
    expect(seats.slice(1).map(({ held }) => held)).toEqual([2, 3]);
    const early = model.snapshotAt(8, traceTime(0)).seats[1];
    expect(early).toMatchObject({ held: 1, hold: { task: 1, state: "blocked" } });
    expect(model.snapshotAt(-1, traceTime(0)).seats[1]).toMatchObject({ held: 0, hold: undefined });
  });
});

describe("the loop", () => {
  it("is not started, running, idle, blocked, stopped", () => {
    const model = goldenModel("lesson-multi-blocking");
    const phaseAt = (step: number) => model.snapshotAt(step, model.trace.timeAt(Math.max(step, 0))).loop;
    const find = (type: string) => {
      for (let step = 0; ; step++) if (model.trace.typeAt(step) === type) return step;
    };
    expect(phaseAt(-1)).toBe("not_started");
    expect(phaseAt(find("loop_start"))).toBe("idle");
    expect(phaseAt(find("task_started"))).toBe("running");
    expect(phaseAt(find("blocking_start"))).toBe("blocked");
    expect(phaseAt(find("loop_stop"))).toBe("stopped");
    expect(goldenModel("sync-equal").snapshotAt(0, traceTime(0)).loop).toBe("none");
  });

  it("counts its turns; events from outside belong to the last one", () => {
    const model = goldenModel("offload-two-helpers");
    expect([-1, 0, 3, 19, 31, 33].map((step) => model.snapshotAt(step, traceTime(0)).turn)).toEqual([
      -1, 0, 1, 2, 2, 3,
    ]);
  });

  it("has its ready queue in order", () => {
    const model = goldenModel("callbacks-next-turn");
    expect(namesIn(model, "ready", 28)).toEqual(["A", "B", "C"]);
    expect(namesIn(model, "ready", 28, 2)).toEqual(["A", "B"]);
    expect(namesIn(model, "ready", 29)).toEqual(["B", "C"]);
    expect(namesIn(model, "absent", 5)).toEqual(["B", "C"]);
  });
});
