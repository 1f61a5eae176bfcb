import type { Milliseconds } from "#base/units.ts";

/**
 * Every limit on what may be put in, in one place. They are generous for a page that teaches and small enough that
 * no input can freeze it. Text is counted in UTF-16 code units, as `String.length` does; all bounds are inclusive.
 */
export const LIMITS = {
  tasks: 100_000,
  /** In one `steps` or `cleanup` list. */
  stepsPerTask: 100_000,
  /** Steps, cleanup steps and callbacks of all tasks together; a called body counts at every call. */
  stepsInTotal: 400_000,
  /** How deep calls may nest. CPython's own recursion limit is of the same order (`sys.getrecursionlimit`). */
  callDepth: 100,
  callbacksPerTask: 100,
  cancels: 1_000,
  /** Any duration or moment: one day. */
  ms: 86_400_000 satisfies Milliseconds,
  workers: 1_000,
  /** `chunk_size`, `limit.*`, `server.workers`, `offload_workers`. */
  places: 10_000,
  /** `machine.cores`. */
  cores: 64,
  /** `machine.time_slice_ms`. */
  timeSliceMs: 60_000 satisfies Milliseconds,
  /** `machine.other_programs`. */
  otherPrograms: 8,
  /** A run in which who computes changes more often than this is simulated with computing shared out evenly instead. */
  switches: 20_000,
  /**
   * The same where more threads than this compute at one moment and the scenario says nothing of its machine: their turns
   * come round so late that who ends first would hang on who began first.
   */
  threadsInTurn: 9,
  nameCharacters: 64,
  urlCharacters: 2_048,
  /** `id`, `title`, `family`, `text`, `result`, `error`, `fail`. */
  textCharacters: 1_000,
  /** A scenario as JSON text. */
  inputCharacters: 16_000_000,
  /** The hash of an address. */
  linkCharacters: 2_000_000,
  /** A compressed link once it is unpacked. */
  unpackedLinkBytes: 16_000_000,
  /** Problems listed for one input; the rest is counted. */
  listedProblems: 100,
  /** Names listed as what is allowed where a task must be named. */
  listedNames: 12,
  /** Checking stops here: an input that is wrong throughout is not worth reading to its end. */
  countedProblems: 1_000,
} as const;
