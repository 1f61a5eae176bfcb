import { Suspense, useState } from "react";
import { useStore } from "zustand";
import { LanguageContext, useMessages } from "#i18n/messages.tsx";
import { pageMessages } from "#i18n/page.ts";
import { lessonNumber, lessons } from "#lessons/lessons.ts";
import type { App } from "#state/app.ts";
import type { AppState } from "#state/app-store.ts";
import { askedLesson } from "#state/lesson-state.ts";
import { liveRunOf } from "#state/live-state.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { Later } from "#ui/gradually.ts";
import { LessonRail } from "#views/lesson/lesson-rail.tsx";
import { FailureBoundary } from "./failure-boundary.tsx";
import { Header } from "./header.tsx";
import { LoadNotice } from "./load-notice.tsx";
import type { MainViews } from "./main-views.ts";
import { PrintSheet } from "./print/print-sheet.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { Side } from "./side.tsx";
import { SimulationNotice } from "./simulation-notice.tsx";
import { useDocument } from "./use-document.ts";
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
      <FailureBoundary>
        <Layout app={app} mainViews={mainViews} state={state} />
      </FailureBoundary>
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
  const looks = { player: app.player, selected, onSelect: app.select, hovered, onHover: app.hover };
  const views: ViewProps | undefined = predicted && {
    ...looks,
    model: run?.model ?? predicted,
    live: run && { predicted, measurement: run.measurement },
  };
  // Modes can be compared, and played, also where the run itself was cancelled.
  const [compared, setCompared] = useState<TraceModel>();
  const played = views ?? (compared && { ...looks, model: compared, live: undefined });
  const startTour = () =>
    app.tryLoad(
      () => import("./tour/tour.ts"),
      (tour) => tour.startTour(state.language),
    );
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
        {state.failedLoad && <LoadNotice failed={state.failedLoad} app={app} />}
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
              onPlayable={setCompared}
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
        {played && mainViews && !asked && (
          <mainViews.Playback
            {...played}
            player={app.playerInView()}
            holding={state.comparing ? undefined : state.holding}
            onHolding={app.setHolding}
          >
            <Suspense>{state.holding && !state.comparing && <HoldHere {...played} />}</Suspense>
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
      {state.isNewcomer && views && mainViews && state.panel === undefined && !state.comparing && (
        <Later place="unseen">
          <Suspense>
            <TourInvitation player={app.player} onAnswered={app.welcome} onTour={startTour} />
          </Suspense>
        </Later>
      )}
      {state.helpOpen && (
        <Suspense>
          <HelpDialog
            singleKeys={state.chosen.singleKeys !== false}
            onClose={() => app.setHelpOpen(false)}
            onTour={() => {
              app.setHelpOpen(false);
              startTour();
            }}
            onSingleKeys={app.setSingleKeys}
          />
        </Suspense>
      )}
    </div>
  );
}
