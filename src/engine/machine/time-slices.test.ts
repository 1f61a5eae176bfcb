import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIMITS } from "#scenario/limits.ts";
import type { MachineSpec, Mode, Scenario, Step } from "#scenario/scenario.ts";
import { SLICE_TYPES } from "#trace/event-types.ts";
import { scenarioArbitrary } from "../scenario-arbitrary.ts";
import { simulate } from "../simulate.ts";
import { storyOf } from "../story-of.ts";

const SLICES = ["slice_wait", "slice_start", "slice_end", "cpu_end", "other_start", "other_end"];
const cpu = (ms: number): Step => ({ kind: "cpu", ms });
const sleep = (ms: number): Step => ({ kind: "sleep", ms });
const on = (
  mode: Mode,
  machine: MachineSpec | undefined,
  ...stepLists: readonly (readonly Step[])[]
): Scenario => ({
  mode,
  tasks: stepLists.map((steps, index) => ({ name: "ABCDEF".charAt(index), steps })),
  ...(machine && { machine }),
});
const slices = (scenario: Scenario) => storyOf(scenario, ...SLICES);
const totalOf = (scenario: Scenario) => {
  const trace = simulate(scenario);
  return trace.timeAt(trace.length - 1);
};

describe("threads of one interpreter", () => {
  it("take turns of 5 ms, which is CPython's switch interval, and take as long as one after the other", () => {
    expect(slices(on("threads", undefined, [cpu(10)], [cpu(10)]))).toEqual([
      "0 slice_wait B@2 waits_for=interpreter",
      "5 slice_end A@1 core=1 waits_for=interpreter",
      "5 slice_start B@2 core=1",
      "10 slice_end B@2 core=1 waits_for=interpreter",
      "10 slice_start A@1 core=1",
      "15 cpu_end A@1",
      "15 slice_start B@2 core=1",
      "20 cpu_end B@2",
    ]);
  });

  it("are not told of any slice while nobody comes between them", () => {
    expect(slices(on("threads", undefined, [cpu(100)], [sleep(100), cpu(100)]))).toEqual([
      "100 cpu_end A@1",
      "200 cpu_end B@2",
    ]);
  });

  it("let go one interval after somebody has begun to wait, however long they have computed", () => {
    expect(slices(on("threads", undefined, [cpu(40)], [sleep(20), cpu(5)]))).toEqual([
      "20 slice_wait B@2 waits_for=interpreter",
      "25 slice_end A@1 core=1 waits_for=interpreter",
      "25 slice_start B@2 core=1",
      "30 cpu_end B@2",
      "30 slice_start A@1 core=1",
      "45 cpu_end A@1",
    ]);
  });

  it("come one after the other in the order in which they began to wait", () => {
    const machine = { time_slice_ms: 100 };
    expect(
      storyOf(on("threads", machine, [cpu(200)], [cpu(200)], [cpu(200)]), "slice_start").map((line) =>
        line.slice(0, -7),
      ),
    ).toEqual([
      "0 slice_start A@1",
      "100 slice_start B@2",
      "200 slice_start C@3",
      "300 slice_start A@1",
      "400 slice_start B@2",
      "500 slice_start C@3",
    ]);
  });

  it("are no faster on more cores", () => {
    const steps = [[cpu(300)], [cpu(300)]];
    expect(totalOf(on("threads", { cores: 1 }, ...steps))).toBe(600);
    expect(totalOf(on("threads", { cores: 4 }, ...steps))).toBe(600);
  });

  it("compute at the same instant without a lock, as many as there are cores", () => {
    const steps = [[cpu(300)], [cpu(300)], [cpu(300)], [cpu(300)]];
    expect(totalOf(on("threads", { interpreter_lock: false }, ...steps))).toBe(300);
    expect(totalOf(on("threads", { interpreter_lock: false, cores: 2 }, ...steps))).toBe(600);
    expect(totalOf(on("threads", { interpreter_lock: false, cores: 1 }, ...steps))).toBe(1200);
  });

  it("wait for no core when they wait for something else", () => {
    expect(totalOf(on("threads", { cores: 1 }, [sleep(300)], [sleep(300)], [cpu(300)]))).toBe(300);
  });

  it("keep their slice when one computing step follows another", () => {
    expect(slices(on("threads", undefined, [cpu(2), cpu(4)], [cpu(5)]))).toEqual([
      "0 slice_wait B@2 waits_for=interpreter",
      "2 cpu_end A@1",
      "5 slice_end A@1 core=1 waits_for=interpreter",
      "5 slice_start B@2 core=1",
      "10 cpu_end B@2",
      "10 slice_start A@1 core=1",
      "11 cpu_end A@1",
    ]);
  });
});

