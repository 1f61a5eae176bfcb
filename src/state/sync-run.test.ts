import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { scenarioArbitrary } from "#engine/scenario-arbitrary.ts";
import { withPageMode } from "#scenario/modes.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { canRunInSync, syncRunOf } from "./sync-run.ts";

const scenario: Scenario = {
  mode: "async",
  tasks: ["A", "B"].map((name) => ({ name, steps: [{ kind: "sleep", ms: 300 }] })),
};

describe("the same tasks in sync", () => {
  it("are simulated when somebody asks, and once for every mode", async () => {
    const run = syncRunOf(scenario);
    expect(run.store.getState()).toEqual({ status: "unasked" });
    run.ask();
    await vi.waitFor(() => expect(run.store.getState()).toMatchObject({ status: "ended", total: 600 }));
    expect(syncRunOf({ ...scenario, mode: "threads" })).toBe(run);
    expect(syncRunOf({ ...scenario, tasks: [...scenario.tasks] })).not.toBe(run);
  });

  it("run on the same machine: what shares its core shares it in sync, too", async () => {
    const tasks: Scenario["tasks"] = [{ name: "A", steps: [{ kind: "cpu", ms: 300 }] }];
    const machine = { cores: 1, time_slice_ms: 100, other_programs: [{ name: "player" }] };
    const shared = syncRunOf({ mode: "threads", tasks, machine });
    const alone = syncRunOf({ mode: "threads", tasks });
    shared.ask();
    alone.ask();
    await vi.waitFor(() => expect(shared.store.getState()).toMatchObject({ status: "ended", total: 600 }));
    await vi.waitFor(() => expect(alone.store.getState()).toMatchObject({ status: "ended", total: 300 }));
    expect(syncRunOf({ mode: "async", tasks, machine: { ...machine } })).toBe(shared);
  });

  it("can be given up before they have ended, and asked for again", async () => {
    const tasks = [...scenario.tasks];
    const run = syncRunOf({ ...scenario, tasks });
    const giveUp = run.ask();
    giveUp();
    expect(run.store.getState().status).toMatch(/unasked|ended/);
    run.ask();
    await vi.waitFor(() => expect(run.store.getState().status).toBe("ended"));
  });

  it("cannot be simulated where they need a loop, and nowhere else", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), (each) => {
        expect(canRunInSync(each)).toBe(withPageMode(each, "sync").ok);
      }),
      { numRuns: 100 },
    );
  });
});
