import { Suspense, useLayoutEffect } from "react";
import { useStore } from "zustand";
import { LanguageContext, useMessages } from "#i18n/messages.tsx";
import { pageMessages } from "#i18n/page.ts";
import { lessonNumber, lessons } from "#lessons/lessons.ts";
import type { PlayerState } from "#player/player-types.ts";
import type { App } from "#state/app.ts";
import { type AppState, themeOf } from "#state/app-store.ts";
import { askedLesson } from "#state/lesson-state.ts";
import { liveRunOf } from "#state/live-state.ts";
import { usePlayer } from "#state/use-player.ts";
import { LessonRail } from "#views/lesson/lesson-rail.tsx";
import { Header } from "./header.tsx";
import type { MainViews } from "./main-views.ts";
import { PrintSheet } from "./print/print-sheet.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { Side } from "./side.tsx";
import { SimulationNotice } from "./simulation-notice.tsx";
import {
  Compare,
  GuessNote,
  HelpDialog,
  HoldHere,
  Laser,
  LessonCard,
  LessonsDialog,
  LinkNotice,
  LiveBar,
  QuestionBar,
  TourInvitation,
  VeiledPlayer,
  VeiledTimeline,
  type ViewProps,
} from "./views.ts";
import "./page.css";

interface PageProps {
  readonly app: App;
  /** Absent while they are being loaded: the frame of the page does not wait for them. */
  readonly mainViews: MainViews | undefined;
}

/** The whole page: every view of the one run, under the one player. */
export function Page({ app, mainViews }: PageProps) {
  const state = useStore(app.store);
  useShortcuts(app);
  useDocument(app, state);
  return (
    <LanguageContext value={state.language}>
      <Layout app={app} mainViews={mainViews} state={state} />
    </LanguageContext>
  );
}

function Layout({ app, mainViews, state }: PageProps & { readonly state: AppState }) {
  const words = useMessages(pageMessages);
  const { simulation, selected, hovered } = state;
  const lesson = lessons.find(({ id }) => id === state.lesson);
  const course = state.course.status === "open" ? state.course : undefined;
  const asked = askedLesson(state);
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
  const step = course?.lesson.steps[course.part - 1];
  const chip = views && mainViews && !asked && (
    <mainViews.StatisticsChip
      model={views.model}
      measured={run !== undefined}
      open={state.panel === "statistics"}
      onToggle={() => app.setPanel(state.panel === "statistics" ? undefined : "statistics")}
    />
  );
  return (
    <div className="page">
      <Header app={app} state={state} title={title} number={lesson ? lessonNumber(lesson.id) : ""} />
      <LessonRail
        current={course?.id}
        progress={state.progress}
        onOpenList={() => app.setLessonsOpen(true)}
        onOpenGlossary={() => app.setPanel(state.panel === "glossary" ? undefined : "glossary")}
      />
      {course && !state.comparing && (
        <div className="page-lesson">
          <Suspense>
            <LessonCard
              course={course}
              guide={app.guide}
              shown={predicted}
              predict={state.chosen.predict !== false}
              onPredict={app.setPredict}
            />
          </Suspense>
        </div>
      )}
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
      <main className="page-main" data-comparing={state.comparing && true}>
        {state.comparing ? (
          <Suspense>
            <Compare
              scenario={state.history.present}
              before={app.beforeBlocking()}
              known={predicted}
              comparing={state.comparing}
              player={app.sideBySide}
              onCompare={app.compare}
              onOpen={app.openMode}
              onApply={app.editScenario}
            />
          </Suspense>
        ) : views === undefined ? (
          <SimulationNotice simulation={simulation} app={app} />
        ) : (
          mainViews && (
            <>
              <mainViews.Stage {...views} pointed={asked ? undefined : step?.zone} />
              {asked ? (
                <Suspense fallback={<div />}>
                  <QuestionBar course={asked} guide={app.guide} model={views.model} />
                  <VeiledTimeline model={views.model} />
                </Suspense>
              ) : (
                <>
                  <mainViews.Narration {...views} />
                  <mainViews.Timeline {...views} />
                </>
              )}
            </>
          )
        )}
      </main>
      {state.comparing ? null : (
        <Side app={app} state={state} mainViews={mainViews} views={views} chip={chip} />
      )}
      <footer className="page-player">
        {asked && (
          <Suspense>
            <VeiledPlayer onPlay={app.guide.skipQuestion} />
          </Suspense>
        )}
        {views && mainViews && !asked && (
          <mainViews.Playback
            {...views}
            player={app.playerInView()}
            holding={state.comparing ? undefined : state.holding}
            onHolding={app.setHolding}
          >
            <Suspense>{state.holding && !state.comparing && <HoldHere {...views} />}</Suspense>
          </mainViews.Playback>
        )}
        {!state.comparing && (
          <>
            <Suspense>
              {course && views && !asked && (
                <GuessNote course={course} player={app.player} shown={views.model} />
              )}
            </Suspense>
            {chip}
          </>
        )}
      </footer>
      <Suspense>{state.presenting && <Laser shown={state.laser} />}</Suspense>
      {views && <PrintSheet views={views} title={title} />}
      {state.lessonsOpen && (
        <Suspense>
          <LessonsDialog
            current={course?.id}
            progress={state.progress}
            onGlossary={() => {
              app.setLessonsOpen(false);
              app.setPanel("glossary");
            }}
            onClose={() => app.setLessonsOpen(false)}
          />
        </Suspense>
      )}
      <Suspense>{state.isNewcomer && views && <TourInvitation onAnswered={app.welcome} />}</Suspense>
      {state.helpOpen && (
        <Suspense>
          <HelpDialog
            singleKeys={state.chosen.singleKeys !== false}
            onClose={() => app.setHelpOpen(false)}
            onTour={() => {
              app.setHelpOpen(false);
              void import("./tour/tour.ts").then(({ startTour }) => startTour(state.language));
            }}
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
  const playing = usePlayer(app.playerInView(), ({ status }) => status);
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
