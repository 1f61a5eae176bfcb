import type { consoleMessages } from "#i18n/console.ts";
import { wasCutOff } from "#trace/has-ended.ts";
import type { Trace } from "#trace/trace.ts";

type Words = Pick<(typeof consoleMessages)["en"], "errors" | "inGroup" | "cutOff" | "endedByError">;

/** How a run came to its end, if anything but the last line of its program brought it there. */
export function endingInWords(trace: Trace, words: Words): string | undefined {
  const error = trace.length === 0 ? undefined : trace.detailAt(trace.length - 1).error;
  if (error === undefined) return undefined;
  return wasCutOff(trace) ? words.cutOff : words.endedByError(errorInWords(error, words));
}

/** An error as a trace names it (`boom`, `timeout`, `group(boom, timeout)`), in plain words. */
export function errorInWords(error: string, words: Words): string {
  const group = /^group\((.*)\)$/s.exec(error)?.[1];
  if (group !== undefined) return words.inGroup(group.split(", ").map((one) => errorInWords(one, words)));
  return words.errors[error] ?? error;
}
