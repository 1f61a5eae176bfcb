import type { Milliseconds } from "#base/units.ts";
import { hasEnded } from "#trace/has-ended.ts";
import { forgetsToAwait } from "#trace/lints/lint-awaits.ts";
import type { TaskState, TraceModel } from "#trace/model-types.ts";
import { MAIN, type TaskId } from "#trace/trace.ts";
import { outcomesOf, type SyncResult } from "./sync-run.ts";

/** A run against the same work in sync; or why there is nothing to be compared. */
export type SpeedUp =
  | { readonly status: "known"; readonly ratio: number; readonly syncTotal: Milliseconds }
  | {
      readonly status:
        | "unknown"
        | "unasked"
        | "asking"
        | "sync"
        | "needsLoop"
        | "forgotten"
        | "noTime"
        | "failed";
    }
  | {
      readonly status: "otherWork";
      readonly task: TaskId;
      readonly here: TaskState;
      readonly inSync: TaskState;
    };

/** Two runs are compared only if every task came to the same end in both: else it is not the same work. */
export function speedUpOf(model: TraceModel, sync: SyncResult, measured: boolean): SpeedUp {
  const { scenario } = model;
  if (!hasEnded(model.trace)) return { status: "unknown" };
  if (scenario.mode === "sync" && !measured) return { status: "sync" };
  switch (sync.status) {
    case "unasked":
      return { status: "unasked" };
    case "running":
      return { status: "asking" };
    case "needs_loop":
      return { status: "needsLoop" };
    case "failed":
      return { status: "failed" };
  }
  if (scenario.mode === "async" && forgetsToAwait(scenario)) return { status: "forgotten" };
  const outcomes = outcomesOf(model);
  for (let task = MAIN + 1; task < outcomes.length; task++) {
    const [here, inSync] = [outcomes[task] as TaskState, sync.outcomes[task] as TaskState];
    if (here !== inSync) return { status: "otherWork", task, here, inSync };
  }
  if (model.total === 0 || sync.total === 0) return { status: "noTime" };
  return { status: "known", ratio: sync.total / model.total, syncTotal: sync.total };
}
