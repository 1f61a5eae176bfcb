/** The greatest number of characters that a description shows of one text. */
const SHOWN = 40;

/**
 * A value as its author would recognise it, in one short line: `-5`, `"fast"`, `[…]`, `{…}`. Never looks inside
 * lists and objects, so neither their depth nor their size matters.
 */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(shorten(value));
  if (Array.isArray(value)) return value.length === 0 ? "[]" : "[…]";
  if (typeof value === "object" && value !== null) return "{…}";
  if (typeof value === "function" || typeof value === "symbol") return typeof value;
  return Object.is(value, -0) ? "-0" : String(value);
}

/** A place in an input: `["tasks", 2, "steps", 0, "ms"]` becomes `tasks[2].steps[0].ms`. */
export function formatPath(keys: readonly unknown[]): string {
  let path = "";
  for (const key of keys) {
    if (typeof key === "number") path += `[${key}]`;
    else if (/^[A-Za-z_]\w{0,63}$/.test(String(key))) path += path === "" ? key : `.${key}`;
    else path += `[${describeValue(String(key))}]`;
  }
  return path;
}

/** The beginning of a long text, cut between characters. */
export function shorten(text: string, length = SHOWN): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length);
  return `${/[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head}…`;
}
