import type { Milliseconds } from "#base/units.ts";

/** Far finer than what is shown, far coarser than the error of computing in floating point. */
const NOISE_PER_MS = 10_000;

/** To one decimal, halves to the even digit, as Python's `round(ms, 1)` (IEEE 754 roundTiesToEven). */
export function roundToTenth(ms: Milliseconds): Milliseconds {
  if (Number.isInteger(ms)) return ms;
  const clean = Math.round(ms * NOISE_PER_MS) / NOISE_PER_MS;
  const isExactHalf = Math.abs(clean * 4) % 2 === 1;
  if (!isExactHalf) return Number(clean.toFixed(1));
  const lower = Math.floor(clean * 10);
  return (lower % 2 === 0 ? lower : lower + 1) / 10;
}
