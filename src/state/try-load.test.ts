import { expect, it, vi } from "vitest";
import { crawler } from "#lessons/course/crawler.ts";
import { createAppStore } from "./app-store.ts";
import { tryLoad } from "./try-load.ts";

const store = createAppStore({
  scenario: crawler.scenario,
  lesson: undefined,
  progress: {},
  isNewcomer: false,
  comparing: undefined,
  language: "en",
  linkTheme: undefined,
  browserTheme: "light",
  chosen: {},
  linkProblems: [],
});

it("what cannot be loaded is told, and loaded and used when it is tried again", async () => {
  const load = vi.fn().mockRejectedValueOnce(new TypeError("offline")).mockResolvedValue("a lesson");
  const use = vi.fn();
  await tryLoad(store, load, use);
  expect(use).not.toHaveBeenCalled();
  store.getState().failedLoad?.retry();
  await vi.waitFor(() => expect(use).toHaveBeenCalledWith("a lesson"));
  expect(store.getState().failedLoad).toBeUndefined();
});
