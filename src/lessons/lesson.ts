import type { Scenario } from "#scenario/scenario.ts";

/** One lesson: what to run, and what to call it. */
export interface Lesson {
  /** Stands in links: never changes. */
  readonly id: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly scenario: Scenario;
}
