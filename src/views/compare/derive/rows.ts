import { PAGE_MODES, type PageMode } from "#scenario/page-mode.ts";
import type { Comparison, ModeRun } from "#state/comparison/comparison.ts";
import { type SpeedUp, speedUpOf } from "#state/speed-up.ts";
import { outcomesOf, type SyncResult } from "#state/sync-run.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { MAIN } from "#trace/trace.ts";
import { factsOf, type RunFacts } from "./facts.ts";
import { type Note, noteOf } from "./note-of.ts";

/** One mode of the comparison: its numbers, or why it has none. */
export type Row = RanRow | OtherRow;

export interface RanRow {
  readonly mode: PageMode;
  readonly status: "ended";
  readonly model: TraceModel;
  readonly facts: RunFacts;
  readonly speedUp: SpeedUp;
  readonly note: Note;
}

type OtherRow = { readonly mode: PageMode } & Exclude<ModeRun, { readonly status: "ended" }>;

/** Every mode in order. */
export function rowsOf(comparison: Comparison): readonly Row[] {
  const sync = syncOf(comparison.sync);
  return PAGE_MODES.map((mode): Row => {
    const run = comparison[mode];
    if (run.status !== "ended") return { mode, ...run };
    const facts = factsOf(run.model);
    const speedUp = speedUpOf(run.model, sync, false);
    return { mode, ...run, facts, speedUp, note: noteOf(mode, facts) };
  });
}

function syncOf(run: ModeRun): SyncResult {
  switch (run.status) {
    case "ended":
      return { status: "ended", total: run.model.total, outcomes: outcomesOf(run.model) };
    case "refused":
      return { status: "needs_loop" };
    case "failed":
      return { status: "failed" };
    default:
      return { status: "running" };
  }
}

export const isRan = (row: Row): row is RanRow => row.status === "ended";

/** Whether every task comes to the same end in both. */
export function endsAlike({ model: a }: RanRow, { model: b }: RanRow): boolean {
  const others = outcomesOf(b);
  return outcomesOf(a).every((outcome, task) => task === MAIN || outcome === others[task]);
}
