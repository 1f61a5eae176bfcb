import { writeFixed } from "./write-number.ts";

/** How many times as fast; decimals only where they count for something. */
export const ratio = (times: number): string => writeFixed(times, times < 100 ? 1 : 0);

/** A share of one in per cent. What is not all is never rounded up to all, nor what is something down to nothing. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return "99";
  return rounded === 0 && share > 0 ? "1" : String(rounded);
}
