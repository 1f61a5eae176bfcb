import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { scenarioArbitrary } from "#engine/scenario-arbitrary.ts";
import { simulate } from "#engine/simulate.ts";
import { LIMITS } from "#scenario/limits.ts";
import { parseScenario } from "#scenario/parse-scenario.ts";
import { type Fault, repair } from "#scenario/repairs.ts";
import type { Mode, Scenario, Step, TaskSpec } from "#scenario/scenario.ts";
import { buildTraceModel } from "../trace-model.ts";
import { findFaults } from "./find-faults.ts";
import type { Finding } from "./finding.ts";

// Hundreds of runs to a test: on a busy computer that may take a while.
vi.setConfig({ testTimeout: 60_000 });

const findingsIn = (scenario: Scenario): readonly Finding[] =>
  findFaults(buildTraceModel(simulate(scenario), scenario));
const faultsIn = (scenario: Scenario): readonly Fault[] => findingsIn(scenario).map(({ fault }) => fault);

/** A scenario of tasks with these steps. */
function of(mode: Mode, stepLists: readonly (readonly Step[])[], settings: Partial<Scenario> = {}): Scenario {
  return { mode, tasks: stepLists.map((steps, nth) => ({ name: `t${nth + 1}`, steps })), ...settings };
}

const times = <T>(count: number, each: T): readonly T[] => Array.from({ length: count }, () => each);
const ms = fc.integer({ min: 10, max: 500 });
const long = fc.integer({ min: 100, max: 500 });
const several = fc.integer({ min: 2, max: 12 });
const few = fc.integer({ min: 1, max: 12 });

/** Checks a property against `runs` examples. */
function hold<T>(arbitrary: fc.Arbitrary<T>, property: (example: T) => void, runs = 50): void {
  fc.assert(fc.property(arbitrary, property), { numRuns: runs });
}

/** No such fault in any scenario of the mode that is changed or chosen like this. */
function never(fault: Fault, mode: Mode, change: (scenario: Scenario) => Scenario): void {
  hold(scenarioArbitrary(mode), (scenario) => {
    expect(faultsIn(change(scenario))).not.toContain(fault);
  });
}

/** The scenario with other steps in the place of some. */
function mapSteps(scenario: Scenario, change: (step: Step) => Step): Scenario {
  const tasks = scenario.tasks.map(({ steps, cleanup, ...task }) => ({
    ...task,
    steps: steps.map(change),
    ...(cleanup && { cleanup: cleanup.map(change) }),
  }));
  return { ...scenario, tasks };
}

describe("any run", () => {
  it("has findings that stand in it", () => {
    hold(
      scenarioArbitrary(),
      (scenario) => {
        const model = buildTraceModel(simulate(scenario), scenario);
        for (const { fault, ms: length, count, step, task } of findFaults(model)) {
          expect(step).toBeLessThan(model.trace.length);
          expect(model.trace.names[task]).toBeDefined();
          expect(count).toBeGreaterThan(0);
          if (fault !== "in_a_row") expect(length).toBeLessThanOrEqual(model.total);
        }
      },
      150,
    );
  });

  it("of waits that are awaited together, within no limits, has no finding", () => {
    const wait = fc.record({ kind: fc.constantFrom("sleep", "io"), ms: fc.nat(500) });
    const lists = fc.array(fc.array(wait, { maxLength: 4 }), { minLength: 1, maxLength: 8 });
    const style = fc.constantFrom("gather", "wait", "as_completed", "in_order", "group");
    hold(fc.tuple(lists, style), ([steps, each]) => {
      expect(faultsIn(of("async", steps, { wait: { style: each } }))).toEqual([]);
    });
  });

  it("of one task alone has no finding, unless it forgets to await", () => {
    hold(scenarioArbitrary(), ({ tasks: [first], mode, wait, workers, create }) => {
      const { name, steps } = first as TaskSpec;
      const tasks = [{ name, steps: steps.filter((step) => !("task" in step)) }];
      const alone = {
        mode,
        tasks,
        ...(wait && { wait }),
        ...(create && { create }),
        ...(workers && { workers }),
      };
      expect(faultsIn(alone).filter((fault) => fault !== "never_awaited")).toEqual([]);
    });
  });

  it("of threads or in a row, with any server, has no finding", () => {
    hold(scenarioArbitrary("sync", "threads"), (scenario) => {
      const { server: _, ...rest } = scenario;
      expect(faultsIn(rest)).toEqual([]);
    });
  });
});

