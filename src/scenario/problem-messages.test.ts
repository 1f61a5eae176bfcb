import { describe, expect, test } from "vitest";
import type { Problem, ProblemCode } from "./problem.ts";
import { formatProblem } from "./problem-messages.ts";

const EVERY_CODE: Readonly<Record<ProblemCode, true>> = {
  not_json: true,
  too_long: true,
  too_many: true,
  wrong_type: true,
  not_an_integer: true,
  out_of_range: true,
  malformed_text: true,
  not_allowed: true,
  reserved: true,
  unknown_field: true,
  missing: true,
  duplicate: true,
  unknown_task: true,
  needs: true,
  cycle: true,
  nothing_starts: true,
  started_twice: true,
  too_deep: true,
  unknown_version: true,
  broken_link: true,
  more: true,
};
const codes = Object.keys(EVERY_CODE) as ProblemCode[];

/** Which codes leave out what: the place of text that is no JSON, the value of a missing field, and so on. */
const WITHOUT_PATH: readonly ProblemCode[] = ["not_json", "unknown_version", "more"];
const WITHOUT_FOUND: readonly ProblemCode[] = ["unknown_field", "missing", "nothing_starts"];
const WITHOUT_ALLOWED: readonly ProblemCode[] = [
  "not_json",
  "malformed_text",
  "reserved",
  "missing",
  "cycle",
  "nothing_starts",
  "more",
];

describe.each(["en", "zh"] as const)("in %s", (language) => {
  test.each(codes)("%s names the place, what was found and what is allowed", (code) => {
    const sentence = formatProblem(
      { path: "tasks[2].steps[0].ms", code, found: "FOUND", allowed: "ALLOWED" },
      language,
    );
    expect(sentence.includes("tasks[2].steps[0].ms")).toBe(!WITHOUT_PATH.includes(code));
    expect(sentence.includes("FOUND")).toBe(!WITHOUT_FOUND.includes(code));
    expect(sentence.includes("ALLOWED")).toBe(!WITHOUT_ALLOWED.includes(code));
  });
});

test("long numbers are grouped, in what is allowed and in sizes, but not inside quoted text", () => {
  const problem: Problem = {
    path: "tasks[0].name",
    code: "not_allowed",
    found: '"1000000"',
    allowed: "0…86400000",
  };
  expect(formatProblem(problem, "en")).toBe('tasks[0].name is "1000000"; allowed is 0…86,400,000.');
});

test("the input as a whole has a name of its own", () => {
  const problem: Problem = { path: "", code: "wrong_type", found: "5", allowed: "object" };
  expect(formatProblem(problem, "en")).toBe("The input is 5; it must be an object {…}.");
  expect(formatProblem(problem, "zh")).toBe("“输入” 是 5，这里应当是一个对象 {…}。");
});

test("a near name is suggested", () => {
  const problem: Problem = {
    path: "wrokers",
    code: "unknown_field",
    found: '"wrokers"',
    allowed: "workers",
    nearest: "workers",
  };
  expect(formatProblem(problem, "en")).toMatch(/Did you mean workers\?$/);
  expect(formatProblem(problem, "zh")).toMatch(/是不是想写 workers？$/);
});
