import type { PageMode } from "#scenario/page-mode.ts";

/** A line for each mode, told apart by its rhythm: lengths of dash and gap in the design's px. */
export const DASHES: Readonly<Record<PageMode, readonly number[]>> = {
  sync: [],
  threads: [2, 4],
  pool: [12, 5],
  processes: [2, 2, 8, 4],
  async: [7, 4],
  async_blocking: [14, 4, 2, 4],
};
