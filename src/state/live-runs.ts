import { findObstacles } from "#live/find-obstacles.ts";
import type { CancelReason, LiveReport, LiveSession } from "#live/live-session.ts";
import { openLive } from "#live/open-live.ts";
import { listPages, type PageAnswer, requestPage, type ServerPage } from "#live/server-pages.ts";
import type { Player } from "#player/player-types.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { checkTrace } from "#trace/check-trace.ts";
import { traceFromEvents } from "#trace/trace-file.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import type { AppStore } from "./app-store.ts";
import type { LiveRun } from "./live-state.ts";

/** The verbs of Live, while it is chosen. */
export interface LiveRuns {
  /** Runs the scenario in this browser, unless it cannot or one is running. */
  start(): void;
  cancel(reason: CancelReason): void;
  /** Looks at the scenario anew; a run of the former one ends. */
  reconsider(): void;
  /** Goes on without a network. */
  useSleep(): void;
  /** What the mock server has, for the present scenario. */
  listPages(): readonly ServerPage[];
  /** Really asks the mock server for a page. Rejects when there is no answer. */
  requestPage(path: string): Promise<PageAnswer>;
  /** Ends every worker, for good. */
  close(): void;
}

/** Gets Live ready and keeps `live` in the store true from then on. */
export function openLiveRuns(store: AppStore, player: Player): LiveRuns {
  let session: LiveSession | undefined;
  let fallback: LiveSession | undefined;
  let stopRun: ((reason: CancelReason) => void) | undefined;
  let isClosed = false;

  function reconsider(): void {
    stopRun?.("visitor");
    if (session === undefined || isClosed) return;
    const obstacles = findObstacles(store.getState().history.present);
    store.setState({
      live:
        obstacles.length > 0
          ? { status: "refused", obstacles }
          : { status: "ready", transport: session.transport },
    });
  }

  function start(): void {
    const { live, simulation, history } = store.getState();
    const isAllowed = live.status === "ready" || live.status === "ended" || live.status === "cancelled";
    if (!isAllowed || session === undefined || simulation.status !== "ready") return;
    const scenario = history.present;
    player.load(traceFromEvents([], scenario));
    let why: CancelReason | undefined;
    const cancel = session.start(scenario, {
      grew(report) {
        store.setState({ live: { status: "running", run: modelRun(report, scenario) } });
        player.extend(report.trace);
      },
      ended(report) {
        stopRun = undefined;
        const run = modelRun(report, scenario);
        if (import.meta.env.DEV) assertSound(report, scenario);
        if (store.getState().history.present !== scenario || isClosed) return;
        store.setState({
          live: why === undefined ? { status: "ended", run } : { status: "cancelled", why, run },
        });
        player.extend(report.trace);
      },
      failed(message) {
        stopRun = undefined;
        store.setState({ live: { status: "failed", message } });
        if (simulation.status === "ready") player.load(simulation.model.trace);
      },
    });
    stopRun = (reason) => {
      why = reason;
      cancel(reason);
    };
  }

  void openLive().then((opening) => {
    if (isClosed) {
      (opening.ok ? opening.session : opening.fallback)?.close();
    } else if (opening.ok) {
      session = opening.session;
      reconsider();
    } else {
      fallback = opening.fallback;
      const { reason, detail } = opening;
      store.setState({
        live: { status: "unavailable", reason, detail, sleepWorks: fallback !== undefined },
      });
    }
  });

  return {
    start,
    cancel: (reason) => stopRun?.(reason),
    reconsider,
    useSleep() {
      session ??= fallback;
      reconsider();
    },
    listPages: () => listPages(store.getState().history.present),
    requestPage,
    close() {
      isClosed = true;
      stopRun?.("visitor");
      session?.close();
      fallback?.close();
    },
  };
}

function modelRun({ trace, measurement, elapsed }: LiveReport, scenario: Scenario): LiveRun {
  return { model: buildTraceModel(trace, scenario), measurement, elapsed };
}

/** While we develop, an unsound trace is a mistake that is shown at once. */
function assertSound({ trace }: LiveReport, scenario: Scenario): void {
  const [first] = checkTrace(trace, scenario);
  if (first !== undefined) throw new Error(`${first.rule} at step ${first.step}: ${first.message}`);
}
