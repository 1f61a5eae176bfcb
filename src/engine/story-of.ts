import type { Scenario } from "#scenario/scenario.ts";
import { toTraceFile } from "#trace/trace-file.ts";
import { simulate } from "./simulate.ts";

/**
 * What happens in a simulated run, for tests to read: one line per event, `time type task@worker fact fact`. With
 * `types`, only events of those.
 */
export function storyOf(scenario: Scenario, ...types: readonly string[]): readonly string[] {
  return toTraceFile(simulate(scenario), scenario)
    .events.filter(({ type }) => types.length === 0 || types.includes(type))
    .map(({ t_ms, type, task, worker, detail }) => {
      const who = worker === undefined ? task : `${task}@${worker}`;
      const facts = Object.entries(detail ?? {}).map(([name, value]) => `${name}=${value}`);
      return [t_ms, type, who, ...facts].filter((part) => part !== undefined).join(" ");
    });
}
