import type { Milliseconds } from "#base/units.ts";
import type { SetupMessages } from "#i18n/setup.ts";
import { LIMITS } from "#scenario/limits.ts";
import type { Checked } from "#ui/draft-field.tsx";
import { formatSeconds, parseSeconds } from "./seconds.ts";

/** What may be typed into the fields of the form; the limits are the format's. */

const right = <T>(value: T): Checked<T> => ({ ok: true, value });
const wrong = (message: string): Checked<never> => ({ ok: false, message });

const MAX_SECONDS = formatSeconds(LIMITS.ms);

/** Seconds, in whole milliseconds. */
export function checkSeconds(words: SetupMessages, field: string) {
  return (text: string): Checked<Milliseconds> => {
    const ms = parseSeconds(text);
    if (ms === "too_precise") return wrong(words.tooPrecise(field));
    return ms === "not_a_number" || ms > LIMITS.ms
      ? wrong(words.needsSeconds(field, MAX_SECONDS))
      : right(ms);
  };
}

/** Seconds, or nothing. */
export function checkOptionalSeconds(words: SetupMessages, field: string) {
  const check = checkSeconds(words, field);
  return (text: string): Checked<Milliseconds | undefined> => {
    if (text.trim() === "") return right(undefined);
    const checked = check(text);
    if (checked.ok || parseSeconds(text) === "too_precise") return checked;
    return wrong(words.needsSecondsOrNothing(field, MAX_SECONDS));
  };
}

function parseCount(text: string, min: number, max: number): number | undefined {
  const typed = text.normalize("NFKC").trim();
  const count = /^\d{1,15}$/.test(typed) ? Number(typed) : Number.NaN;
  return count >= min && count <= max ? count : undefined;
}

/** A whole number. */
export function checkCount(words: SetupMessages, field: string, min: number, max: number) {
  return (text: string): Checked<number> => {
    const count = parseCount(text, min, max);
    return count === undefined ? wrong(words.needsCount(field, min, max)) : right(count);
  };
}

/** A whole number from 1, or nothing. */
export function checkOptionalCount(words: SetupMessages, field: string, max: number) {
  return (text: string): Checked<number | undefined> => {
    if (text.trim() === "") return right(undefined);
    const count = parseCount(text, 1, max);
    return count === undefined ? wrong(words.needsCountOrNothing(field, 1, max)) : right(count);
  };
}

/** A program's name: not empty, and within the format's limit. */
export function checkProgramName(words: SetupMessages) {
  return (text: string): Checked<string> => {
    const isName =
      text.trim() !== "" && text.length <= LIMITS.nameCharacters && !/\p{Surrogate}|\0/u.test(text);
    return isName ? right(text) : wrong(words.needsName(LIMITS.nameCharacters));
  };
}

/** Any label that can be stored and shared; a lone half of a surrogate pair cannot. */
export function checkUrl(words: SetupMessages) {
  return (text: string): Checked<string> => {
    if (text.length > LIMITS.urlCharacters) return wrong(words.urlTooLong(text.length, LIMITS.urlCharacters));
    return /\p{Surrogate}/u.test(text) ? wrong(words.urlMalformed) : right(text);
  };
}
