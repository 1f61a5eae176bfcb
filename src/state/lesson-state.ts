import type { Lesson } from "#lessons/lesson.ts";
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
  /** Which change of the lesson's is in force; undefined = none. */
  readonly tried: number | undefined;
}

export type LessonState = { readonly status: "closed" } | ({ readonly status: "open" } & OpenLesson);

/** The last part: what to try and to take away. */
export const lastPart = ({ steps }: Lesson): number => steps.length + 1;

/** A part that the lesson has. */
export const partWithin = (lesson: Lesson, part: number): number =>
  Math.max(0, Math.min(Math.trunc(part), lastPart(lesson)));

/** The lesson whose question is being asked: as long as it is, nothing is shown of the run of its program. */
export function askedLesson({
  course,
  history,
  comparing,
}: Pick<AppState, "course" | "history" | "comparing">): OpenLesson | undefined {
  if (course.status !== "open" || course.guess.status !== "asking" || comparing !== undefined)
    return undefined;
  return course.lesson.scenario === history.present ? course : undefined;
}
