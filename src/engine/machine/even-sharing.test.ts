import { describe, expect, it } from "vitest";
import type { Scenario, Step } from "#scenario/scenario.ts";
import { createTraceRecorder } from "#trace/trace-recorder.ts";
import { simulateThreads } from "../models/threads.ts";

const threads = (...stepLists: readonly (readonly Step[])[]): Scenario => ({
  mode: "threads",
  tasks: stepLists.map((steps, index) => ({ name: "ABCDEFGHIJKLM".charAt(index), steps })),
});
const cpu = (ms: number): Step => ({ kind: "cpu", ms });
const sleep = (ms: number): Step => ({ kind: "sleep", ms });
/** What happens when computing is shared out evenly: `time type task@thread`. */
function storyOf(scenario: Scenario, wanted: string): readonly string[] {
  const recorder = createTraceRecorder(["main", ...scenario.tasks.map(({ name }) => name)]);
  simulateThreads(scenario, recorder, { maxEvents: 100_000 }, "even");
  const trace = recorder.finish();
  return Array.from({ length: trace.length }, (_, step) => trace.eventAt(step))
    .filter(({ type }) => type === wanted)
    .map(({ t_ms, type, task, worker }) => (task ? `${t_ms} ${type} ${task}@${worker}` : `${t_ms} ${type}`));
}
const ends = (scenario: Scenario) => storyOf(scenario, "cpu_end");

describe("threads that compute in even shares", () => {
  it("progress at half speed when they are two", () => {
    expect(ends(threads([cpu(100)], [cpu(50)]))).toEqual(["100 cpu_end B@2", "150 cpu_end A@1"]);
  });

  it("have the interpreter to themselves while others wait", () => {
    expect(ends(threads([cpu(100)], [sleep(100)]))).toEqual(["100 cpu_end A@1"]);
  });

  it("slow down when another joins, and speed up when it has gone", () => {
    expect(ends(threads([cpu(100)], [sleep(20), cpu(30)]))).toEqual(["80 cpu_end B@2", "130 cpu_end A@1"]);
  });

  it("end together, in order of the tasks, when they have had the same", () => {
    const scenario = threads([cpu(7), cpu(10)], [cpu(10), cpu(7)], [cpu(17)]);
    expect(ends(scenario).slice(-3)).toEqual(["51 cpu_end A@1", "51 cpu_end B@2", "51 cpu_end C@3"]);
  });

  it("lose nothing to rounding, though thirteen shares are no finite fractions", () => {
    const bursts = Array.from({ length: 13 }, (_, k) => [sleep(k), cpu(10), cpu(20 - k)]);
    const computing = 13 * 10 + 13 * 20 - (12 * 13) / 2;
    expect(storyOf(threads(...bursts), "run_end")).toEqual([`${computing} run_end`]);
  });

  it("are shown with one decimal", () => {
    const scenario = threads([cpu(10)], [sleep(1), cpu(1)], [sleep(1), cpu(10)], [sleep(2), cpu(10)]);
    // B has a third of its 1 ms by 2, then a quarter of the interpreter: 2 + 4 * 2/3.
    expect(ends(scenario)[0]).toBe("4.7 cpu_end B@2");
  });

  it("progress at once where each has an interpreter and a core of its own", () => {
    const tasks = threads([cpu(100)], [cpu(100)], [cpu(100)]).tasks;
    const onTwoCores = { tasks, machine: { cores: 2 } };
    expect(ends({ ...onTwoCores, mode: "processes" })).toEqual([
      "150 cpu_end A@1",
      "150 cpu_end B@2",
      "150 cpu_end C@3",
    ]);
    expect(storyOf({ ...onTwoCores, mode: "threads" }, "run_end")).toEqual(["300 run_end"]);
  });

  it("give other programs their part of the cores", () => {
    const machine = { cores: 1, other_programs: [{ name: "music player" }] };
    expect(ends({ ...threads([cpu(100)], [cpu(100)]), machine })).toEqual([
      "400 cpu_end A@1",
      "400 cpu_end B@2",
    ]);
  });
});
