import type { simulate as Simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { checkTrace } from "#trace/check-trace.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { namesOf } from "#trace/names.ts";
import type { Trace } from "#trace/trace.ts";
import { traceFromColumns } from "#trace/trace-columns.ts";
import { buildTraceModel, modelFromTables } from "#trace/trace-model.ts";
import type { Progress, SimulationReply, SimulationRequest } from "./simulation-worker.ts";

let simulate: typeof Simulate | undefined;
/** The engine's code, on its way from the first moment on. Before it is there, no simulation is finished at once. */
export const engine = import("#engine/simulate.ts").then((module) => {
  simulate = module.simulate;
});

/** Up to this many steps a scenario is simulated at once, within a frame; above it, in a worker. */
const STEPS_AT_ONCE = 2_000;

interface Listener {
  progressed(progress: Progress): void;
  finished(model: TraceModel): void;
  failed(message: string): void;
}

/**
 * Simulates a scenario: a small one before this returns (once the engine is loaded), a large one off the main thread
 * with progress. Returns how to cancel it; after that, and after the end, the listener hears nothing more.
 */
export function startSimulation(scenario: Scenario, listener: Listener): () => void {
  if (!runsAtOnce(scenario)) return simulateInWorker(scenario, listener);
  if (simulate !== undefined) {
    simulateAtOnce(simulate, scenario, listener);
    return () => {};
  }
  let isCancelled = false;
  engine.then(
    () => isCancelled || (simulate && simulateAtOnce(simulate, scenario, listener)),
    (error) => isCancelled || listener.failed(String(error)),
  );
  return () => {
    isCancelled = true;
  };
}

function simulateAtOnce(run: typeof Simulate, scenario: Scenario, listener: Listener): void {
  try {
    const trace = run(scenario);
    if (import.meta.env.DEV) assertSound(trace, scenario);
    listener.finished(buildTraceModel(trace, scenario));
  } catch (error) {
    listener.failed(String(error));
  }
}

/** While we develop, an unsound trace is a mistake that is shown at once. */
function assertSound(trace: Trace, scenario: Scenario): void {
  const [first] = checkTrace(trace, scenario);
  if (first !== undefined) throw new Error(`${first.rule} at step ${first.step}: ${first.message}`);
}

function simulateInWorker(scenario: Scenario, listener: Listener): () => void {
  const worker = new Worker(new URL("./simulation-worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<SimulationReply>) => {
    switch (data.kind) {
      case "progress":
        return listener.progressed(data.progress);
      case "finished": {
        worker.terminate();
        const trace = traceFromColumns({ ...data.columns, names: namesOf(scenario) });
        return listener.finished(modelFromTables(scenario, trace, data.tables));
      }
      case "failed":
        worker.terminate();
        return listener.failed(data.message);
    }
  };
  worker.onerror = (event) => {
    worker.terminate();
    listener.failed(event.message);
  };
  worker.postMessage(JSON.stringify(scenario) satisfies SimulationRequest);
  return () => worker.terminate();
}

/** Whether a scenario is simulated within a frame. */
export function runsAtOnce(scenario: Scenario): boolean {
  return scenario.tasks.reduce((sum, task) => sum + 1 + task.steps.length, 0) <= STEPS_AT_ONCE;
}
