import { lazy } from "react";
import type { Player } from "#player/player-types.ts";
import type { LiveFacts } from "#trace/measurement/live-facts.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";

/** What every view of a run takes. */
export interface ViewProps {
  readonly model: TraceModel;
  readonly player: Player;
  readonly selected: TaskId | undefined;
  /** Only for a run of this browser. */
  readonly live: LiveFacts | undefined;
  onSelect(task: TaskId | undefined): void;
  /** Under the pointer in some view; marked in all of them, at half the strength of a selection. */
  readonly hovered: TaskId | undefined;
  onHover(task: TaskId | undefined): void;
}

// These are loaded when they are asked for.
export const Setup = lazy(async () => ({ default: (await import("#views/setup/setup.tsx")).Setup }));
export const StatisticsPanel = lazy(async () => ({
  default: (await import("#views/statistics/statistics-panel.tsx")).StatisticsPanel,
}));
export const LessonCard = lazy(async () => ({
  default: (await import("#views/lesson/lesson-card.tsx")).LessonCard,
}));
export const QuestionBar = lazy(async () => ({
  default: (await import("#views/lesson/question-bar.tsx")).QuestionBar,
}));
export const VeiledTimeline = lazy(async () => ({
  default: (await import("#views/lesson/veiled-timeline.tsx")).VeiledTimeline,
}));
export const VeiledPlayer = lazy(async () => ({
  default: (await import("#views/lesson/veiled-player.tsx")).VeiledPlayer,
}));
export const GuessNote = lazy(async () => ({
  default: (await import("#views/lesson/guess-note.tsx")).GuessNote,
}));
export const LessonsDialog = lazy(async () => ({
  default: (await import("#views/lesson/lessons-dialog.tsx")).LessonsDialog,
}));
export const GlossaryPanel = lazy(async () => ({
  default: (await import("#views/lesson/glossary-panel.tsx")).GlossaryPanel,
}));
export const LiveBar = lazy(async () => ({
  default: (await import("#views/live/live-bar.tsx")).LiveBar,
}));
export const MeasuredPanel = lazy(async () => ({
  default: (await import("#views/live/measured-panel.tsx")).MeasuredPanel,
}));
export const RoutesPanel = lazy(async () => ({
  default: (await import("#views/live/routes-panel.tsx")).RoutesPanel,
}));
export const HoldHere = lazy(async () => ({
  default: (await import("./presenter/hold-here.tsx")).HoldHere,
}));
export const Laser = lazy(async () => ({ default: (await import("./presenter/laser.tsx")).Laser }));
export const TourInvitation = lazy(async () => ({
  default: (await import("./tour/tour-invitation.tsx")).TourInvitation,
}));
export const Compare = lazy(async () => ({ default: (await import("#views/compare/compare.tsx")).Compare }));
export const HelpDialog = lazy(async () => ({ default: (await import("./help-dialog.tsx")).HelpDialog }));
export const LinkNotice = lazy(async () => ({ default: (await import("./link-notice.tsx")).LinkNotice }));
