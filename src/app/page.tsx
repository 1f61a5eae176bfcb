import { Suspense, useLayoutEffect } from "react";
import { useStore } from "zustand";
import { LanguageContext, useMessages } from "#i18n/messages.tsx";
import { pageMessages } from "#i18n/page.ts";
import { lessons } from "#lessons/lessons.ts";
import type { App } from "#state/app.ts";
import type { AppState } from "#state/app-store.ts";
import { usePlayer } from "#state/use-player.ts";
import { Header } from "./header.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { Side } from "./side.tsx";
import { SimulationNotice } from "./simulation-notice.tsx";
import { HelpDialog, LinkNotice, Narration, Playback, Stage, Timeline, type ViewProps } from "./views.ts";
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
  const { simulation, selected } = state;
  const lesson = lessons.find(({ id }) => id === state.lesson);
  const title = lesson?.title[state.language] ?? state.history.present.title ?? words.ownScenario;
  const views: ViewProps | undefined =
    simulation.status === "ready"
      ? { model: simulation.model, player: app.player, selected, onSelect: app.select }
      : undefined;
  return (
    <div className="page">
      <Header app={app} state={state} title={title} />
      {state.linkProblems.length > 0 && (
        <div className="page-notice">
          <Suspense>
            <LinkNotice problems={state.linkProblems} title={title} onDismiss={app.dismissLinkProblems} />
          </Suspense>
        </div>
      )}
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
      <Side app={app} state={state} views={views} />
      <footer className="page-player">
        <Suspense>{views && <Playback {...views} />}</Suspense>
      </footer>
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

/** Keeps `<html>` true: language, theme, presenting, and `data-run` for whoever drives the page. */
function useDocument(app: App, { language, theme, presenting, simulation }: AppState): void {
  const playing = usePlayer(app.player, ({ status }) => status);
  const run = simulation.status === "ready" ? playing : simulation.status;
  // Before the browser paints, so that a dark page never flashes light.
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = language === "zh" ? "zh-CN" : "en";
    root.dataset.theme = theme;
    root.toggleAttribute("data-present", presenting);
    root.dataset.run = run === "running" ? "simulating" : run;
  }, [language, theme, presenting, run]);
}
