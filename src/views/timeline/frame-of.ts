import type { TraceTime } from "#base/units.ts";
import { stateNames } from "#i18n/states.ts";
import { timelineWords } from "#i18n/timeline.ts";
import type { Palette, StateColors } from "#state/palette.ts";
import type { LiveFacts } from "#trace/measurement/live-facts.ts";
import type { TaskState, TraceModel } from "#trace/model-types.ts";
import type { StepIndex, TaskId } from "#trace/trace.ts";
import type { Pen } from "#ui/canvas/pen.ts";
import type { Frame } from "./frame.ts";
import { heldThreadsOf } from "./held-threads.ts";
import { layoutLanes } from "./lane-layout.ts";
import { asGiven, type LaneOrder } from "./lane-order.ts";
import { createTimeScale } from "./time-scale.ts";
import { runOf } from "./use-run.ts";

const STATES: readonly TaskState[] = [
  "absent",
  "created",
  "ready",
  "running",
  "suspended",
  "blocked",
  "done",
  "failed",
  "cancelled",
  "pending",
];

const colorsOf = (state: string): StateColors => ({
  graphic: `${state} graphic`,
  fill: `${state} fill`,
  text: `${state} text`,
  on: `${state} on`,
});

const palette: Palette = {
  ...{ unit: 1, gutter: 112, target: 0, size: "usual", ghost: 0.34, threadWidth: 2.5 },
  ...{ caption: 12, small: 13, medium: 14, ui: "ui", mono: "mono" },
  ...{ ink: "ink", ink2: "ink2", ink3: "ink3", onInk: "onInk", bg: "bg", panel: "panel" },
  ...{ sunken: "sunken", line: "line", lineStrong: "lineStrong" },
  states: Object.fromEntries(STATES.map((state) => [state, colorsOf(state)])) as Palette["states"],
};

interface FrameRequest {
  readonly ctx: Pen;
  readonly model: TraceModel;
  readonly step: StepIndex;
  readonly magnify?: boolean;
  readonly zoom?: number;
  readonly scrollX?: number;
  readonly scrollY?: number;
  readonly paused?: boolean;
  readonly selected?: TaskId;
  readonly hovered?: TaskId;
  readonly causes?: Frame["causes"];
  readonly measured?: Frame["measured"];
  readonly live?: LiveFacts;
  /** Absent = every task, in the order of the scenario. */
  readonly order?: LaneOrder;
  /** Absent = a lane for each. */
  readonly threads?: "summary";
  /** Absent = when the step happened. */
  readonly time?: TraceTime;
}

/** For tests: the picture of a run at a step, at the design's base size of 816 × 252 px, in English. */
export function frameOf(request: FrameRequest): Frame {
  const { ctx, model, step, magnify = true, zoom = 1, scrollX = 0, scrollY = 0, paused = true } = request;
  const { tracks, monograms, weights, live } = runOf(model, model.trace.names, request.live);
  const until = live?.until ?? model.total;
  const scale = createTimeScale(model, weights, { fit: 676, zoom, unit: 1, magnify, until });
  const position = { time: request.time ?? model.trace.timeAt(step), step };
  return {
    ...{ ctx, palette, model, scale, tracks, monograms, live, scrollX, scrollY, position, paused },
    words: timelineWords.en,
    stateNames: stateNames.en,
    layout: layoutLanes({
      ...{ height: 252, unit: 1, size: "usual" },
      threads: request.threads ?? tracks.length,
      order: request.order ?? asGiven(model.taskCount - 1),
      heartbeats: live?.strips.length ?? 0,
    }),
    width: 816,
    height: 252,
    now: palette.gutter + scale.x(position) - scrollX,
    ...{ selected: request.selected, hovered: request.hovered },
    ...{ causes: request.causes ?? [], measured: request.measured },
    ahead: [],
    summary: request.threads && heldThreadsOf(model, tracks),
  };
}
