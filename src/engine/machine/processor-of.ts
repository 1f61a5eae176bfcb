import type { Scenario } from "#scenario/scenario.ts";
import { EvenSharing, slownessIn } from "./even-sharing.ts";
import type { Processor } from "./processor.ts";
import { type TellOther, TimeSlices } from "./time-slices.ts";

/** How computing is shared out: in slices, as in reality, or evenly, where there would be too many slices. */
export type Sharing = "slices" | "even";

/**
 * Where nothing is said of the machine, a process shares neither core nor interpreter: nobody waits, no slice is told, and
 * sharing evenly comes to the same without asking every core at every step.
 */
export function processorOf(scenario: Scenario, sharing: Sharing, tellOther: TellOther): Processor {
  const isAlone = scenario.mode === "processes" && scenario.machine === undefined;
  return sharing === "even" || isAlone
    ? new EvenSharing(slownessIn(scenario))
    : new TimeSlices(scenario, tellOther);
}
