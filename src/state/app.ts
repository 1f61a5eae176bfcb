import { traceTime } from "#base/units.ts";
import type { Term } from "#lessons/glossary.ts";
import { lessons } from "#lessons/lessons.ts";
import { createPlayer } from "#player/player.ts";
import type { Player } from "#player/player-types.ts";
import type { LinkState } from "#scenario/link.ts";
import type { ComparedModes } from "#scenario/link-settings.ts";
import { withPageMode } from "#scenario/modes.ts";
import { type PageMode, pageModeOf } from "#scenario/page-mode.ts";
import type { Problem } from "#scenario/problem.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { type AppStore, createAppStore, type Panel } from "./app-store.ts";
import { comparingOf, putSideBySide } from "./comparing.ts";
import { addTick, wake } from "./frame-loop.ts";
import * as History from "./history.ts";
import { createLessonGuide, type LessonGuide, type LoadedLesson } from "./lesson-guide.ts";
import { createLiveVerbs, type LiveVerbs } from "./live-verbs.ts";
import { createPageVerbs, type PageVerbs } from "./page-verbs.ts";
import { browserLanguage, browserTheme, readPreferences, watchBrowserTheme } from "./preferences.ts";
import { readProgress } from "./progress.ts";
import { startSimulation } from "./simulation.ts";
import { tryLoad } from "./try-load.ts";

/** The page's state and every verb that changes it. */
export interface App extends PageVerbs, LiveVerbs {
  readonly store: AppStore;
  /** Of the run. */
  readonly player: Player;
  readonly guide: LessonGuide;
  /** Of the modes that are compared. */
  readonly sideBySide: Player;
  /** The one whose playhead the page shows. */
  playerInView(): Player;
  /** Changes the scenario and runs it; edits with the same key in a row are one undo step. */
  editScenario(next: Scenario, edit?: { readonly key: string }): void;
  undo(): void;
  redo(): void;
  /** Runs the scenario in another mode, or says why it cannot. */
  chooseMode(pageMode: PageMode): void;
  /** What `chooseMode` gives back to waits that it no longer makes block: the `before` of `withPageMode`. */
  beforeBlocking(): Scenario | undefined;
  /** Puts these modes side by side; undefined goes back to the run, at the same moment. */
  compare(modes: ComparedModes | undefined): void;
  /** Goes back to the run, in this mode and at the same moment. */
  openMode(pageMode: PageMode): void;
  /** Opens what a link says; a language or theme it does not name stays. */
  openLink(address: Address): void;
  cancelSimulation(): void;
  runAgain(): void;
  /** Opens a panel in the side column; undefined closes whichever is open. */
  setPanel(panel: Panel | undefined): void;
  /** Opens the lesson in which a term can be seen, at that moment. */
  seeTerm(term: Term): Promise<void>;
}

/** What the page is opened with: a link, what was wrong with it, and the content of the lesson that it names. */
export interface Address {
  readonly link: LinkState;
  readonly problems: readonly Problem[];
  readonly lesson: LoadedLesson | undefined;
  /** It says nothing at all. */
  readonly isBare: boolean;
}

