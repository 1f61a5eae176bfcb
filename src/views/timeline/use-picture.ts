import { type RefObject, useCallback } from "react";
import { inspectWords } from "#i18n/inspect.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stateNames } from "#i18n/states.ts";
import { timelineWords } from "#i18n/timeline.ts";
import type { Player } from "#player/player-types.ts";
import type { TaskId } from "#trace/trace.ts";
import type { CanvasSize } from "#ui/canvas/canvas.tsx";
import type { Pen } from "#ui/canvas/pen.ts";
import { drawTimeline } from "./draw-timeline.ts";
import type { Frame } from "./frame.ts";
import type { Geometry } from "./geometry.ts";
import { causesToShow } from "./inspect/causes-to-show.ts";
import type { InspectionStore } from "./inspect/inspection.ts";
import { rangeOf } from "./inspect/measure.ts";
import { measureLabel } from "./inspect/measure-words.ts";
import type { Run } from "./use-run.ts";

interface PictureRequest {
  readonly run: Run;
  readonly player: Player;
  readonly geometry: Geometry | undefined;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly selected: TaskId | undefined;
  readonly hovered: TaskId | undefined;
  readonly inspection: InspectionStore;
}

/** How to draw the timeline as it stands: another function whenever that is another picture. */
export function usePicture(request: PictureRequest) {
  const { run, player, geometry, scroller, selected, hovered, inspection } = request;
  const words = useMessages(timelineWords);
  const states = useMessages(stateNames);
  const inspected = useMessages(inspectWords);
  return useCallback(
    (ctx: Pen, { width, height }: CanvasSize) => {
      if (!geometry || !scroller.current) return;
      const { scrollLeft: scrollX, scrollTop: scrollY } = scroller.current;
      const { currentTime: time, step, status } = player.getState();
      const position = { time, step };
      const now = geometry.palette.gutter + geometry.scale.x(position) - scrollX;
      const follows = run.live?.underWay === true && status === "ended";
      const paused = status !== "playing" && !follows;
      const { measure, causes: all, tooManyCauses, density } = inspection.getState();
      const view = { ...run, ...geometry, width, height, scrollX, scrollY };
      const causes = causesToShow(view, { all, selected, step });
      const range = rangeOf(measure, position);
      const measured = range && { ...range, label: measureLabel(range, inspected, run.live !== undefined) };
      const marks = drawTimeline({
        ...{ ...view, ctx, words, stateNames: states, position, now, paused, selected, hovered, measured },
        causes: causes.kind === "shown" ? causes.causes : [],
      } satisfies Frame);
      const tooMany = causes.kind === "tooMany";
      if (tooMany !== tooManyCauses) inspection.setState({ tooManyCauses: tooMany });
      if (marks.size !== density.length || density.some((mark) => !marks.has(mark)))
        inspection.setState({ density: [...marks] });
    },
    [run, geometry, scroller, player, words, states, inspected, selected, hovered, inspection],
  );
}
