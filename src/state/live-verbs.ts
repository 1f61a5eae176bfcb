import type { Player } from "#player/player-types.ts";
import type { AppStore } from "./app-store.ts";
import type { LiveRuns } from "./live-runs.ts";
import { type Executor, liveRunOf } from "./live-state.ts";

/** The verbs that choose who makes the trace, and those of Live. */
export interface LiveVerbs {
  /** What makes the trace that is shown: the engine, or this browser. */
  chooseExecutor(executor: Executor): void;
  runLive(): void;
  cancelLive(): void;
  /** Live without a network, where that is all there is. */
  useSleep(): void;
  /** The mock server's pages; none while Live is not there. */
  listPages(): ReturnType<LiveRuns["listPages"]>;
  requestPage: LiveRuns["requestPage"];
}

/** What the page has to tell Live, if that is chosen. */
export type LiveNews = Pick<LiveRuns, "reconsider" | "cancel">;

/** Loads Live when it is chosen, and ends it with that choice. */
export function createLiveVerbs(
  store: AppStore,
  player: Player,
): { readonly verbs: LiveVerbs; readonly news: LiveNews } {
  let runs: LiveRuns | undefined;

  async function open(): Promise<void> {
    try {
      const { openLiveRuns } = await import("./live-runs.ts");
      if (store.getState().executor === "live") runs ??= openLiveRuns(store, player);
    } catch (error) {
      if (store.getState().executor !== "live") return;
      const detail = String(error);
      store.setState({
        live: { status: "unavailable", reason: "script_missing", detail, sleepWorks: false },
      });
    }
  }

  function chooseExecutor(executor: Executor): void {
    const { executor: chosen, live, simulation } = store.getState();
    if (executor === chosen) return;
    store.setState({ executor, live: { status: executor === "live" ? "starting" : "off" } });
    if (executor === "live") {
      void open();
      return;
    }
    runs?.close();
    runs = undefined;
    if (liveRunOf(live) !== undefined && simulation.status === "ready") player.load(simulation.model.trace);
  }

  return {
    verbs: {
      chooseExecutor,
      runLive: () => runs?.start(),
      cancelLive: () => runs?.cancel("visitor"),
      useSleep: () => runs?.useSleep(),
      listPages: () => runs?.listPages() ?? [],
      async requestPage(path) {
        if (runs === undefined) throw new Error("Live is off");
        return runs.requestPage(path);
      },
    },
    news: {
      reconsider: () => runs?.reconsider(),
      cancel: (reason) => runs?.cancel(reason),
    },
  };
}
