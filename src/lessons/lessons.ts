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
