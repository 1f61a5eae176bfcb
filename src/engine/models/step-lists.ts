import type { Step } from "#scenario/scenario.ts";

/** Lists of steps of which equal ones are kept once: among many tasks, what all share stays in the processor's cache. */
export class StepLists {
  private readonly lists = new Map<number, readonly Step[]>();

  /** A list that says the same; mostly the first of its kind. */
  shared(steps: readonly Step[]): readonly Step[] {
    const key = hashOf(steps);
    const known = this.lists.get(key);
    if (known === undefined) this.lists.set(key, steps);
    return known !== undefined && isSameList(known, steps) ? known : steps;
  }
}

function hashOf(steps: readonly Step[]): number {
  let hash = steps.length;
  for (const step of steps) {
    const ms = "ms" in step ? (step.ms ?? 0) : 0;
    hash = (Math.imul(hash, 65_599) + ms + step.kind.length) | 0;
  }
  return hash;
}

function isSameList(some: readonly Step[], others: readonly Step[]): boolean {
  return (
    some.length === others.length && some.every((step, index) => isSameStep(step, others[index] as Step))
  );
}

function isSameStep(one: Step, other: Step): boolean {
  const facts = Object.keys(one) as (keyof Step)[];
  return facts.length === Object.keys(other).length && facts.every((fact) => one[fact] === other[fact]);
}
