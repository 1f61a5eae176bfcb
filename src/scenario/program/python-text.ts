import type { Milliseconds } from "#base/units.ts";

/** A string as Python source. JSON's escapes are a subset of Python's. */
export const pythonString = (text: string): string => JSON.stringify(text);

/** A duration as Python source, in seconds: `2`, `0.35`. */
export const seconds = (ms: Milliseconds): string => String(ms / 1000);

/** `("bobo", 2)`; a tuple of one keeps its comma. */
export const tuple = (items: readonly string[]): string =>
  items.length === 1 ? `(${items[0]},)` : `(${items.join(", ")})`;

/** What generated code calls its own; a callback must not hide them. */
const TAKEN = new Set(
  `and as assert async await break class continue def del elif else except finally for from global if import in is
  lambda nonlocal not or pass raise return try while with yield False None True
  aiohttp args as_completed asyncio body callback callbacks compute connector coro error future futures group jobs limit
  loop main multiprocessing name names page pages pool print process processes range requests resp rest result results row sess start task tasks thread
  threading threads time total url Exception Pool RuntimeError ThreadPoolExecutor TimeoutError`.split(/\s+/),
);

/** The nearest Python identifier to any text, with `prefix` where the text alone will not do. */
export function identifier(text: string, prefix: string): string {
  const word = text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{Nd}_]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  return word === "" || TAKEN.has(word) || !/^\p{L}/u.test(word) ? `${prefix}_${word || "1"}` : word;
}

/** `word`, or `word_2`, `word_3` … if it is used; notes it as used. */
export function unused(word: string, used: Set<string>): string {
  let free = word;
  for (let n = 2; used.has(free); n += 1) free = `${word}_${n}`;
  used.add(free);
  return free;
}

/** The address that a request goes to: a label such as `/bobo` belongs to the course's own server. */
export function addressOf(task: { readonly name: string; readonly url?: string }): string {
  const url = task.url ?? `/${encodeURIComponent(task.name.replace(/[\ud800-\udfff]/gu, "_"))}`;
  if (/^[a-z]+:\/\//i.test(url)) return url;
  return url.startsWith("/") ? `http://127.0.0.1:5000${url}` : `http://${url}`;
}
