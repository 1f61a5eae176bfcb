import type { Scenario } from "#scenario/scenario.ts";

/** Three pages of the learner's own server, two seconds each, parsed in a done-callback: what a visitor sees first. */
export const crawlerScenario: Scenario = {
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
};
