import { Suspense, useLayoutEffect } from "react";
import { useStore } from "zustand";
import { LanguageContext, useMessages } from "#i18n/messages.tsx";
import { pageMessages } from "#i18n/page.ts";
import { lessons } from "#lessons/lessons.ts";
import type { PlayerState } from "#player/player-types.ts";
import type { App } from "#state/app.ts";
import { type AppState, themeOf } from "#state/app-store.ts";
import { liveRunOf } from "#state/live-state.ts";
import { usePlayer } from "#state/use-player.ts";
import { Header } from "./header.tsx";
import { PrintSheet } from "./print/print-sheet.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { Side } from "./side.tsx";
import { SimulationNotice } from "./simulation-notice.tsx";
import {
  HelpDialog,
  HoldHere,
  Laser,
  LinkNotice,
  LiveBar,
  Narration,
  Playback,
  Stage,
  StatisticsChip,
  Timeline,
  type ViewProps,
} from "./views.ts";
import "./page.css";

/** The whole page: every view of the one run, under the one player. */
export function Page({ app }: { readonly app: App }) {
  const state = useStore(app.store);
  useShortcuts(app);
  useDocument(app, state);
  return (
    <LanguageContext value={state.language}>
      <Layout app={app} state={state} />
    </LanguageContext>
  );
}

function Layout({ app, state }: { readonly app: App; readonly state: AppState }) {
  const words = useMessages(pageMessages);
  const { simulation, selected, hovered } = state;
  const lesson = lessons.find(({ id }) => id === state.lesson);
  const title = lesson?.title[state.language] ?? state.history.present.title ?? words.ownScenario;
  const predicted = simulation.status === "ready" ? simulation.model : undefined;
  const run = liveRunOf(state.live);
  const views: ViewProps | undefined = predicted && {
    model: run?.model ?? predicted,
    player: app.player,
    selected,
    onSelect: app.select,
    hovered,
    onHover: app.hover,
    live: run && { predicted, measurement: run.measurement },
  };
  const chip = views && (
    <StatisticsChip
      model={views.model}
      measured={run !== undefined}
      open={state.panel === "statistics"}
      onToggle={() => app.setPanel(state.panel === "statistics" ? undefined : "statistics")}
    />
  );
  return (
    <div className="page">
      <Header app={app} state={state} title={title} />
      <div className="page-notices">
        <Suspense>
          {state.linkProblems.length > 0 && (
            <LinkNotice problems={state.linkProblems} title={title} onDismiss={app.dismissLinkProblems} />
          )}
          {state.live.status !== "off" && (
            <LiveBar
              live={state.live}
              predicted={predicted}
              comparing={state.panel === "measured"}
              onRun={app.runLive}
              onCancel={app.cancelLive}
              onUseSimulated={() => app.chooseExecutor("simulated")}
              onUseSleep={app.useSleep}
              onCompare={() => app.setPanel(state.panel === "measured" ? undefined : "measured")}
              onRoutes={() => app.setPanel(state.panel === "routes" ? undefined : "routes")}
            />
          )}
        </Suspense>
      </div>
      <main className="page-main">
        {views === undefined ? (
          <SimulationNotice simulation={simulation} app={app} />
        ) : (
          <Suspense>
            <Stage {...views} />
            <Narration {...views} />
            <Timeline {...views} />
          </Suspense>
        )}
      </main>
      <Side app={app} state={state} views={views} chip={chip} />
      <footer className="page-player">
        <Suspense>
          {views && <Playback {...views} holding={state.holding} onHolding={app.setHolding} />}
        </Suspense>
        <Suspense>{chip}</Suspense>
        <Suspense>{views && state.holding && <HoldHere {...views} />}</Suspense>
      </footer>
      <Suspense>{state.presenting && state.laser && <Laser />}</Suspense>
      {views && <PrintSheet views={views} title={title} />}
      {state.helpOpen && (
        <Suspense>
          <HelpDialog
            singleKeys={state.chosen.singleKeys !== false}
            onClose={() => app.setHelpOpen(false)}
            onSingleKeys={app.setSingleKeys}
          />
        </Suspense>
      )}
    </div>
  );
}

/** Keeps `<html>` true: language, theme, presenting, and for whoever drives the page `data-run` and `data-live`. */
function useDocument(app: App, state: AppState): void {
  const { language, presenting, live } = state;
  const theme = themeOf(state);
  const playing = usePlayer(app.player, ({ status }) => status);
  const run = runStatusOf(state, playing);
  // Before the browser paints, so that a dark page never flashes light.
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = language === "zh" ? "zh-CN" : "en";
    root.dataset.theme = theme;
    root.toggleAttribute("data-present", presenting);
  }, [language, theme, presenting]);
  // Apart from those, whose writing, even of the same value, has every canvas read its colours anew.
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset.run = run;
    dataset.live = live.status;
  }, [run, live.status]);
}

function runStatusOf({ simulation, live }: AppState, playing: PlayerState["status"]): string {
  if (simulation.status === "running") return "simulating";
  if (simulation.status !== "ready") return simulation.status;
  return live.status === "running" ? "running" : playing;
}
