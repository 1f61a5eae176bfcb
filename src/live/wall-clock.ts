import type { WallTime } from "#base/units.ts";

/**
 * Now, on the one clock that the page and its workers share: both terms are monotonic, and `timeOrigin` puts the zero
 * of each context's `performance.now()` in relation to the others' (High Resolution Time, § 4). `Date.now()` may jump.
 */
export const wallNow = (): WallTime => (performance.timeOrigin + performance.now()) as WallTime;
