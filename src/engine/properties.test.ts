import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Milliseconds } from "#base/units.ts";
import type { Mode, Scenario, Step, TaskSpec } from "#scenario/scenario.ts";
import { checkTrace } from "#trace/check-trace.ts";
import type { TraceEvent } from "#trace/event-types.ts";
import { toTraceFile } from "#trace/trace-file.ts";
import { SimulationCancelled } from "./run-control.ts";
import { scenarioArbitrary } from "./scenario-arbitrary.ts";
import { simulate } from "./simulate.ts";

/** The same runs everywhere: a failure here can be repeated there. */
const SEED = 20_480;
const ms = fc.nat(500);
const tasksOf = (stepLists: readonly (readonly Step[])[]): readonly TaskSpec[] =>
  stepLists.map((steps, index) => ({ name: `task ${index + 1}`, steps }));
const equalTasks = (count: number, each: Milliseconds) =>
  tasksOf(Array.from({ length: count }, () => [{ kind: "blocking", ms: each }]));
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

function eventsOf(scenario: Scenario): readonly TraceEvent[] {
  return toTraceFile(simulate(scenario), scenario).events;
}

function totalOf(scenario: Scenario): Milliseconds {
  return toTraceFile(simulate(scenario), scenario).total_ms;
}

/** Checks a property against `runs` examples. */
function hold<T>(arbitrary: fc.Arbitrary<T>, property: (example: T) => void, runs = 100): void {
  fc.assert(fc.property(arbitrary, property), { seed: SEED, numRuns: runs });
}

describe("any valid scenario", () => {
  it.each<Mode>(["sync", "threads", "pool", "async", "processes"])(
    "simulates to a sound trace: %s",
    (mode) => {
      hold(
        scenarioArbitrary(mode),
        (scenario) => {
          const trace = simulate(scenario);
          expect(trace.typeAt(trace.length - 1)).toBe("run_end");
          expect(checkTrace(trace, scenario)).toEqual([]);
        },
        250,
      );
    },
  );

  it("gives the same trace every time", () => {
    hold(scenarioArbitrary(), (scenario) => {
      expect(eventsOf(scenario)).toEqual(eventsOf(scenario));
    });
  });

  it("takes k times as long when everything in it takes k times as long", () => {
    hold(
      fc.tuple(scenarioArbitrary(), fc.integer({ min: 2, max: 10 })),
      ([scenario, k]) => {
        // Who computes takes turns in slices of a time that has a default, and so does not grow with the others.
        const { mode, machine } = scenario;
        const isAlone = machine === undefined && (mode === "sync" || mode === "async");
        const computes = machine !== undefined || JSON.stringify(scenario).includes('"cpu"');
        fc.pre(isAlone || !computes || machine?.time_slice_ms !== undefined);
        expect(eventsOf(scale(scenario, k))).toEqual(scale(eventsOf(scenario), k));
      },
      200,
    );
  });
});

/** A copy in which every time is k times as long. */
function scale<T>(value: T, k: number): T {
  return JSON.parse(JSON.stringify(value), (key, inner) =>
    typeof inner === "number" && /(^|_)ms$/.test(key) ? inner * k : inner,
  );
}

