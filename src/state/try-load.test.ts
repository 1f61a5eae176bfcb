import { expect, it, vi } from "vitest";
import { crawler } from "#lessons/course/crawler.ts";
import { storeOf } from "./store-of.ts";
import { tryLoad } from "./try-load.ts";

const store = storeOf(crawler.scenario);

it("what cannot be loaded is told, and loaded and used when it is tried again", async () => {
  const load = vi.fn().mockRejectedValueOnce(new TypeError("offline")).mockResolvedValue("a lesson");
  const use = vi.fn();
  await tryLoad(store, load, use);
  expect(use).not.toHaveBeenCalled();
  store.getState().failedLoad?.retry();
  await vi.waitFor(() => expect(use).toHaveBeenCalledWith("a lesson"));
  expect(store.getState().failedLoad).toBeUndefined();
});
