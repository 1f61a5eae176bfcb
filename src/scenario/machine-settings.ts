import { LIMITS } from "./limits.ts";
import type { MachineSpec, Mode, OtherProgramSpec, Scenario } from "./scenario.ts";

/** How what a scenario says of its machine is changed, and in which modes it matters. */

/** Sets one fact of the machine; undefined = the default. A machine of which nothing is said is left out. */
export function setMachine<Key extends keyof MachineSpec>(
  scenario: Scenario,
  key: Key,
  value: MachineSpec[Key] | undefined,
): Scenario {
  const { machine: before, ...rest } = scenario;
  const { [key]: _, ...others } = before ?? {};
  const machine: MachineSpec = value === undefined ? others : { ...others, [key]: value };
  return Object.keys(machine).length === 0 ? rest : { ...rest, machine };
}

/** Sets the list of the other programs; an empty one is left out. */
function setPrograms(scenario: Scenario, programs: readonly OtherProgramSpec[]): Scenario {
  return setMachine(scenario, "other_programs", programs.length === 0 ? undefined : programs);
}

export function programsOf({ machine }: Scenario): readonly OtherProgramSpec[] {
  return machine?.other_programs ?? [];
}

/** One more program; the scenario itself where there are as many as there may be. */
export function addProgram(scenario: Scenario, name: string): Scenario {
  const programs = programsOf(scenario);
  return programs.length >= LIMITS.otherPrograms ? scenario : setPrograms(scenario, [...programs, { name }]);
}

export function renameProgram(scenario: Scenario, index: number, name: string): Scenario {
  const programs = programsOf(scenario);
  return programs[index] === undefined
    ? scenario
    : setPrograms(scenario, programs.with(index, { ...programs[index], name }));
}

export function removeProgram(scenario: Scenario, index: number): Scenario {
  return setPrograms(scenario, programsOf(scenario).toSpliced(index, 1));
}

/** Whether a fact of the machine changes anything in a mode. */
export function machineMatters(mode: Mode, key: keyof MachineSpec): boolean {
  const makesThreads = mode === "threads" || mode === "pool";
  if (key === "interpreter_lock" || key === "thread_start_ms") return makesThreads;
  return key !== "process_start_ms" || mode === "processes";
}
