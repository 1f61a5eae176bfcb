import type * as v from "valibot";
import { describeValue, formatPath } from "./describe-value.ts";
import { LIMITS } from "./limits.ts";
import { nearestName } from "./nearest-name.ts";
import type { Problem, ProblemCode } from "./problem.ts";

type Issue = v.BaseIssue<unknown>;
type Keys = readonly (string | number)[];

/** What the schema library found, as problems; `prefix` leads to the value that was checked. */
export function problemsOfIssues(issues: readonly Issue[], prefix: Keys): Problem[] {
  return issues
    .slice(0, LIMITS.countedProblems)
    .flatMap((issue) => (isUnknownField(issue) ? unknownFields(issue, prefix) : problemOf(issue, prefix)));
}

/** The keys that lead to an issue, from the value that was checked. */
export function keysOf(issue: Issue): Keys {
  return (issue.path ?? []).map((item) => item.key as string | number);
}

/** The schema's messages hold no words but what is allowed (`schema-parts.ts`). */
function problemOf(issue: Issue, prefix: Keys): Problem {
  const path = formatPath([...prefix, ...keysOf(issue)]);
  const code = codeOf(issue);
  const { input, message: allowed } = issue;
  if (isFieldIssue(issue)) return { path, code, found: "", allowed: "" };
  if (code === "too_long" || code === "too_many") {
    return { path, code, found: String((input as string | unknown[]).length), allowed };
  }
  return { path, code, found: describeValue(input), allowed, ...nearest(input, allowed) };
}

function codeOf(issue: Issue): ProblemCode {
  switch (issue.type) {
    case "strict_object":
    case "loose_object":
    case "min_length":
      return "missing";
    case "max_length":
      return typeof issue.input === "string" ? "too_long" : "too_many";
    case "number":
      return "not_an_integer";
    case "picklist":
    case "literal":
    case "union":
      return "not_allowed";
    case "check":
      if (typeof issue.input === "string") return "malformed_text";
      return Number.isInteger(issue.input) ? "out_of_range" : "not_an_integer";
    default:
      return "wrong_type";
  }
}

/** A required field is absent, or an unknown one is there: the issue is about the key, not about a value. */
const isFieldIssue = ({ type }: Issue) => type === "strict_object" || type === "loose_object";

const isUnknownField = (issue: Issue) => isFieldIssue(issue) && issue.expected === "never";

/** The library stops at an object's first unknown field; its author wants to hear of all of them. */
function unknownFields(issue: Issue, prefix: Keys): Problem[] {
  const object = issue.path?.at(-1)?.input as object;
  const keys = [...prefix, ...keysOf(issue).slice(0, -1)];
  const allowed = issue.message;
  const known = new Set(allowed.split(" | "));
  return Object.keys(object)
    .filter((field) => !known.has(field))
    .slice(0, LIMITS.countedProblems)
    .map((field) => ({
      path: formatPath([...keys, field]),
      code: "unknown_field",
      found: describeValue(field),
      allowed,
      ...nearest(field, allowed),
    }));
}

function nearest(found: unknown, allowed: string): { nearest?: string } {
  const name = typeof found === "string" ? nearestName(found, allowed.split(" | ")) : undefined;
  return name === undefined ? {} : { nearest: name };
}
