import { shorten } from "./describe-value.ts";
import { LIMITS } from "./limits.ts";
import type { Result } from "./problem.ts";

/** The value of a JSON text; the length is checked first. A byte order mark, as some editors write, is no mistake. */
export function parseJson(text: string): Result<unknown> {
  if (text.length > LIMITS.inputCharacters) {
    const allowed = String(LIMITS.inputCharacters);
    return { ok: false, problems: [{ path: "", code: "too_long", found: String(text.length), allowed }] };
  }
  const json = text.replace(/^\uFEFF/, "");
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch (error) {
    const found = whereReadingStopped(json, String(error));
    return { ok: false, problems: [{ path: "", code: "not_json", found, allowed: "JSON" }] };
  }
}

/** The text around the place that the platform's message names (`… at position 12`), else the beginning. */
function whereReadingStopped(json: string, message: string): string {
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
  const from = Math.max(0, position - 10);
  return `${from > 0 ? "…" : ""}${shorten(json.slice(from, from + 60)).replace(/\s+/g, " ")}`;
}
