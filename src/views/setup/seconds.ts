import type { Milliseconds } from "#base/units.ts";

/** Milliseconds as a person writes seconds: 2000 is `2`, 250 is `0.25`. */
export function formatSeconds(ms: Milliseconds): string {
  return String(ms / 1000);
}

/** Seconds as a person types them (`2`, `2.5`, `.25`, full-width digits too), in whole ms; else what is wrong. */
export function parseSeconds(text: string): Milliseconds | "not_a_number" | "too_precise" {
  const typed = text.normalize("NFKC").trim();
  if (!/^(\d+\.?\d*|\.\d+)$/.test(typed)) return "not_a_number";
  const decimals = /\.(\d*?)0*$/.exec(typed)?.[1] ?? "";
  return decimals.length > 3 ? "too_precise" : Math.round(Number(typed) * 1000);
}
