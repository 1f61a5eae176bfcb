import { describe, expect, test } from "vitest";
import { LIMITS } from "./limits.ts";
import {
  addProgram,
  machineMatters,
  programsOf,
  removeProgram,
  renameProgram,
  setMachine,
} from "./machine-settings.ts";
import { parseScenario } from "./parse-scenario.ts";
import type { Scenario } from "./scenario.ts";

const plain: Scenario = { mode: "threads", tasks: [{ name: "a", steps: [{ kind: "cpu", ms: 100 }] }] };

describe("the machine", () => {
  test("is there as soon as something is said of it, and gone when nothing is", () => {
    const some = setMachine(plain, "cores", 2);
    expect(some).toEqual({ ...plain, machine: { cores: 2 } });
    expect(setMachine(some, "cores", undefined)).toEqual(plain);
  });

  test("keeps what else is said of it", () => {
    const both = setMachine(setMachine(plain, "cores", 2), "interpreter_lock", false);
    expect(setMachine(both, "cores", undefined).machine).toEqual({ interpreter_lock: false });
  });

  test("has other programs, which are added, renamed and removed one by one", () => {
    const two = addProgram(addProgram(plain, "music player"), "backup");
    expect(programsOf(two)).toEqual([{ name: "music player" }, { name: "backup" }]);
    expect(programsOf(renameProgram(two, 1, "updates"))).toEqual([
      { name: "music player" },
      { name: "updates" },
    ]);
    expect(removeProgram(removeProgram(two, 0), 0)).toEqual(plain);
  });

  test("has no more of them than it may have", () => {
    let full = plain;
    for (let k = 0; k < LIMITS.otherPrograms + 1; k++) full = addProgram(full, `p${k}`);
    expect(programsOf(full)).toHaveLength(LIMITS.otherPrograms);
    expect(parseScenario(full).ok).toBe(true);
  });

  test("is asked about in the modes in which it matters", () => {
    expect(machineMatters("sync", "interpreter_lock")).toBe(false);
    expect(machineMatters("pool", "interpreter_lock")).toBe(true);
    expect(machineMatters("threads", "process_start_ms")).toBe(false);
    expect(machineMatters("processes", "process_start_ms")).toBe(true);
    expect(machineMatters("async", "other_programs")).toBe(true);
  });
});
