import type { consoleMessages } from "#i18n/console.ts";

type Words = Pick<(typeof consoleMessages)["en"], "errors" | "inGroup">;

/** An error as a trace names it (`boom`, `timeout`, `group(boom, timeout)`), in plain words. */
export function errorInWords(error: string, words: Words): string {
  const group = /^group\((.*)\)$/s.exec(error)?.[1];
  if (group !== undefined) return words.inGroup(group.split(", ").map((one) => errorInWords(one, words)));
  return words.errors[error] ?? error;
}