describe("a repair", () => {
  const directly = scenarioArbitrary("async").map(
    ({ create: _, ...scenario }): Scenario => ({ ...scenario, wait: { style: "direct" } }),
  );

  const narrowly = fc
    .array(fc.array(fc.record({ kind: fc.constantFrom("io", "sleep", "cpu"), ms }), { maxLength: 3 }), {
      minLength: 2,
      maxLength: 6,
    })
    .map((steps) => of("async", steps, { limit: { tasks: 3, connections: 1 } }));

  it("gives a valid scenario that has the fault no more", () => {
    const seen = new Set<Fault>();
    hold(
      fc.oneof(
        scenarioArbitrary("async"),
        directly,
        narrowly,
        scenarioArbitrary("pool"),
        scenarioArbitrary(),
      ),
      (scenario) => {
        for (const { fault } of findingsIn(scenario)) {
          const repaired = repair(scenario, fault);
          if (repaired === undefined) continue;
          expect(parseScenario(repaired).ok).toBe(true);
          seen.add(fault);
          // A request that was given up goes on at the server while its task makes the next: see below.
          if (fault !== "server_too_small") expect(faultsIn(repaired)).not.toContain(fault);
        }
      },
      400,
    );
    expect([...seen].sort()).toEqual([
      "chunk_too_large",
      "connection_limit",
      "in_a_row",
      "loop_blocked_by_wait",
      "never_awaited",
      "pool_too_small",
      "server_too_small",
      "task_limit",
    ]);
  });

  it("of a small server serves every request at once, where none is given up", () => {
    hold(scenarioArbitrary("threads", "pool"), (scenario) => {
      const patient = mapSteps(scenario, ({ timeout_ms: _, on_timeout: __, ...step }) => step as Step);
      const served = repair({ ...patient, server: { workers: 1 } }, "server_too_small");
      if (served !== undefined) expect(faultsIn(served)).not.toContain("server_too_small");
    });
  });

  it("of the crawler's blocking waits takes the time of the longest", () => {
    const blocking = of("async", times(3, [{ kind: "blocking", ms: 2000 }]));
    const repaired = repair(blocking, "loop_blocked_by_wait") as Scenario;
    expect([simulate(blocking).end, simulate(repaired).end]).toEqual([6000, 2000]);
    expect(faultsIn(repaired)).toEqual([]);
  });
});

