import { describe, expect, it } from "vitest";
import type { TraceModel } from "../model-types.ts";
import { goldenModel, lastStep, modelOf } from "./models-for-tests.ts";

/** What is under way after an event, as `timer A working 0..100`; `!` = it keeps a thread. */
function outside(model: TraceModel, step: number): readonly string[] {
  return model
    .outsideAt(step, 99)
    .map(
      ({ kind, task, phase, holdsThread, start, due }) =>
        `${kind} ${model.trace.names[task]}${holdsThread ? "!" : ""} ${phase} ${start}..${due ?? ""}`,
    );
}

describe("outside", () => {
  it("a timer runs until it fires", () => {
    const model = goldenModel("callbacks-next-turn");
    expect(outside(model, 19)).toEqual(["timer A working 0..100", "timer B working 0..100"]);
    expect(outside(model, 23)).toEqual(["timer B working 0..100", "timer C working 0..100"]);
  });

  it("a timer ends with the wait that is cancelled", () => {
    const model = goldenModel("cancel-cleanup");
    expect(outside(model, 17)).toContain("timer A working 0..400");
    expect(outside(model, 18)).toEqual(["timer B working 0..200"]);
  });

  it("a timer that comes due while the loop is blocked has to wait for it", () => {
    const model = modelOf(
      [
        "0 - loop_start\n0 A task_created\n0 A task_started\n0 A task_suspended reason=sleep ms=10",
        "0 B task_created\n0 B task_started\n0 B blocking_start ms=50\n50 B blocking_end\n50 B task_done\n50 A timer_fired",
      ].join("\n"),
    );
    expect(outside(model, 6)).toEqual(["timer A working 0..10", "timer B! working 0..50"]);
    expect(outside(model, 7)).toEqual(["timer A working 0..10"]);
    expect(outside(model, 9)).toEqual([]);
  });

  it("a request is queued from its leaving until a server with a queue takes it up", () => {
    const model = goldenModel("limit-connections-and-server");
    expect(outside(model, 30)).toEqual([]);
    expect(outside(model, 33)).toEqual(["request A working 0..100", "request B queued 0.."]);
    expect(outside(model, 35)).toEqual(["request B working 100..300"]);
  });

  it("a request is only on its way to a server without a queue, or with room for it", () => {
    const sent = "0 - loop_start\n0 A task_created\n0 A task_started\n0 A request_start ms=9 blocking=true";
    const arriving = `${sent}\n0 A server_start\n9 A server_end\n9 A request_end`;
    expect(outside(modelOf(arriving), 3)).toEqual(["request A! sent 0.."]);
    expect(outside(modelOf(arriving, { server: { workers: 1 } }), 3)).toEqual(["request A! sent 0.."]);
  });

  it("a request that the client has given up goes on at the server", () => {
    const model = goldenModel("timeouts-step-continue");
    expect(outside(model, 23)).toContain("request A working 0..300");
    expect(outside(model, lastStep(model))).toEqual(["request A working 0..300"]);
  });

  it("a request that was given up before the server took it up is withdrawn if it never does", () => {
    const sent = "0 - loop_start\n0 A task_created\n0 A request_start ms=9\n0 A request_sent";
    const model = modelOf(`${sent}\n5 A request_end aborted=true\n9 - run_end total_ms=9`, {
      server: { workers: 1 },
    });
    expect([outside(model, 3), outside(model, 4)]).toEqual([["request A queued 0.."], []]);
  });

  it("a request that fails without reaching the server ends with the answer", () => {
    const sent = "0 - loop_start\n0 A task_created\n0 A request_start ms=9\n0 A request_sent";
    const model = modelOf(`${sent}\n9 A request_end error="no route"`);
    expect([outside(model, 3), outside(model, 4)]).toEqual([["request A working 0..9"], []]);
  });

  it("a thread keeps waiting for its request and for its sleep", () => {
    const model = goldenModel("server-threads-1");
    const working = model.outsideAt(Math.floor(lastStep(model) / 2), 99);
    expect(working.length).toBeGreaterThan(0);
    expect(working.every(({ kind, holdsThread }) => kind === "request" && holdsThread)).toBe(true);
    expect(outside(goldenModel("threads-equal"), 5)).toEqual(["timer A! working 0..200"]);
  });

  it("a call waits for a free helper thread, first come first served", () => {
    const model = goldenModel("offload-two-helpers");
    expect(outside(model, 30)).toEqual([
      "helper A working 0..300",
      "helper B working 0..100",
      "helper C queued 0..",
      "helper D queued 0..",
    ]);
    expect(outside(model, 32)).toEqual([
      "helper A working 0..300",
      "helper C working 100..250",
      "helper D queued 0..",
    ]);
  });

  it("a call given up while it waits for a helper is never begun; one that has begun goes on", () => {
    const start = "0 - loop_start\n0 A task_created\n0 A task_suspended reason=offload ms=9";
    const waiting = modelOf(`${start}\n5 A task_resumed with=cancel`);
    expect([outside(waiting, 2), outside(waiting, 3)]).toEqual([["helper A queued 0.."], []]);
    const begun = modelOf(`${start}\n1 A offload_start\n5 A task_resumed with=cancel\n10 A offload_end`);
    expect([outside(begun, 4), outside(begun, 5)]).toEqual([["helper A working 1..10"], []]);
  });

  it("comes in order of its beginning, as much as is asked for", () => {
    expect(
      goldenModel("offload-two-helpers")
        .outsideAt(30, 2)
        .map(({ task }) => task),
    ).toEqual([1, 2]);
  });
});