describe("processes", () => {
  it("compute at the same instant, one on each core", () => {
    expect(slices(on("processes", { cores: 2 }, [cpu(100)], [cpu(100)]))).toEqual([
      "0 slice_start A@1 core=1",
      "0 slice_start B@2 core=2",
      "100 cpu_end A@1",
      "100 cpu_end B@2",
    ]);
  });

  it("do the same, but for what is told of slices, where nothing is said of the machine", () => {
    const eventsOf = (scenario: Scenario) => {
      const trace = simulate(scenario);
      const all = Array.from({ length: trace.length }, (_, step) => trace.eventAt(step));
      return all.filter(({ type }) => !SLICE_TYPES.has(type));
    };
    fc.assert(
      fc.property(scenarioArbitrary("processes"), ({ machine: _, ...scenario }) => {
        expect(eventsOf(scenario)).toEqual(eventsOf({ ...scenario, machine: {} }));
      }),
    );
  });

  it("take turns on one core, and then take as long as one after the other", () => {
    expect(slices(on("processes", { cores: 1, time_slice_ms: 100 }, [cpu(150)], [cpu(100)]))).toEqual([
      "0 slice_start A@1 core=1",
      "100 slice_end A@1 core=1 waits_for=core",
      "100 slice_start B@2 core=1",
      "200 cpu_end B@2",
      "200 slice_start A@1 core=1",
      "250 cpu_end A@1",
    ]);
  });

  it("share two cores out among three of them evenly", () => {
    const scenario = on("processes", { cores: 2, time_slice_ms: 10 }, [cpu(200)], [cpu(200)], [cpu(200)]);
    expect(totalOf(scenario)).toBe(300);
  });

  it("wait each for itself", () => {
    expect(totalOf(on("processes", undefined, [sleep(300)], [{ kind: "io", ms: 300 }], [cpu(300)]))).toBe(
      300,
    );
  });
});

describe("making threads and processes", () => {
  it("is computing of the main program, before each of them begins", () => {
    expect(
      storyOf(
        on("processes", { process_start_ms: 50 }, [sleep(100)], [sleep(100)]),
        "cpu_start",
        "task_started",
      ),
    ).toEqual([
      "0 cpu_start main ms=50 starts=A",
      "50 cpu_start main ms=50 starts=B",
      "50 task_started A@1",
      "100 task_started B@2",
    ]);
  });

  it("has to wait for the interpreter like everybody else", () => {
    const scenario = on("threads", { thread_start_ms: 10, time_slice_ms: 100 }, [cpu(200)], [cpu(10)]);
    expect(storyOf(scenario, "task_started")).toEqual(["10 task_started A@1", "20 task_started B@2"]);
    expect(totalOf(scenario)).toBe(230);
  });

  it("is paid once for each worker of a pool", () => {
    const tasks = [[sleep(100)], [sleep(100)], [sleep(100)], [sleep(100)]];
    expect(
      totalOf({ ...on("pool", { thread_start_ms: 10 }, ...tasks), workers: 2, dispatch: "single" }),
    ).toBe(220);
  });
});

describe("switching a core", () => {
  it("costs time that is nobody's", () => {
    const machine = { cores: 1, time_slice_ms: 100, switch_ms: 10 };
    expect(slices(on("processes", machine, [cpu(150)], [cpu(100)]))).toEqual([
      "0 slice_start A@1 core=1",
      "100 slice_end A@1 core=1 waits_for=core",
      "110 slice_start B@2 core=1",
      "210 cpu_end B@2",
      "220 slice_start A@1 core=1",
      "270 cpu_end A@1",
    ]);
  });

  it("gets on even when it takes longer than a slice", () => {
    const machine = { cores: 1, time_slice_ms: 1, switch_ms: 50 };
    expect(totalOf(on("processes", machine, [cpu(3)], [cpu(3)]))).toBe(6 + 5 * 50);
  });
});

describe("what takes no time", () => {
  const machine = { cores: 1, time_slice_ms: 100 };

  it("still needs a core: nothing is printed by a thread that has none", () => {
    const told = ["slice_start", "task_started", "print"];
    expect(storyOf(on("processes", machine, [cpu(150)], [{ kind: "print", text: "here" }]), ...told)).toEqual(
      [
        "0 task_started A@1",
        "0 print A@1 text=begin A",
        "0 slice_start A@1 core=1",
        "100 task_started B@2",
        "100 print B@2 text=begin B",
        "100 print B@2 text=here",
        "100 print B@2 text=end B",
        "100 slice_start A@1 core=1",
        "150 print A@1 text=end A",
      ],
    );
  });

  it("waits for its turn after every wait, and says so", () => {
    const told = ["blocking_end", "slice_wait", "slice_start", "print"];
    const scenario = on("threads", machine, [sleep(30)], [cpu(200)]);
    expect(storyOf(scenario, ...told).filter((line) => line.includes(" A@1"))).toEqual([
      "0 print A@1 text=begin A",
      "30 blocking_end A@1",
      "30 slice_wait A@1 waits_for=interpreter",
      "130 slice_start A@1",
      "130 print A@1 text=end A",
    ]);
  });

  it("goes on at once where nobody counts the cores", () => {
    expect(totalOf(on("threads", { time_slice_ms: 100 }, [sleep(30)], [cpu(20)]))).toBe(30);
  });

  it("lets a loop keep its core from turn to turn, as long as no time passes", () => {
    const player = { ...machine, other_programs: [{ name: "music player" }] };
    const steps = [cpu(30), sleep(0), cpu(30), sleep(0), cpu(40)];
    expect(totalOf(on("async", player, steps))).toBe(200);
  });
});