describe("a blocked loop", () => {
  const unblock = (step: Step): Step =>
    step.kind === "blocking" || (step.kind === "io" && step.how?.includes("blocking"))
      ? { kind: "sleep", ms: step.ms ?? 0 }
      : step;

  it("is found wherever several tasks block it", () => {
    hold(fc.tuple(several, ms, fc.boolean()), ([count, each, isRequest]) => {
      const step: Step = isRequest
        ? { kind: "io", ms: each, how: "blocking" }
        : { kind: "blocking", ms: each };
      const [finding] = findingsIn(of("async", times(count, [step])));
      expect(finding).toMatchObject({
        fault: "loop_blocked_by_wait",
        ms: (count - 1) * each,
        count: count - 1,
      });
    });
  });

  it("is found where a timer is due meanwhile", () => {
    hold(fc.tuple(ms, ms), ([due, more]) => {
      const steps: readonly Step[][] = [[{ kind: "sleep", ms: due }], [{ kind: "blocking", ms: due + more }]];
      expect(findingsIn(of("async", steps))).toMatchObject([{ fault: "loop_blocked_by_wait", ms: more }]);
    });
  });

  it("is not found while the others have nothing to do yet", () => {
    hold(fc.tuple(ms, ms), ([held, more]) => {
      const steps: readonly Step[][] = [
        [{ kind: "sleep", ms: held + more }],
        [{ kind: "blocking", ms: held }],
      ];
      expect(faultsIn(of("async", steps))).toEqual([]);
    });
  });

  it("is never found without a step that blocks", () => {
    never("loop_blocked_by_wait", "async", (scenario) => mapSteps(scenario, unblock));
  });

  it("is found where one task computes for long, and never for less than asyncio warns of", () => {
    hold(fc.tuple(several, long), ([count, each]) => {
      const computing = of("async", times(count, [{ kind: "cpu", ms: each }]));
      expect(findingsIn(computing)).toMatchObject([
        { fault: "loop_blocked_by_computing", ms: (count - 1) * each },
      ]);
    });
    never("loop_blocked_by_computing", "async", (scenario) =>
      mapSteps(scenario, (step) => (step.kind === "cpu" ? { ...step, ms: (step.ms ?? 0) % 100 } : step)),
    );
  });

  it("is found where a callback blocks while others are ready, and never without callbacks", () => {
    hold(fc.tuple(ms, ms), ([wait, held]) => {
      const scenario = of("async", times(2, [{ kind: "sleep", ms: wait }]));
      const [first, second] = scenario.tasks;
      const tasks = [
        { ...first, callbacks: [{ name: "parse", ms: held }] },
        { ...second, steps: [{ kind: "sleep", ms: wait + 5 }] },
      ];
      const faults = findingsIn({ ...scenario, tasks } as Scenario);
      expect(faults).toMatchObject([{ fault: "loop_blocked_by_callback", ms: held - 5 }]);
    });
    never("loop_blocked_by_callback", "async", (scenario) => ({
      ...scenario,
      tasks: scenario.tasks.map(({ callbacks: _, ...task }) => task),
    }));
  });
});

describe("a missing await", () => {
  it("is found wherever one runs, and counted", () => {
    hold(fc.tuple(few, fc.constantFrom("sleep", "io")), ([count, kind]) => {
      const steps = times(count, [{ kind, ms: 100, how: "no_await" } as Step]);
      expect(findingsIn(of("async", steps))).toMatchObject([{ fault: "never_awaited", count }]);
    });
  });

  it("is never found where everything is awaited", () => {
    never("never_awaited", "async", (scenario) => repair(scenario, "never_awaited") as Scenario);
  });
});

describe("awaiting in a row", () => {
  it("is found where several coroutines wait, with the time that could have overlapped", () => {
    hold(fc.array(ms, { minLength: 2, maxLength: 8 }), (waits) => {
      const steps = waits.map((each): readonly Step[] => [{ kind: "sleep", ms: each }]);
      const sum = waits.reduce((total, each) => total + each, 0);
      expect(findingsIn(of("async", steps, { wait: { style: "direct" } }))).toMatchObject([
        { fault: "in_a_row", count: waits.length, ms: sum - Math.max(...waits) },
      ]);
    });
  });

  it("is never found where the main program makes tasks", () => {
    never("in_a_row", "async", (scenario) =>
      scenario.wait?.style === "direct" ? { ...scenario, wait: { style: "gather" } } : scenario,
    );
  });
});

