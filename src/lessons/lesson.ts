import type { Milliseconds } from "#base/units.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { EventType } from "#trace/event-types.ts";

/**
 * The same text in both languages, each written as if first. Three marks may stand in it, which `read-text.ts` reads:
 * `` `code` ``; `{fact}`, filled from the lesson's own trace (`facts.ts` lists them), so that no text says a number that
 * its trace does not give; and `[words](term)`, explained by the glossary's entry of that id.
 */
export interface LessonText {
  readonly en: string;
  readonly zh: string;
}

/** A lesson as the list of lessons knows it: the rest is loaded when it is opened. */
export interface LessonEntry {
  /** Stands in links: never changes. */
  readonly id: string;
  /** `course` = one of the course's own; `beyond` = the shelf for engineers. */
  readonly shelf: "course" | "beyond";
  /** Never gives the answer away. */
  readonly title: LessonText;
  load(): Promise<Lesson>;
}

/** One lesson: a program to run, a question before it, and a way through its trace. */
export interface Lesson {
  /** What the learner will be able to say or do afterwards. */
  readonly objective: LessonText;
  readonly scenario: Scenario;
  /** Asked before the run is shown. */
  readonly question: Question;
  /** The way through the trace, in order. */
  readonly steps: readonly LessonStep[];
  /** Changes to try, each from the lesson's own program. */
  readonly tries: readonly Try[];
  readonly takeaway: LessonText;
  /** Where a simple wording, the course's or ours, is not the whole truth: what holds, kindly. */
  readonly exactly: readonly LessonText[];
  /** Shown on request only. */
  readonly teacher: TeacherNotes;
}

/**
 * A moment of a trace, found by what happens: right after the nth (from 1; default 1) event of this type, of this task
 * where one is named (`main` is the main program), and then `later_ms` on.
 */
export type Moment =
  | "start"
  | "end"
  | {
      readonly event: EventType;
      readonly task?: string;
      readonly nth?: number;
      readonly later_ms?: Milliseconds;
    };

/** A part of the stage. */
export type StageZone = "queue" | "seats" | "hang" | "ended" | "callbacks" | "outside";

/** One step of a lesson: what is to be seen at a moment, and where to look. */
export interface LessonStep {
  readonly at: Moment;
  readonly text: LessonText;
  /** Is selected there: token, lane, code and console are marked. */
  readonly task?: string;
  /** Is framed on the stage there. */
  readonly zone?: StageZone;
  /** Python that is shown with the text: a form that the program does not have, and what CPython makes of it. */
  readonly snippet?: Snippet;
}

export interface Snippet {
  readonly code: string;
  /** What CPython prints or raises for it, as it stands on the screen. */
  readonly outcome?: string;
}

/**
 * A question whose right answer is read off the lesson's trace: the total, in ms; the text of the first line printed
 * after a moment; or the task of the next event of a type after a moment.
 */
export type Question =
  | { readonly about: "total"; readonly ask: LessonText; readonly options: readonly Milliseconds[] }
  | {
      readonly about: "line";
      readonly ask: LessonText;
      readonly after: Moment;
      readonly options: readonly string[];
    }
  | {
      readonly about: "task";
      readonly ask: LessonText;
      readonly after: Moment;
      readonly event: EventType;
      readonly options: readonly string[];
    };

/** A change of the lesson's program by one button, and what to see then; `{facts}` are those of the changed run. */
export interface Try {
  readonly label: LessonText;
  change(scenario: Scenario): Scenario;
  readonly outcome: LessonText;
}

/** For whoever teaches: what to ask the class, what goes wrong in heads, how long it takes. */
export interface TeacherNotes {
  readonly minutes: number;
  readonly ask: readonly LessonText[];
  readonly mistakes: readonly LessonText[];
}
