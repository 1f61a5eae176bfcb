import type { Lesson } from "./lesson.ts";

/** The course's last program: three pages of the learner's own server, two seconds each, parsed in a done-callback. */
export const crawler: Lesson = {
  id: "crawler",
  title: { en: "The crawler", zh: "三个页面的爬虫" },
  scenario: {
    version: 1,
    id: "crawler",
    mode: "async",
    workers: 3,
    create: "before_loop",
    wait: { style: "wait" },
    tasks: ["bobo", "jay", "tom"].map((name) => ({
      name,
      url: `http://127.0.0.1:5000/${name}`,
      steps: [{ kind: "io", ms: 2000 }],
      result: `/static/${name}.png`,
      callbacks: [{ name: "parse", reads_result: true }],
    })),
  },
};
