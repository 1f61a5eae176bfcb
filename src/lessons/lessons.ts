import { crawlerScenario } from "./crawler-scenario.ts";
import type { LessonEntry } from "./lesson.ts";

/** Every lesson, in the order in which they are taught. */
export const lessons: readonly LessonEntry[] = [
  {
    id: "crawler",
    shelf: "course",
    title: { en: "The whole crawler", zh: "完整的爬虫" },
    load: async () => (await import("./course/crawler.ts")).crawler,
  },
];

/** What a visitor without a link sees: the last lesson's program, without the lesson. */
export const firstSight = { id: "crawler", scenario: crawlerScenario } as const;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** What a lesson is called in a list: the course's own by numbers, those beyond it by letters; "" for no lesson. */
export function lessonNumber(id: string): string {
  const entry = lessons.find((lesson) => lesson.id === id);
  if (entry === undefined) return "";
  const nth = lessons.filter(({ shelf }) => shelf === entry.shelf).indexOf(entry);
  return entry.shelf === "course" ? String(nth + 1) : (LETTERS[nth] ?? "");
}

/** The lesson after this one; undefined after the last. */
export const lessonAfter = (id: string): LessonEntry | undefined =>
  lessons[lessons.findIndex((lesson) => lesson.id === id) + 1];

/** The address that opens a lesson at its beginning. */
export const lessonLink = (id: string): string => `#lesson=${id}`;
