import { limitTerms } from "./glossary-limits.ts";
import { loopTerms } from "./glossary-loop.ts";
import { threadTerms } from "./glossary-threads.ts";
import { waitingTerms } from "./glossary-waiting.ts";
import type { LessonText, Moment } from "./lesson.ts";

/** A word of the field, in both languages, and where it can be seen. */
export interface Term {
  /** Stands in lesson texts and links. */
  readonly id: string;
  /** The one translation: the texts use no other. */
  readonly name: LessonText;
  readonly meaning: LessonText;
  /** A lesson in whose trace the thing can be seen, and when. */
  readonly seen: { readonly lesson: string; readonly at: Moment };
}

export const glossary: readonly Term[] = [...waitingTerms, ...threadTerms, ...loopTerms, ...limitTerms];