describe("other programs", () => {
  const player = { other_programs: [{ name: "music player" }] };

  it("were there before, and take their turns on the cores", () => {
    expect(slices(on("sync", { ...player, cores: 1, time_slice_ms: 100 }, [cpu(150)]))).toEqual([
      "0 other_start core=1 program=music player",
      "100 other_end core=1 program=music player",
      "100 slice_start A core=1",
      "200 slice_end A core=1 waits_for=core",
      "200 other_start core=1 program=music player",
      "300 other_end core=1 program=music player",
      "300 slice_start A core=1",
      "350 cpu_end A",
    ]);
  });

  it("do not matter where there is a core for everybody", () => {
    expect(totalOf(on("sync", { ...player, cores: 2 }, [cpu(150)]))).toBe(150);
    expect(totalOf(on("sync", player, [cpu(150)]))).toBe(150);
  });

  it("get half of a core from threads behind a lock, however many those are", () => {
    const machine = { ...player, cores: 1, time_slice_ms: 100 };
    expect(totalOf(on("threads", machine, [cpu(200)], [cpu(200)], [cpu(200)]))).toBe(1200);
    expect(totalOf(on("processes", machine, [cpu(200)], [cpu(200)], [cpu(200)]))).toBe(800);
  });

  it("come between the steps of an event loop too, while what is outside goes on", () => {
    const machine = { ...player, cores: 1, time_slice_ms: 100 };
    const scenario = on("async", machine, [cpu(150)], [{ kind: "io", ms: 100 }]);
    expect(storyOf(scenario, "slice_wait", "slice_start", "slice_end", "cpu_end", "request_end")).toEqual([
      "100 slice_start A core=1",
      "200 slice_end A core=1 waits_for=core",
      "300 slice_start A core=1",
      "350 cpu_end A",
      // The answer is there at 450, when the loop has no core.
      "550 request_end B",
    ]);
  });

  it("do not keep a program alive that waits for ever", () => {
    const machine = { cores: 1, other_programs: [{ name: "a" }, { name: "b" }] };
    const join = (task: string): Step => ({ kind: "join", task });
    const scenario: Scenario = { ...on("async", machine, [join("B")], [join("A")]), wait: { style: "wait" } };
    const trace = simulate(scenario);
    expect(trace.detailAt(trace.length - 1).error).toBe("deadlock");
  });
});

describe("a run with very many slices", () => {
  const machine = { time_slice_ms: 1 };
  /** The last slice of a run is not interrupted, nor is the last before it by the other. */
  const withSwitches = (count: number) => on("threads", machine, [cpu(count / 2 + 1)], [cpu(count / 2 + 1)]);

  it("is shown in slices up to the limit", () => {
    expect(storyOf(withSwitches(LIMITS.switches), "slice_end")).toHaveLength(LIMITS.switches);
  });

  it("is shown as if all progressed at once beyond it", () => {
    const scenario = withSwitches(LIMITS.switches + 2);
    expect(slices(scenario)).toEqual(["20004 cpu_end A@1", "20004 cpu_end B@2"]);
    expect(totalOf(scenario)).toBe(LIMITS.switches + 4);
  });

  it("are shared out evenly, too, where very many compute at once and no machine is named", () => {
    const crowd = (count: number, machine?: MachineSpec): Scenario => ({
      mode: "threads",
      tasks: Array.from({ length: count }, (_, k) => ({ name: `t${k}`, steps: [cpu(20)] })),
      ...(machine && { machine }),
    });
    expect(storyOf(crowd(LIMITS.threadsInTurn), "slice_end")).not.toHaveLength(0);
    expect(storyOf(crowd(LIMITS.threadsInTurn + 2), "slice_end")).toHaveLength(0);
    expect(storyOf(crowd(LIMITS.threadsInTurn + 2, { cores: 2 }), "slice_end")).not.toHaveLength(0);
    expect(totalOf(crowd(LIMITS.threadsInTurn + 2))).toBe(20 * (LIMITS.threadsInTurn + 2));
  });
});
