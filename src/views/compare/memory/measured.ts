import measured from "./measured-memory.json";

/** So many sleepers of one kind, and by how much the process had grown when all of them slept. */
export type MemoryPoint =
  | {
      readonly kind: string;
      readonly count: number;
      readonly residentKiB: number;
      readonly virtualKiB: number;
      /** The least and the greatest of the runs. */
      readonly residentRange: readonly number[];
      readonly refused?: never;
    }
  /** The system gives a process no more than so many. */
  | { readonly kind: string; readonly count: number; readonly refused: number; readonly residentKiB?: never };

export interface MeasuredMemory {
  readonly python: string;
  readonly system: string;
  /** Each figure is their median. */
  readonly runs: number;
  readonly points: readonly MemoryPoint[];
}

/**
 * How much memory sleepers take in real CPython, in KiB; written by `.scripts/measure-memory.py`, which says how. A thread
 * sleeps in `time.sleep`, a task in `asyncio.sleep`. Resident = VmRSS, virtual = VmSize of `/proc/self/status` (Linux,
 * proc(5)). What threads reserve is 8 MiB of stack each (`ulimit -s`), and 64 MiB for each of glibc's malloc arenas, of
 * which there are at most 8 per core. Nothing between or beyond the points was measured, and nothing is derived for it.
 */
export const MEASURED_MEMORY: MeasuredMemory = measured as MeasuredMemory;

/** The counts that were measured, ascending. */
export const MEASURED_COUNTS: readonly number[] = [
  ...new Set(MEASURED_MEMORY.points.map(({ count }) => count)),
].sort((a, b) => a - b);

export const pointOf = (kind: "threads" | "tasks", count: number): MemoryPoint | undefined =>
  MEASURED_MEMORY.points.find((point) => point.kind === kind && point.count === count);

/** In the unit that leaves the fewest digits: `1.6 MiB`. */
export function writeSize(kib: number): string {
  const units = ["KiB", "MiB", "GiB", "TiB"];
  let [size, unit] = [kib, 0];
  while (size >= 1024 && unit < units.length - 1) [size, unit] = [size / 1024, unit + 1];
  return `${size.toFixed(size < 100 ? 1 : 0)}\u00a0${units[unit]}`;
}
