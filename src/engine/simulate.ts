import type { Mode, Scenario } from "#scenario/scenario.ts";
import type { TraceRecorder } from "#trace/recorder-types.ts";
import type { Trace } from "#trace/trace.ts";
import { createTraceRecorder } from "#trace/trace-recorder.ts";
import { TooManySwitches } from "./machine/processor.ts";
import type { Sharing } from "./machine/processor-of.ts";
import { simulateAsync } from "./models/async.ts";
import { simulatePool } from "./models/pool.ts";
import { simulateSync } from "./models/sync.ts";
import { simulateThreads } from "./models/threads.ts";
import type { RunControl } from "./run-control.ts";

/** Writes the trace of one run into a recorder that knows the names of the scenario's tasks. */
type Model = (scenario: Scenario, recorder: TraceRecorder, control: RunControl, sharing: Sharing) => void;

const MODELS: Readonly<Record<Mode, Model>> = {
  sync: simulateSync,
  threads: simulateThreads,
  pool: simulatePool,
  async: simulateAsync,
  processes: simulateThreads,
};

const DEFAULT_CONTROL: RunControl = { maxEvents: 3_000_000 };

/**
 * A trace from theory: what CPython would do with a valid scenario, on a virtual clock. Pure and deterministic. Those who
 * compute take turns in slices of time; a run with more than `LIMITS.switches` of them is simulated again from its
 * beginning, as if all who compute progressed at once. A run that would never end, or not within `maxEvents`, ends with
 * `run_end` and an error. Throws SimulationCancelled.
 */
export function simulate(scenario: Scenario, control: Partial<RunControl> = {}): Trace {
  const whole = { ...DEFAULT_CONTROL, ...control };
  try {
    return simulateWith("slices", scenario, whole);
  } catch (caught) {
    if (caught instanceof TooManySwitches) return simulateWith("even", scenario, whole);
    throw caught;
  }
}

function simulateWith(sharing: Sharing, scenario: Scenario, control: RunControl): Trace {
  const recorder = createTraceRecorder(["main", ...scenario.tasks.map(({ name }) => name)]);
  MODELS[scenario.mode](scenario, recorder, control, sharing);
  return recorder.finish();
}
