import type { TaskState } from "#trace/model-types.ts";
import { MAIN, type TaskId } from "#trace/trace.ts";
import type { LineCount } from "./line-census.ts";

/** Somebody stands on a line: a task, or the main program. */
export interface Standing {
  readonly task: TaskId;
  readonly state: TaskState;
}

/** How many stand on a line in one state. */
export type Crowd = Omit<LineCount, "line">;

/** Who stands on a line. */
export interface LineStandings {
  /** Those who are named: the tasks in order, the main program last. */
  readonly named: readonly Standing[];
  /** How many more, of the states in which tasks are counted. */
  readonly crowds: readonly Crowd[];
}

/** Who stands where in the program, by index of the line. */
export type Standings = ReadonlyMap<number, LineStandings>;

/** Collects who stands on which line. */
export class StandingsByLine {
  readonly #lines = new Map<number, { named: Standing[]; crowds: Crowd[] }>();

  name(line: number | undefined, standing: Standing): void {
    if (line !== undefined) this.#at(line).named.push(standing);
  }

  count(line: number, crowd: Crowd): void {
    this.#at(line).crowds.push(crowd);
  }

  /** Names somebody who has been counted. */
  nameOneOf(line: number | undefined, standing: Standing): void {
    if (line === undefined) return;
    const there = this.#at(line);
    there.named.push(standing);
    there.crowds = there.crowds
      .map((crowd) => (crowd.state === standing.state ? { ...crowd, count: crowd.count - 1 } : crowd))
      .filter(({ count }) => count > 0);
  }

  inOrder(): Standings {
    for (const { named } of this.#lines.values()) named.sort((a, b) => placeOf(a) - placeOf(b));
    return this.#lines;
  }

  #at(line: number) {
    const there = this.#lines.get(line) ?? { named: [], crowds: [] };
    this.#lines.set(line, there);
    return there;
  }
}

const placeOf = ({ task }: Standing): number => (task === MAIN ? Number.POSITIVE_INFINITY : task);
