import { createRandom } from "#base/random.ts";
import type { Milliseconds } from "#base/units.ts";
import type { Scenario, TaskSpec } from "./scenario.ts";
import { fits, freshNames, newRequestKind, siteOf, stepOfKind } from "./workload-edits.ts";

/** How the delays of many rows are made. */
export type DelayPattern =
  | { readonly kind: "equal"; readonly ms: Milliseconds }
  /** Evenly from `from` to `to`, both included. */
  | { readonly kind: "spread"; readonly from: Milliseconds; readonly to: Milliseconds }
  /** Between `from` and `to`; the same seed gives the same delays everywhere. */
  | {
      readonly kind: "random";
      readonly from: Milliseconds;
      readonly to: Milliseconds;
      readonly seed: number;
    };

/** `count` delays in whole milliseconds. */
export function generateDelays(count: number, pattern: DelayPattern): readonly Milliseconds[] {
  const delays = (delayAt: (k: number) => number) =>
    Array.from({ length: count }, (_, k) => Math.round(delayAt(k)));
  switch (pattern.kind) {
    case "equal":
      return delays(() => pattern.ms);
    case "spread": {
      const step = count > 1 ? (pattern.to - pattern.from) / (count - 1) : 0;
      return delays((k) => pattern.from + k * step);
    }
    case "random": {
      const random = createRandom(pattern.seed);
      return delays(() => pattern.from + random() * (pattern.to - pattern.from));
    }
  }
}

/**
 * Many requests at once, named `p1`, `p2` …: instead of the rows there are, or behind them. Replacing starts from new
 * tasks: cancellations of old ones go, a wait for one of them waits for the first, callbacks that all of them had stay.
 */
export function generateRows(
  scenario: Scenario,
  count: number,
  pattern: DelayPattern,
  place: "replace" | "append",
): Scenario {
  const kept = place === "append" ? scenario.tasks : [];
  const names = freshNames({ tasks: kept }, count);
  const site = siteOf(scenario);
  const kind = newRequestKind(scenario);
  const callbacks = scenario.tasks.every((task) => task.callbacks) ? scenario.tasks[0]?.callbacks : undefined;
  const made = generateDelays(count, pattern).map((ms, k): TaskSpec => {
    const name = names[k] as string;
    return { name, url: `${site}/${name}`, steps: [stepOfKind(kind, ms)], ...(callbacks && { callbacks }) };
  });
  const appended = { ...scenario, tasks: [...kept, ...made] };
  if (!fits(appended)) return scenario;
  if (place === "append") return appended;
  const { cancels: _, wait, ...rest } = scenario;
  const waitForNew = wait?.task === undefined ? wait : { ...wait, task: names[0] as string };
  return { ...rest, tasks: made, ...(waitForNew && { wait: waitForNew }) };
}
