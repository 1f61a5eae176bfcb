import { describeValue, formatPath } from "./describe-value.ts";
import { LIMITS } from "./limits.ts";
import type { Problem } from "./problem.ts";

export const LINK_PARAMETERS = [
  "v",
  "scenario",
  "z",
  "lesson",
  "part",
  "lang",
  "theme",
  "run",
  "compare",
  "at",
  "step",
] as const;
export type LinkParameter = (typeof LINK_PARAMETERS)[number];

/**
 * The parameters of a hash as they stand there, still encoded. The first of a name counts. Bare JSON is put together
 * again where a `&` in it is no parameter.
 */
export function readParameters(hash: string, problems: Problem[]): ReadonlyMap<LinkParameter, string> {
  const parameters = new Map<LinkParameter, string>();
  const scenario: string[] = [];
  let inBareJson = false;
  for (const piece of hash.replace(/^#/, "").split("&")) {
    const [name, value] = splitOnce(piece);
    if (isLinkParameter(name) && !parameters.has(name)) {
      parameters.set(name, value);
      inBareJson = name === "scenario" && isBareJson(value);
      if (inBareJson) scenario.push(value);
    } else if (inBareJson) scenario.push(piece);
    else if (piece !== "" && problems.length < LIMITS.listedProblems) {
      problems.push(strayParameter(name, value, parameters));
    }
  }
  return scenario.length === 0 ? parameters : parameters.set("scenario", scenario.join("&"));
}

/** A parameter's text; undefined when a `%` in it begins no character. */
export function decodeText(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/**
 * JSON in a link, however it was written: encoded by `encodeURIComponent`; by a form (Python's `urlencode`,
 * `URLSearchParams`), where `+` is a space; by a browser's address bar, which encodes quotes and spaces but no `%`;
 * or not at all.
 */
export function decodeJsonText(value: string): string | undefined {
  if (value.includes('"')) return value;
  if (!isBareJson(value)) return decodeText(value.replace(/\+/g, " "));
  return value.replace(/(?:%[\da-f]{2})+/gi, (characters) => decodeText(characters) ?? characters);
}

/** JSON in which not everything is encoded: each has a colon, which the strict ways of encoding never leave. */
const isBareJson = (value: string) => value.includes(":");

const isLinkParameter = (name: string): name is LinkParameter =>
  (LINK_PARAMETERS as readonly string[]).includes(name);

function splitOnce(piece: string): [name: string, value: string] {
  const equals = piece.indexOf("=");
  return equals < 0 ? [piece, ""] : [piece.slice(0, equals), piece.slice(equals + 1)];
}

function strayParameter(name: string, value: string, parameters: ReadonlyMap<string, string>): Problem {
  const path = formatPath([name]);
  const first = parameters.get(name);
  if (first === undefined) {
    return { path, code: "unknown_field", found: describeValue(name), allowed: LINK_PARAMETERS.join(" | ") };
  }
  const found = `${describeValue(first)}, ${describeValue(value)}`;
  return { path, code: "broken_link", found, allowed: `1 × ${name}=…` };
}
