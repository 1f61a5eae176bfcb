import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepPreferences, readPreferences } from "./preferences.ts";
import { keepProgress, readProgress } from "./progress.ts";

/** What all tabs of a browser share. */
beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  });
});

afterEach(() => vi.unstubAllGlobals());

it("progress made in two tabs is kept of both, also within one lesson", () => {
  const one = keepProgress({}, "crawler", { guess: 1 });
  keepProgress({}, "sync-async", { done: true });
  keepProgress({}, "crawler", { done: true });
  const all = { crawler: { guess: 1, done: true }, "sync-async": { done: true }, await: { guess: 0 } };
  expect(keepProgress(one, "await", { guess: 0 })).toEqual(all);
  expect(readProgress()).toEqual(all);
});

it("a guess that is made anew is the one that is kept", () => {
  const known = keepProgress({}, "crawler", { guess: 1 });
  expect(keepProgress(known, "crawler", { guess: 2 })).toEqual({ crawler: { guess: 2 } });
});

it("progress lasts as long as the page where nothing can be kept", () => {
  vi.stubGlobal("localStorage", undefined);
  const known = keepProgress({}, "crawler", { guess: 1 });
  expect(keepProgress(known, "await", { done: true })).toEqual({
    crawler: { guess: 1 },
    await: { done: true },
  });
});

it("a choice made in one tab is not taken back by another choice in the other", () => {
  keepPreferences({ language: "zh" });
  keepPreferences({ theme: "dark" });
  keepPreferences({ language: "en" });
  expect(readPreferences()).toEqual({ language: "en", theme: "dark" });
});
