import { type RefObject, useCallback, useEffect, useMemo } from "react";
import { inspectWords } from "#i18n/inspect.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stateNames } from "#i18n/states.ts";
import { timelineWords } from "#i18n/timeline.ts";
import type { Player } from "#player/player-types.ts";
import type { TaskId } from "#trace/trace.ts";
import type { CanvasSize } from "#ui/canvas/canvas.tsx";
import type { Pen } from "#ui/canvas/pen.ts";
import { watchRest } from "./at-rest.ts";
import { drawTimeline } from "./draw-timeline.ts";
import type { Frame } from "./frame.ts";
import type { Geometry } from "./geometry.ts";
import { causesToShow } from "./inspect/causes-to-show.ts";
import type { InspectionStore } from "./inspect/inspection.ts";
import { rangeOf } from "./inspect/measure.ts";
import { measureLabel } from "./inspect/measure-words.ts";
import type { DensityMark } from "./legend/legend-entries.ts";
import type { Run } from "./use-run.ts";
import type { View } from "./view.ts";

interface PictureRequest {
  readonly run: Run;
  readonly player: Player;
  readonly geometry: Geometry | undefined;
  readonly view: View;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly selected: TaskId | undefined;
  readonly hovered: TaskId | undefined;
  readonly inspection: InspectionStore;
}

/** How to draw the timeline as it stands: another function whenever that is another picture. */
export function usePicture(request: PictureRequest) {
  const { run, player, geometry, view, scroller, selected, hovered, inspection } = request;
  const words = useMessages(timelineWords);
  const states = useMessages(stateNames);
  const inspected = useMessages(inspectWords);
  const noteMarks = useNotedMarks(inspection);
  return useCallback(
    (ctx: Pen, { width, height }: CanvasSize) => {
      if (!geometry || !scroller.current) return;
      const { scrollX } = view;
      const scrollY = scroller.current.scrollTop;
      const { currentTime: time, step, status } = player.getState();
      const position = { time, step };
      const now = geometry.palette.gutter + geometry.scale.x(position) - scrollX;
      const follows = run.live?.underWay === true && status === "ended";
      const paused = status !== "playing" && !follows;
      const { measure, causes: all, tooManyCauses } = inspection.getState();
      const place = { ...run, ...geometry, width, height, scrollX, scrollY };
      const causes = causesToShow(place, { all, selected, step });
      const range = rangeOf(measure, position);
      const measured = range && { ...range, label: measureLabel(range, inspected, run.live !== undefined) };
      const marks = drawTimeline({
        ...{ ...place, ctx, words, stateNames: states, position, now, paused, selected, hovered, measured },
        causes: causes.kind === "shown" ? causes.causes : [],
        ahead: [],
      } satisfies Frame);
      const tooMany = causes.kind === "tooMany";
      if (tooMany !== tooManyCauses) inspection.setState({ tooManyCauses: tooMany });
      noteMarks(marks);
    },
    [
      run,
      geometry,
      view,
      scroller,
      player,
      words,
      states,
      inspected,
      selected,
      hovered,
      inspection,
      noteMarks,
    ],
  );
}

/** Tells of the marks that were drawn: of the first ones at once, of a change when it has come to rest. */
function useNotedMarks(inspection: InspectionStore): (marks: ReadonlySet<DensityMark>) => void {
  const notes = useMemo(() => {
    let latest: ReadonlySet<DensityMark> | undefined;
    const tell = () => inspection.setState({ density: [...(latest ?? [])] });
    const rest = watchRest(tell);
    const note = (marks: ReadonlySet<DensityMark>) => {
      const isFirst = latest === undefined;
      latest = marks;
      const { density } = inspection.getState();
      if (marks.size === density.length && density.every((mark) => marks.has(mark))) return;
      if (isFirst) tell();
      else rest.moved();
    };
    return { note, stop: rest.stop };
  }, [inspection]);
  useEffect(() => notes.stop, [notes]);
  return notes.note;
}
