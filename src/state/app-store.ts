import { createStore, type StoreApi } from "zustand/vanilla";
import type { TraceTime } from "#base/units.ts";
import type { Language } from "#i18n/messages.tsx";
import type { ComparedModes } from "#scenario/link-settings.ts";
import type { PageMode } from "#scenario/page-mode.ts";
import type { Problem } from "#scenario/problem.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import { type History, startHistory } from "./history.ts";
import type { LessonState } from "./lesson-state.ts";
import type { Executor, LiveState } from "./live-state.ts";
import type { Preferences, Theme } from "./preferences.ts";
import type { CourseProgress } from "./progress.ts";
import type { Progress } from "./simulation-worker.ts";
import type { FailedLoad } from "./try-load.ts";

/** How far the simulation of the present scenario is. */
export type Simulation =
  | ({ readonly status: "running" } & Progress)
  | { readonly status: "ready"; readonly model: TraceModel }
  | { readonly status: "cancelled" }
  | { readonly status: "failed"; readonly message: string };

/** Several modes side by side, in place of the one run. */
export interface Comparing {
  readonly modes: ComparedModes;
  /** Where the playhead that they share stands first. */
  readonly from: TraceTime;
}

/** What stands in the side column instead of code and console. */
export type Panel = "setup" | "statistics" | "measured" | "routes" | "glossary";

/** Why the scenario stays in its mode: problems of the format, or none when it has no wait that could block. */
export interface ModeRefusal {
  readonly pageMode: PageMode;
  readonly problems: readonly Problem[];
}

/** The visitor's whole state, but for the position in time, which is the player's. */
export interface AppState {
  readonly history: History<Scenario>;
  /** Where the scenario came from: the lesson whose title is shown until another scenario is opened. */
  readonly lesson: string | undefined;
  /** The lesson that leads through the run. */
  readonly course: LessonState;
  readonly progress: CourseProgress;
  readonly simulation: Simulation;
  readonly executor: Executor;
  readonly comparing: Comparing | undefined;
  readonly live: LiveState;
  readonly modeRefusal: ModeRefusal | undefined;
  /** What was wrong with the link that the visitor came with. */
  readonly linkProblems: readonly Problem[];
  /** What could not be loaded last, until it is tried again or dismissed. */
  readonly failedLoad: FailedLoad | undefined;
  readonly language: Language;
  /** What the link asked for, until the visitor chooses another one. */
  readonly linkTheme: Theme | undefined;
  /** What the browser asks for now. */
  readonly browserTheme: Theme;
  /** What the visitor chose, as opposed to what the browser or a link asked for. */
  readonly chosen: Preferences;
  /** Nobody has led this visitor around yet, and no link says that they came for something else. */
  readonly isNewcomer: boolean;
  readonly presenting: boolean;
  /** While presenting: does a dot follow the pointer? */
  readonly laser: boolean;
  /** Does playing come to rest at the key moments of a run? */
  readonly holding: boolean;
  readonly panel: Panel | undefined;
  readonly helpOpen: boolean;
  readonly lessonsOpen: boolean;
  readonly selected: TaskId | undefined;
  /** The task under the pointer or the keyboard, in whichever view: all of them show which it is. */
  readonly hovered: TaskId | undefined;
}

/** The theme that holds. */
export const themeOf = ({
  linkTheme,
  chosen,
  browserTheme,
}: Pick<AppState, "linkTheme" | "chosen" | "browserTheme">): Theme =>
  linkTheme ?? chosen.theme ?? browserTheme;

export type AppStore = StoreApi<AppState>;

export function createAppStore(
  initial: Pick<
    AppState,
    | "lesson"
    | "comparing"
    | "progress"
    | "isNewcomer"
    | "language"
    | "linkTheme"
    | "browserTheme"
    | "chosen"
    | "linkProblems"
  > & {
    readonly scenario: Scenario;
  },
): AppStore {
  const { scenario, ...rest } = initial;
  return createStore<AppState>(() => ({
    ...rest,
    history: startHistory(scenario),
    simulation: { status: "running", phase: "simulating", events: 0 },
    course: { status: "closed" },
    executor: "simulated",
    live: { status: "off" },
    modeRefusal: undefined,
    failedLoad: undefined,
    presenting: false,
    laser: false,
    holding: false,
    panel: undefined,
    helpOpen: false,
    lessonsOpen: false,
    selected: undefined,
    hovered: undefined,
  }));
}