describe("a pool that is too small", () => {
  it("is found wherever there are more waiting tasks than workers", () => {
    hold(fc.tuple(few, few, ms), ([workers, more, each]) => {
      const steps = times(workers + more, [{ kind: "io", ms: each } as Step]);
      expect(findingsIn(of("pool", steps, { workers, dispatch: "single" }))).toMatchObject([
        { fault: "pool_too_small", count: more },
      ]);
    });
  });

  it("is never found with a worker for each task", () => {
    never("pool_too_small", "pool", (scenario) => ({ ...scenario, workers: scenario.tasks.length }));
  });

  it("is never found where tasks only compute: more threads would not compute faster", () => {
    hold(fc.tuple(few, few, ms), ([workers, count, each]) => {
      expect(faultsIn(of("pool", times(count, [{ kind: "cpu", ms: each }]), { workers }))).toEqual([]);
    });
  });

  it("is not found where the server has no room for more", () => {
    hold(fc.tuple(few, few, ms), ([workers, more, each]) => {
      const steps = times(workers + more, [{ kind: "io", ms: each } as Step]);
      expect(faultsIn(of("pool", steps, { workers, dispatch: "single", server: { workers } }))).toEqual([]);
    });
  });

  it("is told from chunks that are too large", () => {
    const steps: readonly Step[][] = [1, 1, 1, 50].map((each) => [{ kind: "sleep", ms: each * 10 }]);
    const chunked = of("pool", steps.toReversed(), { workers: 3, chunk_size: 2 });
    expect(findingsIn(chunked)).toMatchObject([{ fault: "chunk_too_large", count: 2 }]);
    expect(faultsIn({ ...chunked, dispatch: "single" })).toEqual(["pool_too_small"]);
    never("chunk_too_large", "pool", (scenario) => ({ ...scenario, dispatch: "single" }));
  });

  it("cannot be repaired beyond what the format allows", () => {
    const steps = times(LIMITS.workers + 1, [{ kind: "sleep", ms: 100 } as Step]);
    const scenario = of("pool", steps, { workers: LIMITS.workers, dispatch: "single" });
    expect(faultsIn(scenario)).toEqual(["pool_too_small"]);
    expect(repair(scenario, "pool_too_small")).toBeUndefined();
  });
});

describe("a server that is too small", () => {
  it("is found wherever more requests come at once than it takes up", () => {
    hold(fc.tuple(few, few, ms, fc.constantFrom<Mode>("threads", "async")), ([workers, more, each, mode]) => {
      const steps = times(workers + more, [{ kind: "io", ms: each } as Step]);
      expect(findingsIn(of(mode, steps, { server: { workers } }))).toMatchObject([
        { fault: "server_too_small", count: more },
      ]);
    });
  });

  it("is never found without a limit", () => {
    for (const mode of ["sync", "threads", "pool", "async"] as const) {
      never("server_too_small", mode, ({ server: _, ...scenario }) => scenario);
    }
  });

  it("is not found where connections fail before they reach it", () => {
    const steps = times(3, [{ kind: "io", ms: 100, answer: "network_error" } as Step]);
    expect(faultsIn(of("threads", steps, { server: { workers: 1 } }))).toEqual([]);
  });
});

describe("a limit of the program's own", () => {
  it("is found wherever tasks wait for it while the loop is free", () => {
    hold(fc.tuple(few, few, ms), ([places, more, each]) => {
      const steps = times(places + more, [{ kind: "io", ms: each } as Step]);
      expect(findingsIn(of("async", steps, { limit: { tasks: places } }))).toMatchObject([
        { fault: "task_limit", count: more },
      ]);
      expect(findingsIn(of("async", steps, { limit: { connections: places } }))).toMatchObject([
        { fault: "connection_limit", count: more },
      ]);
    });
  });

  it("is not found where it is as wide as the server", () => {
    hold(fc.tuple(few, few, ms), ([places, more, each]) => {
      const steps = times(places + more, [{ kind: "io", ms: each } as Step]);
      const server = { workers: places };
      expect(faultsIn(of("async", steps, { server, limit: { connections: places } }))).toEqual([]);
    });
  });

  it("is never found where there is none", () => {
    for (const fault of ["task_limit", "connection_limit"] as const)
      never(fault, "async", ({ limit: _, ...scenario }) => scenario);
  });
});
