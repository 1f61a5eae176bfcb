import { createRandom } from "#base/random.ts";
import type { Milliseconds } from "#base/units.ts";

/** Spans of many lanes as parallel columns, sorted by lane and start: the least that says who did what when. */
export interface Columns {
  readonly lanes: number;
  readonly tEnd: Milliseconds;
  /** Names of the kinds: `ready`, `running`, `suspended`; any other one blocks. */
  readonly kinds: readonly string[];
  readonly lane: ArrayLike<number>;
  readonly start: ArrayLike<Milliseconds>;
  readonly dur: ArrayLike<Milliseconds>;
  /** Index into `kinds`. */
  readonly kind: ArrayLike<number>;
}

const T_END = 60_000;
const SEED = 42;

/** The same lanes every time: each begins somewhere in the first third, and its spans differ greatly in length. */
export function generateColumns(lanes: number, perLane: number): Columns {
  const random = createRandom(SEED);
  const count = lanes * perLane;
  const lane = new Int32Array(count);
  const start = new Float64Array(count);
  const dur = new Float64Array(count);
  const kind = new Uint8Array(count);
  const weights = new Float64Array(perLane);
  for (let task = 0, row = 0; task < lanes; task++) {
    let time = random() * 0.3 * T_END;
    const life = (0.5 + 0.2 * random()) * T_END;
    let sum = 0;
    for (let nth = 0; nth < perLane; nth++) sum += weights[nth] = 0.05 + random() ** 3;
    for (let nth = 0; nth < perLane; nth++, row++) {
      const length = (life * (weights[nth] as number)) / sum;
      lane[row] = task;
      start[row] = time;
      dur[row] = length;
      kind[row] = nth === perLane - 1 ? 3 : nth % 3;
      time += length;
    }
  }
  return { lanes, tEnd: T_END, kinds: ["ready", "running", "suspended", "blocked"], lane, start, dur, kind };
}
