import type { Lesson } from "#lessons/lesson.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { AppState } from "./app-store.ts";

/** What the visitor thinks will happen: asked before the run is shown; `skipped` = they would rather just see. */
export type Guess =
  | { readonly status: "asking" | "skipped" }
  /** Which option they chose. */
  | { readonly status: "answered"; readonly option: number };

/** The lesson that is open beside the run. */
export interface OpenLesson {
  readonly id: string;
  readonly lesson: Lesson;
  /** 0 = what it is about; k = its k-th step; one more than its steps = what to try and to take away. */
  readonly part: number;
  readonly guess: Guess;
  /** The run of its own scenario, which its texts speak of; absent until that has been simulated. */
  readonly model: TraceModel | undefined;
  /** The last change of the lesson's that was made: its place among them, and the scenario that came of it. */
  readonly tried: { readonly index: number; readonly scenario: Scenario } | undefined;
}

export type LessonState = { readonly status: "closed" } | ({ readonly status: "open" } & OpenLesson);

/** Which of the lesson's changes a run is of; undefined = none: it was undone, or something else changed, too. */
export const triedIn = ({ tried }: OpenLesson, shown: TraceModel | undefined): number | undefined =>
  tried !== undefined && shown?.scenario === tried.scenario ? tried.index : undefined;

/** The last part: what to try and to take away. */
export const lastPart = ({ steps }: Lesson): number => steps.length + 1;

/** A part that the lesson has. */
export const partWithin = (lesson: Lesson, part: number): number =>
  Math.max(0, Math.min(Math.trunc(part), lastPart(lesson)));

/**
 * Is the part open at which a lesson asks? Its digits mean options there, also once it is answered: who presses another
 * one wants to answer otherwise, not to change the lesson's program.
 */
export const isAtQuestion = ({ course, comparing }: Pick<AppState, "course" | "comparing">): boolean =>
  course.status === "open" && course.part === 0 && comparing === undefined;

/**
 * The lesson whose question is being asked: as long as it is, nothing is shown of the run of its program. Not while modes
 * are compared: who compares them sees them all.
 */
export function askedLesson({
  course,
  history,
  comparing,
}: Pick<AppState, "course" | "history" | "comparing">): OpenLesson | undefined {
  if (course.status !== "open" || course.guess.status !== "asking" || comparing !== undefined)
    return undefined;
  return course.lesson.scenario === history.present ? course : undefined;
}