describe("the total", () => {
  const stepLists = fc.array(fc.array(ms, { maxLength: 4 }), { minLength: 1, maxLength: 8 });

  it("of a synchronous program is the sum of all steps", () => {
    const kinds = fc.constantFrom("sleep", "io", "blocking", "cpu");
    const steps = fc.array(fc.array(fc.record({ kind: kinds, ms }), { maxLength: 4 }), { minLength: 1 });
    hold(steps, (lists) => {
      expect(totalOf({ mode: "sync", tasks: tasksOf(lists) })).toBe(sum(lists.flat().map((step) => step.ms)));
    });
  });

  it("of asynchronous waits is the longest task", () => {
    const kind = fc.constantFrom("sleep", "io");
    hold(fc.tuple(stepLists, kind), ([lists, oneKind]) => {
      const tasks = tasksOf(lists.map((waits) => waits.map((wait) => ({ kind: oneKind, ms: wait }))));
      expect(totalOf({ mode: "async", tasks })).toBe(Math.max(...lists.map(sum)));
    });
  });

  it("of waiting threads is the longest task", () => {
    hold(stepLists, (lists) => {
      const tasks = tasksOf(lists.map((waits) => waits.map((wait) => ({ kind: "sleep", ms: wait }))));
      expect(totalOf({ mode: "threads", tasks })).toBe(Math.max(...lists.map(sum)));
    });
  });

  it("of computing threads is the sum of all computing: they share one interpreter", () => {
    hold(stepLists, (lists) => {
      const tasks = tasksOf(lists.map((bursts) => bursts.map((burst) => ({ kind: "cpu", ms: burst }))));
      expect(totalOf({ mode: "threads", tasks })).toBe(sum(lists.flat()));
    });
  });

  it("of computing processes is the longest of them: each has an interpreter of its own", () => {
    hold(stepLists, (lists) => {
      const tasks = tasksOf(lists.map((bursts) => bursts.map((burst) => ({ kind: "cpu", ms: burst }))));
      expect(totalOf({ mode: "processes", tasks })).toBe(Math.max(...lists.map(sum)));
    });
  });

  it("of computing is no less than what the cores can do, and no more than one of them needs", () => {
    const machine = fc.record({
      cores: fc.integer({ min: 1, max: 4 }),
      time_slice_ms: fc.constantFrom(5, 50),
    });
    hold(fc.tuple(stepLists, machine), ([lists, on]) => {
      const tasks = tasksOf(lists.map((bursts) => bursts.map((burst) => ({ kind: "cpu", ms: burst }))));
      const total = totalOf({ mode: "processes", machine: on, tasks });
      expect(total).toBeGreaterThanOrEqual(sum(lists.flat()) / on.cores);
      expect(total).toBeLessThanOrEqual(sum(lists.flat()));
    });
  });

  const count = fc.integer({ min: 1, max: 40 });
  const workers = fc.integer({ min: 1, max: 12 });

  it("of n equal tasks on w workers is ceil(n / w) of them", () => {
    hold(fc.tuple(count, workers, ms), ([n, w, each]) => {
      const scenario: Scenario = { mode: "pool", workers: w, dispatch: "single", tasks: equalTasks(n, each) };
      expect(totalOf(scenario)).toBe(Math.ceil(n / w) * each);
    });
  });

  it("of n equal tasks in chunks of c is that of the chunks, the last one perhaps shorter", () => {
    hold(fc.tuple(count, workers, fc.integer({ min: 1, max: 6 })), ([n, w, c]) => {
      const scenario: Scenario = { mode: "pool", workers: w, chunk_size: c, tasks: equalTasks(n, 100) };
      const chunks = Math.ceil(n / c);
      const lastRoundIsShort = (chunks - 1) % w === 0;
      const lastChunk = n - (chunks - 1) * c;
      const rounds = Math.ceil(chunks / w);
      expect(totalOf(scenario)).toBe(((rounds - 1) * c + (lastRoundIsShort ? lastChunk : c)) * 100);
    });
  });

  it("never grows with the number of workers when tasks are equal", () => {
    hold(fc.tuple(count, workers, fc.constantFrom("all", "in_order", "as_done")), ([n, w, collect]) => {
      const tasks = equalTasks(n, 100);
      const on = (workersNow: number): Scenario => ({
        mode: "pool",
        workers: workersNow,
        dispatch: "single",
        collect,
        tasks,
      });
      expect(totalOf(on(w + 1))).toBeLessThanOrEqual(totalOf(on(w)));
    });
  });
});

describe("a run that would never end", () => {
  /** What it ended with. It must come back within a second of computing, whatever else the machine is doing. */
  function errorOf(scenario: Scenario, maxEvents?: number): string | undefined {
    const before = process.cpuUsage();
    const trace = simulate(scenario, maxEvents === undefined ? {} : { maxEvents });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(1);
    const last = trace.eventAt(trace.length - 1);
    expect(last.type).toBe("run_end");
    return last.detail?.error;
  }

  it("says so when a task waits for itself", () => {
    const steps: readonly Step[] = [{ kind: "join", task: "A" }];
    expect(errorOf({ mode: "async", tasks: [{ name: "A", steps }] })).toBe("RuntimeError");
  });

  it("says so when tasks wait for each other in a circle", () => {
    const next = { A: "B", B: "C", C: "A" };
    const tasks = Object.entries(next).map(
      ([name, task]): TaskSpec => ({ name, steps: [{ kind: "join", task }] }),
    );
    expect(errorOf({ mode: "async", tasks, wait: { style: "wait" } })).toBe("deadlock");
  });

  it("stops at the event limit, in every mode", () => {
    const steps = Array.from({ length: 10_000 }, (): Step => ({ kind: "sleep", ms: 0 }));
    for (const mode of ["sync", "threads", "pool", "async", "processes"] as const) {
      const scenario: Scenario = { mode, workers: 1, tasks: [{ name: "A", steps }] };
      expect(errorOf(scenario, 5_000)).toBe("event_limit");
    }
  });

  it("gives up its turn a hundred thousand times in a row", () => {
    const steps = Array.from({ length: 100_000 }, (): Step => ({ kind: "sleep", ms: 0 }));
    expect(errorOf({ mode: "async", tasks: [{ name: "A", steps }] })).toBeUndefined();
  });
});

describe("whoever asked for a run", () => {
  const steps = Array.from({ length: 10_000 }, (): Step => ({ kind: "sleep", ms: 1 }));
  const scenarios = (["sync", "threads", "pool", "async", "processes"] as const).map(
    (mode): Scenario => ({ mode, workers: 2, tasks: [{ name: "A", steps }] }),
  );

  it("hears of its progress", () => {
    for (const scenario of scenarios) {
      const progress: number[] = [];
      simulate(scenario, { onProgress: (events) => progress.push(events) });
      expect(progress.length).toBeGreaterThan(2);
      expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    }
  });

  it("can call it off", () => {
    for (const scenario of scenarios) {
      expect(() => simulate(scenario, { isCancelled: () => true })).toThrow(SimulationCancelled);
    }
  });
});
