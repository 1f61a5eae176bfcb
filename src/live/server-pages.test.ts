import { expect, it } from "vitest";
import type { Scenario } from "#scenario/scenario.ts";
import { listPages } from "./server-pages.ts";

const scenario: Scenario = {
  mode: "async",
  tasks: [
    { name: "bobo", url: "http://127.0.0.1:5000/bobo", steps: [{ kind: "io", ms: 100 }] },
    { name: "ann", url: "https://example.com/people/ann?x=1", steps: [{ kind: "io", ms: 100 }] },
    { name: "leo", steps: [{ kind: "io", ms: 100 }] },
    { name: "nap", steps: [{ kind: "sleep", ms: 100 }] },
  ],
};

it("lists the server's own pages, then those that only the scenario names, each once", () => {
  expect(listPages(scenario).map(({ path }) => path)).toEqual([
    "/",
    "/main",
    "/bobo",
    "/jay",
    "/tom",
    "/people/ann",
    "/leo",
  ]);
});

it("counts the images that a page really holds", () => {
  const images = new Map(listPages(scenario).map((page) => [page.path, page.images]));
  expect([images.get("/"), images.get("/bobo"), images.get("/leo")]).toEqual([0, 3, 2]);
});
