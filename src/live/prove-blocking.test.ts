import { expect, it } from "vitest";
import type { WallTime } from "#base/units.ts";
import type { Hire } from "./crew.ts";
import type { Note, Report } from "./protocol.ts";
import { provesBlocking } from "./prove-blocking.ts";

const mark = (type: "blocking_start" | "blocking_end", at: number): Note => ({
  kind: "mark",
  type,
  task: "probe",
  at: at as WallTime,
});

/** A worker that says all this when it is told to finish. */
function workerThatSays(...reports: readonly Report[]) {
  const ends: string[] = [];
  const hire: Hire = (hear) => {
    queueMicrotask(() => hear({ kind: "ready" }));
    return {
      send(order) {
        if (order.kind === "finish") for (const report of reports) hear(report);
      },
      terminate: () => ends.push("terminated"),
    };
  };
  return { hire, ends };
}

const blocked: Report = { kind: "notes", notes: [mark("blocking_start", 1000), mark("blocking_end", 1151)] };
const ticks = (...at: number[]): Report => ({ kind: "beats", ticks: at as WallTime[] });

it("blocking is proved by a heart that stands still, and the worker is thrown away", async () => {
  const { hire, ends } = workerThatSays(blocked, ticks(990, 1160), { kind: "finished" });
  expect(await provesBlocking(hire)).toBe(true);
  expect(ends).toEqual(["terminated"]);
});

it("nothing is proved by a heart that goes on, by a wait that returns at once, or by a worker that breaks", async () => {
  const atOnce: Report = { kind: "notes", notes: [mark("blocking_start", 1000), mark("blocking_end", 1001)] };
  for (const reports of [
    [blocked, ticks(1050), { kind: "finished" }],
    [atOnce, { kind: "finished" }],
    [{ kind: "broke", message: "no shared memory" }],
  ] as const) {
    const { hire, ends } = workerThatSays(...reports);
    expect(await provesBlocking(hire)).toBe(false);
    expect(ends).toEqual(["terminated"]);
  }
});
