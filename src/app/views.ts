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

// The frame of the page stands before its views are there; their code is on its way from the first moment on.
const loading = {
  stage: import("#views/stage/stage.tsx"),
  narration: import("#views/narration/narration.tsx"),
  timeline: import("#views/timeline/timeline.tsx"),
  playback: import("#views/playback/playback.tsx"),
  code: import("#views/code/code.tsx"),
  console: import("#views/console/console.tsx"),
};
export const Stage = lazy(async () => ({ default: (await loading.stage).Stage }));
export const Narration = lazy(async () => ({ default: (await loading.narration).Narration }));
export const Timeline = lazy(async () => ({ default: (await loading.timeline).Timeline }));
export const Playback = lazy(async () => ({ default: (await loading.playback).Playback }));
export const Code = lazy(async () => ({ default: (await loading.code).Code }));
export const Console = lazy(async () => ({ default: (await loading.console).Console }));

// These are loaded when they are asked for.
export const Setup = lazy(async () => ({ default: (await import("#views/setup/setup.tsx")).Setup }));
export const StatisticsChip = lazy(async () => ({
  default: (await import("#views/statistics/statistics-chip.tsx")).StatisticsChip,
}));
export const StatisticsPanel = lazy(async () => ({
  default: (await import("#views/statistics/statistics-panel.tsx")).StatisticsPanel,
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
export const HelpDialog = lazy(async () => ({ default: (await import("./help-dialog.tsx")).HelpDialog }));
export const LinkNotice = lazy(async () => ({ default: (await import("./link-notice.tsx")).LinkNotice }));
