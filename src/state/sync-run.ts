import { createStore, type StoreApi } from "zustand/vanilla";
import type { Milliseconds } from "#base/units.ts";
import type { Scenario, Step, TaskSpec } from "#scenario/scenario.ts";
import type { TaskState, TraceModel } from "#trace/model-types.ts";
import { startSimulation } from "./simulation.ts";

/** The same tasks in sync, as far as we know. */
export type SyncResult =
  | { readonly status: "unasked" | "running" | "failed" | "needs_loop" }
  | { readonly status: "ended"; readonly total: Milliseconds; readonly outcomes: readonly TaskState[] };

/** The simulation of a workload in sync: made once, when somebody asks for it. */
export interface SyncRun {
  readonly store: StoreApi<SyncResult>;
  /** Simulates it, unless that was done; returns how to give it up, should it not have ended yet. */
  ask(): () => void;
}

// In sync only the tasks and the machine count, for one request at a time knows no limits: one result does for all modes.
const runs = new WeakMap<readonly TaskSpec[], Map<string, SyncRun>>();

export function syncRunOf({ tasks, machine }: Scenario): SyncRun {
  const onMachines = runs.get(tasks) ?? new Map<string, SyncRun>();
  runs.set(tasks, onMachines);
  const key = JSON.stringify(machine ?? {});
  const run = onMachines.get(key) ?? createRun({ mode: "sync", tasks, ...(machine && { machine }) });
  onMachines.set(key, run);
  return run;
}

function createRun(scenario: Scenario): SyncRun {
  const store = createStore<SyncResult>(() => ({
    status: canRunInSync(scenario) ? "unasked" : "needs_loop",
  }));
  const set = (result: SyncResult) => store.setState(result, true);
  return {
    store,
    ask() {
      if (store.getState().status !== "unasked") return () => {};
      set({ status: "running" });
      const cancel = startSimulation(scenario, {
        progressed: () => {},
        finished: (model) => set({ status: "ended", total: model.total, outcomes: outcomesOf(model) }),
        failed: () => set({ status: "failed" }),
      });
      return () => {
        if (store.getState().status !== "running") return;
        cancel();
        set({ status: "unasked" });
      };
    },
  };
}

/** The only steps that a mode without a loop refuses. Asked of a valid scenario it spares checking it all once more. */
export const canRunInSync = ({ tasks }: Scenario): boolean =>
  tasks.every(({ steps, cleanup = [] }) => ![...steps, ...cleanup].some(needsLoop));

const needsLoop = ({ kind }: Step) => kind === "spawn" || kind === "join" || kind === "cancel";

const outcomes = new WeakMap<TraceModel, readonly TaskState[]>();

/** How every task ended, by TaskId; looked up once for each run. */
export function outcomesOf(model: TraceModel): readonly TaskState[] {
  const known = outcomes.get(model);
  if (known !== undefined) return known;
  const { taskCount, trace, stateAt } = model;
  const found = Array.from({ length: taskCount }, (_, task) => stateAt(task, trace.length - 1));
  outcomes.set(model, found);
  return found;
}
