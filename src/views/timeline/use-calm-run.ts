import { useState } from "react";
import type { Milliseconds } from "#base/units.ts";
import type { Run } from "./use-run.ts";

/** How much of a run has to pass before its text is renewed: nobody reads faster, and text costs more than a picture. */
const LEAST_NEWS: Milliseconds = 500;

/** The run; while it goes on, only as often as it can be read. */
export function useCalmRun(run: Run): Run {
  const [told, tell] = useState(run);
  if (told === run || !isDue(told, run)) return told;
  tell(run);
  return run;
}

/** Is there enough news? Always, when the run is over or is another one. */
export function isDue({ model: told }: Run, { model, live }: Run): boolean {
  if (!live?.underWay || told.scenario !== model.scenario) return true;
  return model.total < told.total || model.total - told.total >= LEAST_NEWS;
}
