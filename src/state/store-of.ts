import type { Scenario } from "#scenario/scenario.ts";
import { type AppStore, createAppStore } from "./app-store.ts";

/** The store of a page that a new visitor has opened with a scenario; for tests. */
export const storeOf = (scenario: Scenario): AppStore =>
  createAppStore({
    scenario,
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
