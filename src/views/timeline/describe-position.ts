import type { TimelineWords } from "#i18n/timeline.ts";
import type { Snapshot } from "#trace/model-types.ts";
import { fixedSeconds } from "./span-label.ts";

const SAID = ["running", "blocked", "suspended", "ready", "done", "failed", "cancelled"] as const;

/** A position in words: “1.20 s, step 14/62, 3 tasks suspended”. Steps count from 1; 0 = nothing has happened yet. */
export function describePosition(snapshot: Snapshot, steps: number, words: TimelineWords): string {
  const counts = SAID.filter((state) => snapshot.counts[state] > 0).map((state) =>
    words.counts[state](snapshot.counts[state]),
  );
  return [words.position(fixedSeconds(snapshot.time), snapshot.step + 1, steps), ...counts].join(words.comma);
}