/** Builds the page's state from the link it was opened with, and starts the first run. */
export function createApp(address: Address): App {
  const { link, problems: linkProblems } = address;
  const chosen = readPreferences();
  const player = createPlayer();
  const sideBySide = createPlayer();
  const store = createAppStore({
    scenario: link.scenario,
    lesson: link.lesson,
    comparing: comparingOf(link),
    language: link.language ?? chosen.language ?? browserLanguage(),
    linkTheme: link.theme,
    browserTheme: browserTheme(),
    chosen,
    progress: readProgress(),
    isNewcomer: chosen.welcomed !== true && address.isBare,
    linkProblems,
  });
  const live = createLiveVerbs(store, player);
  let cancelRun = () => {};
  /** What the waits were before they were all turned into blocking ones: a mixture comes back as it was. */
  let beforeBlocking: Scenario | undefined;

  function run(position?: Pick<LinkState, "at" | "step">): void {
    cancelRun();
    store.setState({
      simulation: { status: "running", phase: "simulating", events: 0 },
      modeRefusal: undefined,
    });
    const scenario = store.getState().history.present;
    cancelRun = startSimulation(scenario, {
      progressed: (progress) => store.setState({ simulation: { status: "running", ...progress } }),
      failed: (message) => store.setState({ simulation: { status: "failed", message } }),
      finished: (model) => {
        player.load(model.trace);
        if (position !== undefined) moveTo(position);
        store.setState({ simulation: { status: "ready", model } });
        guide.ran(scenario, model);
      },
    });
    live.news.reconsider();
  }

  function moveTo({ at, step }: Pick<LinkState, "at" | "step">): void {
    if (at !== undefined) player.seek(traceTime(at), step);
    else if (step !== undefined) player.seekStep(step);
  }

  function changeHistory(
    history: History.History<Scenario>,
    position?: Pick<LinkState, "at" | "step">,
  ): void {
    if (history === store.getState().history) return;
    store.setState({ history });
    run(position);
  }

  function chooseMode(pageMode: PageMode, position?: Pick<LinkState, "at" | "step">): void {
    const { history } = store.getState();
    if (pageModeOf(history.present) !== "async_blocking") beforeBlocking = history.present;
    const turned = withPageMode(history.present, pageMode, beforeBlocking);
    const problems = turned.ok ? [] : turned.problems;
    if (turned.ok && pageModeOf(turned.value) === pageMode)
      changeHistory(History.record(history, turned.value), position);
    else store.setState({ modeRefusal: { pageMode, problems } });
  }

  const compare = (modes: ComparedModes | undefined) => putSideBySide(modes, store, player, sideBySide);

  const editScenario: App["editScenario"] = (next, edit) =>
    changeHistory(History.record(store.getState().history, next, edit?.key));
  const guide = createLessonGuide(store, player, editScenario);

  function openLesson({ link: { part, at }, lesson }: Address): void {
    if (lesson === undefined || part === undefined) {
      guide.close();
      return;
    }
    guide.open(lesson, part);
    if (at === undefined) guide.goToPart(part);
  }

  for (const each of [player, sideBySide]) {
    addTick((elapsed) => each.tick(elapsed));
    each.subscribe((state) => {
      if (state.status === "playing") wake();
    });
  }
  watchBrowserTheme(() => store.setState({ browserTheme: browserTheme() }));
  // A hidden tab gets no frames: say so by pausing, instead of standing still while it claims to play.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) return;
    player.pause();
    sideBySide.pause();
    // Browsers slow down timers there: what would be measured is the throttling.
    live.news.cancel("hidden");
  });
  run(link);
  openLesson(address);
  if (link.executor !== undefined) live.verbs.chooseExecutor(link.executor);

  return {
    ...createPageVerbs(store),
    ...live.verbs,
    store,
    player,
    guide,
    sideBySide,
    playerInView: () => (store.getState().comparing === undefined ? player : sideBySide),
    editScenario,
    undo: () => changeHistory(History.undo(store.getState().history)),
    redo: () => changeHistory(History.redo(store.getState().history)),
    chooseMode: (pageMode) => chooseMode(pageMode),
    beforeBlocking() {
      const { present } = store.getState().history;
      return pageModeOf(present) === "async_blocking" ? beforeBlocking : present;
    },
    compare,
    openMode(pageMode) {
      const at = sideBySide.getState().currentTime;
      compare(undefined);
      if (pageModeOf(store.getState().history.present) !== pageMode) chooseMode(pageMode, { at });
    },
    openLink(address) {
      const { link: next, problems } = address;
      const { history, language, linkTheme } = store.getState();
      store.setState({
        linkProblems: problems,
        language: next.language ?? language,
        linkTheme: next.theme ?? linkTheme,
        lesson: next.lesson,
        comparing: comparingOf(next),
      });
      live.verbs.chooseExecutor(next.executor ?? "simulated");
      const isSame = JSON.stringify(next.scenario) === JSON.stringify(history.present);
      if (next.scenario === history.present || (isSame && address.lesson === undefined)) moveTo(next);
      else {
        store.setState({
          history: isSame ? { ...history, present: next.scenario } : History.record(history, next.scenario),
          selected: undefined,
          hovered: undefined,
        });
        run(next);
      }
      openLesson(address);
    },
    cancelSimulation() {
      cancelRun();
      store.setState({ simulation: { status: "cancelled" } });
    },
    runAgain: () => run(),
    setPanel(panel) {
      // A panel stands beside the run.
      if (panel !== undefined) compare(undefined);
      store.setState({ panel });
    },
    async seeTerm({ seen }) {
      const entry = lessons.find(({ id }) => id === seen.lesson);
      if (entry === undefined) return;
      await tryLoad(store, entry.load, (lesson) => {
        if (lesson.scenario !== store.getState().history.present) editScenario(lesson.scenario);
        guide.open({ id: entry.id, lesson }, 0);
        guide.showMoment(seen.at);
      });
    },
  };
}
