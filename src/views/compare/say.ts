import { assertNever } from "#base/assert-never.ts";
import { writeClock, writeCount } from "#base/write-number.ts";
import type { CompareWords } from "#i18n/compare.ts";
import type { PageMode } from "#scenario/page-mode.ts";
import type { Difference } from "./derive/difference.ts";
import type { What, Why } from "./derive/headline.ts";
import type { Note } from "./derive/note-of.ts";
import { MEASURED_MEMORY, pointOf, writeSize } from "./memory/measured.ts";

/** What modes are called. */
export type ModeNames = Readonly<Record<PageMode, string>>;

/** Whose lanes a mode's tasks hold. */
export const WORKER_KIND: Readonly<Record<PageMode, keyof CompareWords["workers"]>> = {
  sync: "thread",
  threads: "thread",
  pool: "thread",
  processes: "process",
  async: "thread",
  async_blocking: "thread",
};

export function sayNote(note: Note, { notes }: CompareWords): string {
  return "count" in note ? notes[note.kind](note.count) : notes[note.kind]();
}

export function sayWhat(what: What, { what: words }: CompareWords, names: ModeNames): string {
  switch (what.kind) {
    case "simulating":
      return words.simulating(what.done, what.of);
    case "only":
      return words.only(names[what.mode]);
    case "equalComputing":
    case "equalOne":
    case "equalNoOverlap":
    case "equal":
      return words[what.kind](writeClock(what.total));
    case "processesCompute":
      return words.processesCompute(writeClock(what.least), writeClock(what.most));
    case "overlap":
      return words.overlap(what.tasks);
    case "extremes": {
      const { fastest, slowest } = what;
      const nameOf = (mode: PageMode) => names[mode];
      return words.extremes(
        fastest.modes.map(nameOf),
        writeClock(fastest.ms),
        slowest.modes.map(nameOf),
        writeClock(slowest.ms),
      );
    }
    case "none":
    case "otherWork":
    case "noTime":
      return words[what.kind]();
    default:
      return assertNever(what);
  }
}

export function sayWhy(why: Why, { why: words }: CompareWords, names: ModeNames): string {
  switch (why.kind) {
    case "letGo":
      return words.letGo(why.threads);
    case "held": {
      const { least, most } = why;
      const nameOf = (mode: PageMode) => names[mode];
      return words.held(
        least.modes.map(nameOf),
        writeClock(least.ms),
        most.modes.map(nameOf),
        writeClock(most.ms),
      );
    }
    case "heldEqual":
      return words.heldEqual(writeClock(why.ms));
    case "nothing":
    case "seeRows":
    case "oneInterpreter":
    case "holdsOn":
      return words[why.kind]();
    default:
      return assertNever(why);
  }
}

/** Two sentences on what two modes differ in; the second is empty where there is nothing to be said. */
export function sayDifference(
  difference: Difference,
  words: CompareWords,
  names: ModeNames,
): readonly [string, string] {
  const { difference: say, workers } = words;
  switch (difference.kind) {
    case "missing":
      return [say.missing(difference.modes.map((mode) => names[mode])), words.why.seeRows()];
    case "otherWork":
      return [say.otherWork(names[difference.modes[0]], names[difference.modes[1]]), ""];
    case "known": {
      const { modes, totals, held, threads } = difference;
      const [a, b] = [names[modes[0]], names[modes[1]]];
      const [soon, late] = [writeClock(totals[0]), writeClock(totals[1])];
      const inUse = (k: 0 | 1) => workers[WORKER_KIND[modes[k]]](threads[k]);
      return [
        totals[0] === totals[1]
          ? say.equal(a, b, soon)
          : say.sooner(a, b, writeClock(totals[1] - totals[0]), late, soon),
        say.held(a, writeClock(held[0]), inUse(0), b, writeClock(held[1]), inUse(1)),
      ];
    }
  }
}

/** Of so many sleepers both kinds were measured. */
const SLEEPERS = 10_000;

/** What is said while the memory is looked at. */
export function sayMemory(words: CompareWords): readonly [string, string] {
  const sizeOf = (kind: "threads" | "tasks") => writeSize(pointOf(kind, SLEEPERS)?.residentKiB ?? 0);
  const lead = words.memoryLead(writeCount(SLEEPERS), sizeOf("threads"), sizeOf("tasks"));
  return [lead, words.memoryWhy(MEASURED_MEMORY.python)];
}
