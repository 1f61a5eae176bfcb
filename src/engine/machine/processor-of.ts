import type { Scenario } from "#scenario/scenario.ts";
import { EvenSharing, slownessIn } from "./even-sharing.ts";
import type { Processor } from "./processor.ts";
import { type TellOther, TimeSlices } from "./time-slices.ts";

/** How computing is shared out: in slices, as in reality, or evenly, where there would be too many slices. */
export type Sharing = "slices" | "even";

export function processorOf(scenario: Scenario, sharing: Sharing, tellOther: TellOther): Processor {
  return sharing === "slices" ? new TimeSlices(scenario, tellOther) : new EvenSharing(slownessIn(scenario));
}
