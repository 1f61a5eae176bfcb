import { expect, test } from "vitest";
import type { Scenario } from "./scenario.ts";
import { nameFollowsUrl, nameFromUrl, renameTask, taskUsers, uniqueName } from "./workload-names.ts";

test("a name is the last part of the path, else the host", () => {
  expect(nameFromUrl("http://127.0.0.1:5000/bobo")).toBe("bobo");
  expect(nameFromUrl("https://x.cn/a/b/?q=1#z")).toBe("b");
  expect(nameFromUrl("www.1.com")).toBe("www.1.com");
  expect(nameFromUrl("/%E5%91%A8")).toBe("周");
  expect(nameFromUrl("/100%")).toBe("100%");
});

test("a URL of nothing suggests `task`, and one of much is cut between characters", () => {
  expect(nameFromUrl("")).toBe("task");
  expect(nameFromUrl("https://")).toBe("task");
  const long = nameFromUrl(`/${"😀".repeat(80)}`);
  expect(long).toBe("😀".repeat(28));
});

test("a taken name is numbered, and `main` is always taken", () => {
  expect(uniqueName("bobo", new Set())).toBe("bobo");
  expect(uniqueName("bobo", new Set(["bobo", "bobo-2"]))).toBe("bobo-3");
  expect(uniqueName("main", new Set())).toBe("main-2");
});

test("a name follows its URL when it is what the URL suggests, numbered or not", () => {
  expect(nameFollowsUrl({ name: "bobo", url: "/bobo", steps: [] })).toBe(true);
  expect(nameFollowsUrl({ name: "bobo-2", url: "/bobo", steps: [] })).toBe(true);
  expect(nameFollowsUrl({ name: "A", url: "/bobo", steps: [] })).toBe(false);
  expect(nameFollowsUrl({ name: "bobo-x", url: "/bobo", steps: [] })).toBe(false);
  expect(nameFollowsUrl({ name: "bobo", steps: [] })).toBe(false);
});

const family: Scenario = {
  mode: "async",
  create: "before_loop",
  wait: { style: "only", task: "child" },
  cancels: [{ task: "child", at_ms: 5 }],
  tasks: [
    { name: "parent", steps: [{ kind: "sleep", ms: 1 }], cleanup: [{ kind: "join", task: "child" }] },
    { name: "child", steps: [{ kind: "cancel", task: "parent" }] },
  ],
};

test("a renamed task is renamed wherever it is named", () => {
  expect(renameTask(family, "child", "kid")).toEqual(
    JSON.parse(JSON.stringify(family).replaceAll("child", "kid")),
  );
});

test("users of a task are the tasks whose steps name it, and the main program that waits for it", () => {
  expect(taskUsers(family)).toEqual(
    new Map([
      ["child", new Set(["parent", "main"])],
      ["parent", new Set(["child"])],
    ]),
  );
});
