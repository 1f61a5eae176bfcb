import type { Milliseconds } from "#base/units.ts";
import type { PageMode } from "#scenario/page-mode.ts";
import { endsAlike, type Row } from "./rows.ts";

/** What two modes differ in. */
export type Difference =
  | { readonly kind: "missing"; readonly modes: readonly PageMode[] }
  /** Of two runs in which tasks do not come to the same end, times say nothing. */
  | { readonly kind: "otherWork"; readonly modes: readonly [PageMode, PageMode] }
  | {
      readonly kind: "known";
      /** The one that takes less time first; in the rows' order where both take the same. */
      readonly modes: readonly [PageMode, PageMode];
      readonly totals: readonly [Milliseconds, Milliseconds];
      readonly held: readonly [Milliseconds, Milliseconds];
      readonly threads: readonly [number, number];
    };

/** Undefined while one of them is being simulated. */
export function differenceOf(rows: readonly Row[]): Difference | undefined {
  const [a, b] = rows;
  if (a === undefined || b === undefined) return undefined;
  const isOpen = ({ status }: Row) => status === "waiting" || status === "running";
  if (isOpen(a) || isOpen(b)) return undefined;
  if (a.status !== "ended" || b.status !== "ended")
    return {
      kind: "missing",
      modes: [a, b].flatMap(({ status, mode }) => (status === "ended" ? [] : [mode])),
    };
  if (!endsAlike(a, b)) return { kind: "otherWork", modes: [a.mode, b.mode] };
  const [first, second] = b.facts.total < a.facts.total ? [b, a] : [a, b];
  return {
    kind: "known",
    modes: [first.mode, second.mode],
    totals: [first.facts.total, second.facts.total],
    held: [first.facts.held, second.facts.held],
    threads: [first.facts.threads, second.facts.threads],
  };
}
