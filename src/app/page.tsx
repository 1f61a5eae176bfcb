import { useLayoutEffect, useState } from "react";
import { useStore } from "zustand";
import { LanguageContext, useMessages } from "#i18n/messages.tsx";
import { pageMessages } from "#i18n/page.ts";
import { lessons } from "#lessons/lessons.ts";
import type { App } from "#state/app.ts";
import type { AppState } from "#state/app-store.ts";
import { usePlayer } from "#state/use-player.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { Code } from "#views/code/code.tsx";
import { Console } from "#views/console/console.tsx";
import { Narration } from "#views/narration/narration.tsx";
import { Playback } from "#views/playback/playback.tsx";
import { Setup } from "#views/setup/setup.tsx";
import { Stage } from "#views/stage/stage.tsx";
import { Timeline } from "#views/timeline/timeline.tsx";
import { Header } from "./header.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { LinkNotice, SimulationNotice } from "./notices.tsx";
import { useShortcuts } from "./shortcuts.ts";
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
  const views =
    simulation.status === "ready"
      ? { model: simulation.model, player: app.player, selected, onSelect: app.select }
      : undefined;
  return (
    <div className="page">
      <Header app={app} state={state} title={title} />
      {state.linkProblems.length > 0 && (
        <div className="page-notice">
          <LinkNotice problems={state.linkProblems} title={title} onDismiss={app.dismissLinkProblems} />
        </div>
      )}
      <main className="page-main">
        {views === undefined ? (
          <SimulationNotice simulation={simulation} app={app} />
        ) : (
          <>
            <Stage {...views} />
            <Narration {...views} />
            <Timeline {...views} />
          </>
        )}
      </main>
      <Side app={app} state={state} views={views} />
      <footer className="page-player">{views && <Playback {...views} />}</footer>
      <HelpDialog
        open={state.helpOpen}
        singleKeys={state.chosen.singleKeys !== false}
        onClose={() => app.setHelpOpen(false)}
        onSingleKeys={app.setSingleKeys}
      />
    </div>
  );
}

interface SideProps {
  readonly app: App;
  readonly state: AppState;
  readonly views:
    | { model: TraceModel; player: App["player"]; selected: number | undefined; onSelect: App["select"] }
    | undefined;
}

/** The side column: code over console (tabs on a phone), or the setup in their place. */
function Side({ app, state, views }: SideProps) {
  const words = useMessages(pageMessages);
  const [tab, setTab] = useState<"code" | "console">("code");
  if (state.setupOpen)
    return (
      <aside className="page-side" data-setup aria-label={words.setup}>
        <Setup
          scenario={state.history.present}
          onChange={app.editScenario}
          onClose={() => app.setSetupOpen(false)}
          canUndo={state.history.past.length > 0}
          canRedo={state.history.future.length > 0}
          onUndo={app.undo}
          onRedo={app.redo}
          selected={state.selected}
          onSelect={app.select}
        />
      </aside>
    );
  return (
    <aside className="page-side" data-tab={tab} aria-label={words.side}>
      <div className="page-tabs" role="tablist">
        {(["code", "console"] as const).map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={tab === name}
            onClick={() => setTab(name)}
          >
            {words[name]}
          </button>
        ))}
      </div>
      <div className="page-code">{views && <Code {...views} />}</div>
      <div className="page-console">{views && <Console {...views} />}</div>
    </aside>
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
