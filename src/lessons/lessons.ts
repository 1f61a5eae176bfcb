import { crawler } from "./crawler.ts";
import type { Lesson } from "./lesson.ts";

/** Every lesson, in the order in which they are taught. */
export const lessons: readonly Lesson[] = [crawler];

/** What a visitor without a link sees. */
export const defaultLesson = crawler;
