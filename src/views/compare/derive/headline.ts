import type { Milliseconds } from "#base/units.ts";
import type { PageMode } from "#scenario/page-mode.ts";
import { endsAlike, isRan, type RanRow, type Row } from "./rows.ts";

/** What the comparison shows, in one sentence. Each is derived only where the traces say that it is true. */
export type What =
  | { readonly kind: "simulating"; readonly done: number; readonly of: number }
  | { readonly kind: "none" }
  | { readonly kind: "only"; readonly mode: PageMode }
  /** The tasks do not come to the same end in all modes. */
  | { readonly kind: "otherWork" }
  | { readonly kind: "noTime" }
  | { readonly kind: "equalComputing"; readonly total: Milliseconds }
  /** Only processes compute at the same instant. */
  | { readonly kind: "processesCompute"; readonly least: Milliseconds; readonly most: Milliseconds }
  | { readonly kind: "equalOne"; readonly total: Milliseconds }
  | { readonly kind: "equalNoOverlap"; readonly total: Milliseconds }
  | { readonly kind: "equal"; readonly total: Milliseconds }
  /** Just the modes in which waits overlap take less time than the slowest. */
  | { readonly kind: "overlap"; readonly tasks: number }
  | { readonly kind: "extremes"; readonly fastest: Extreme; readonly slowest: Extreme };

/** And why, or at what cost. */
export type Why =
  | { readonly kind: "nothing" }
  | { readonly kind: "seeRows" }
  /** Threads and the loop compute one after the other. */
  | { readonly kind: "oneInterpreter" }
  /** Threads overlap by being many, async by giving its one thread back. */
  | { readonly kind: "letGo"; readonly threads: number }
  | { readonly kind: "holdsOn" }
  | { readonly kind: "held"; readonly least: Extreme; readonly most: Extreme }
  | { readonly kind: "heldEqual"; readonly ms: Milliseconds };

/** One or more modes at one end of a scale. */
export interface Extreme {
  readonly modes: readonly PageMode[];
  readonly ms: Milliseconds;
}

export interface Headline {
  readonly what: What;
  readonly why: Why;
}

/** `rows`: all modes. */
export function headlineOf(rows: readonly Row[]): Headline {
  const ran = rows.filter(isRan);
  const open = rows.filter(({ status }) => status === "waiting" || status === "running").length;
  const nothing = { kind: "nothing" } as const;
  if (open > 0)
    return { what: { kind: "simulating", done: rows.length - open, of: rows.length }, why: nothing };
  const [first] = ran;
  if (first === undefined) return { what: { kind: "none" }, why: { kind: "seeRows" } };
  if (ran.length === 1) return { what: { kind: "only", mode: first.mode }, why: { kind: "seeRows" } };
  if (ran.some(isOtherWork)) return { what: { kind: "otherWork" }, why: { kind: "seeRows" } };
  const slowest = extremeOf(ran, (row) => row.facts.total, Math.max);
  if (slowest.ms === 0) return { what: { kind: "noTime" }, why: nothing };
  const fastest = extremeOf(ran, (row) => row.facts.total, Math.min);
  const what = fastest.ms === slowest.ms ? equalOf(ran, slowest.ms) : unequalOf(ran, fastest, slowest);
  return { what, why: whyOf(ran, what) };
}

/** Whether the tasks come to another end in it than in the first; or nobody waits for what is missing its `await`. */
function isOtherWork(row: RanRow, _: number, [first]: readonly RanRow[]): boolean {
  return row.speedUp.status === "forgotten" || (first !== undefined && !endsAlike(row, first));
}

function equalOf(ran: readonly RanRow[], total: Milliseconds): What {
  if (ran.every(({ facts }) => facts.tasks === 1)) return { kind: "equalOne", total };
  if (ran.every(onlyComputes)) return { kind: "equalComputing", total };
  if (ran.every(({ facts }) => facts.waitsAtOnce <= 1)) return { kind: "equalNoOverlap", total };
  return { kind: "equal", total };
}

const onlyComputes = ({ facts }: RanRow): boolean => facts.waitingShare === 0 && facts.computing > 0;

function unequalOf(ran: readonly RanRow[], fastest: Extreme, slowest: Extreme): What {
  const isSplit = fastest.modes.length + slowest.modes.length === ran.length;
  if (ran.every(onlyComputes) && isSplit && fastest.modes.join() === "processes")
    return { kind: "processesCompute", least: fastest.ms, most: slowest.ms };
  const tellsApart = ran.every(({ facts }) => facts.waitsAtOnce > 1 === facts.total < slowest.ms);
  const tasks = ran[0]?.facts.tasks ?? 0;
  return tellsApart ? { kind: "overlap", tasks } : { kind: "extremes", fastest, slowest };
}

function whyOf(ran: readonly RanRow[], what: What): Why {
  const factsIn = (mode: PageMode) => ran.find((row) => row.mode === mode)?.facts;
  const [sync, threads, loop, frozen] = [
    factsIn("sync"),
    factsIn("threads"),
    factsIn("async"),
    factsIn("async_blocking"),
  ];
  const isComputing = what.kind === "equalComputing" || what.kind === "processesCompute";
  if (isComputing && threads && loop) return { kind: "oneInterpreter" };
  const letsGo = loop && loop.waitsAtOnce > 1 && loop.blocked === 0 && loop.helpers === 0;
  if (what.kind === "overlap" && threads && threads.waitsAtOnce > 1 && threads.blocked > 0 && letsGo)
    return { kind: "letGo", threads: threads.threads };
  if (sync && frozen && frozen.blocked > 0 && frozen.total === sync.total) return { kind: "holdsOn" };
  const least = extremeOf(ran, (row) => row.facts.held, Math.min);
  const most = extremeOf(ran, (row) => row.facts.held, Math.max);
  return least.ms === most.ms ? { kind: "heldEqual", ms: most.ms } : { kind: "held", least, most };
}

function extremeOf(
  ran: readonly RanRow[],
  of: (row: RanRow) => Milliseconds,
  choose: (...values: Milliseconds[]) => Milliseconds,
): Extreme {
  const ms = choose(...ran.map(of));
  return { ms, modes: ran.filter((row) => of(row) === ms).map(({ mode }) => mode) };
}
