import type { PageMode } from "#scenario/page-mode.ts";
import type { RunFacts } from "./facts.ts";

/** What is to be said of one mode's run in a few words. */
export type Note =
  | { readonly kind: "inTurn" }
  | { readonly kind: "waitTogether"; readonly count: number }
  | { readonly kind: "computeInTurn" }
  | { readonly kind: "threadEach" }
  | { readonly kind: "processesWait"; readonly count: number }
  | { readonly kind: "processEach" }
  | { readonly kind: "atMost"; readonly count: number }
  | { readonly kind: "crew" }
  | { readonly kind: "letsGo" }
  | { readonly kind: "letsGoAtTimes" }
  | { readonly kind: "holdsOn" }
  | { readonly kind: "oneComputes" }
  | { readonly kind: "oneThread" };

const NOTES: Readonly<Record<PageMode, (facts: RunFacts) => Note>> = {
  sync: () => ({ kind: "inTurn" }),
  threads: (facts) => {
    if (facts.waitsAtOnce > 1) return { kind: "waitTogether", count: facts.waitsAtOnce };
    return { kind: facts.computing > 0 && facts.tasks > 1 ? "computeInTurn" : "threadEach" };
  },
  pool: (facts) => {
    const isFull = facts.inFlight === facts.threads && facts.tasks > facts.threads;
    if (isFull) return { kind: "atMost", count: facts.inFlight };
    return facts.waitsAtOnce > 1 ? { kind: "waitTogether", count: facts.waitsAtOnce } : { kind: "crew" };
  },
  processes: (facts) =>
    facts.waitsAtOnce > 1 ? { kind: "processesWait", count: facts.waitsAtOnce } : { kind: "processEach" },
  async: noteOnLoop,
  async_blocking: noteOnLoop,
};

/** Waits that hold the loop's thread, waits that give it back, or none. */
function noteOnLoop(facts: RunFacts): Note {
  if (facts.waitsAtOnce > 0 && facts.blocked === 0) return { kind: "letsGo" };
  if (facts.blocked > 0) return { kind: facts.waitsAtOnce > 1 ? "letsGoAtTimes" : "holdsOn" };
  return { kind: facts.computing > 0 ? "oneComputes" : "oneThread" };
}

export const noteOf = (mode: PageMode, facts: RunFacts): Note => NOTES[mode](facts);
