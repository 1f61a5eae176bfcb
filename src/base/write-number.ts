import type { Milliseconds } from "./units.ts";

// Numbers as the page writes them, in both languages alike: 10,000 and 22,450.00.

/** A whole number. */
export const writeCount = (count: number): string => group(String(count));

/** A number with so many decimals. */
export const writeFixed = (value: number, decimals: number): string => group(value.toFixed(decimals));

/** A duration or a moment in seconds, with two decimals, as every clock of the page shows it. */
export const writeClock = (ms: Milliseconds): string => writeFixed(ms / 1000, 2);

/** A duration in seconds with as many decimals as it needs, to the millisecond. */
export const writeSeconds = (ms: Milliseconds): string => group(String(Number((ms / 1000).toFixed(3))));

/** Without `Intl`, which costs too much for what is written in every frame. */
function group(digits: string): string {
  const [whole, fraction] = digits.split(".") as [string, string?];
  const grouped = whole.replace(/\d(?=(?:\d{3})+$)/g, "$&,");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
