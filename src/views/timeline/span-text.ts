import type { TimelineWords } from "#i18n/timeline.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { Frame } from "./frame.ts";
import { activityLabel, readyReason, suspendedReason, withReason } from "./span-label.ts";

interface Known {
  readonly words: TimelineWords;
  readonly texts: Map<number, string>;
}

const known = new WeakMap<TraceModel, Known>();
/** As many as are in view, and some that were. */
const MOST_TEXTS = 4000;

type Asked = Pick<Frame, "model" | "words" | "stateNames">;

/**
 * What is written on a span, by its row: what it waits for, or what it is busy with; empty when nothing is known.
 * Remembered, for the same spans come back in every frame, and putting words together takes longer than drawing them.
 */
export function spanText(frame: Asked, row: number): string {
  const { model, words } = frame;
  const texts = textsOf(model, words);
  const before = texts.get(row);
  if (before !== undefined) return before;
  const text = writeText(frame, row);
  if (texts.size >= MOST_TEXTS) texts.clear();
  texts.set(row, text);
  return text;
}

function textsOf(model: TraceModel, words: TimelineWords): Known["texts"] {
  const before = known.get(model);
  if (before?.words === words) return before.texts;
  const texts = new Map<number, string>();
  known.set(model, { words, texts });
  return texts;
}

function writeText({ model, words, stateNames }: Asked, row: number): string {
  const { spanRows, trace, scenario } = model;
  const activity = spanRows.activityAt(row);
  const detail = trace.detailAt(spanRows.fromAt(row));
  switch (spanRows.stateAt(row)) {
    case "suspended":
      return withReason(stateNames.suspended, suspendedReason({ detail }, words), words);
    case "ready":
      return withReason(stateNames.ready, readyReason(scenario, words, activity), words);
    default:
      return activityLabel({ activity, detail }, words);
  }
}
