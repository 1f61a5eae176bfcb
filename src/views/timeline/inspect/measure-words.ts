import type { InspectWords } from "#i18n/inspect.ts";
import { fixedSeconds, measuredSeconds } from "../span-label.ts";
import { extentOf, type MeasuredRange } from "./measure.ts";

/** Below this, a length is told in milliseconds. */
const SHORT_MS = 100;

/** A length of time as it is read best: 12 ms, 0.50 s. A clock's has all its decimals. */
export function lengthInWords(ms: number, words: InspectWords, byClock: boolean): string {
  if (ms < SHORT_MS)
    return words.milliseconds(byClock && ms % 1 !== 0 ? ms.toFixed(1) : String(Math.round(ms)));
  return words.seconds((byClock ? measuredSeconds : fixedSeconds)(ms));
}

/** What stands at the bracket. */
export function measureLabel(range: MeasuredRange, words: InspectWords, byClock: boolean): string {
  const { ms, events } = extentOf(range);
  return words.measured(lengthInWords(ms, words, byClock), events);
}

/** The same for whoever listens, with both ends. */
export function measureInWords(range: MeasuredRange, words: InspectWords, byClock: boolean): string {
  const { ms, events } = extentOf(range);
  const seconds = byClock ? measuredSeconds : fixedSeconds;
  const length = lengthInWords(ms, words, byClock);
  return words.measuredInWords(length, seconds(range.from.time), seconds(range.to.time), events);
}
