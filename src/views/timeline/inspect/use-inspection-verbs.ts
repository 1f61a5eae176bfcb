import { type RefObject, useMemo } from "react";
import type { Player } from "#player/player-types.ts";
import type { TimelineCommand } from "#state/timeline-commands.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import { isCap } from "../draw-shapes.ts";
import { useLatest } from "../use-latest.ts";
import type { InspectionStore } from "./inspection.ts";
import { type MeasuredRange, rangeOf, toggleMark } from "./measure.ts";
import type { Zoom } from "./use-zoom.ts";

const ZOOM_FACTOR = 1.5;
/** How much of the view a key moves. */
const PAN_SHARE = 0.4;

interface Inspected {
  readonly model: TraceModel;
  readonly player: Player;
  readonly zoom: Zoom;
  readonly inspection: InspectionStore;
  readonly selected: TaskId | undefined;
}

/** What each command does: the same for a key and for a button. */
export function useInspectionVerbs(
  inspected: Inspected,
): RefObject<Readonly<Record<TimelineCommand, () => void>>> {
  const { model, player, zoom, inspection, selected } = inspected;
  const verbs = useMemo(() => {
    const playhead = () => {
      const { currentTime: time, step } = player.getState();
      return { time, step };
    };
    return {
      zoomIn: () => zoom.by(ZOOM_FACTOR),
      zoomOut: () => zoom.by(1 / ZOOM_FACTOR),
      fit: zoom.fit,
      zoomToSelection: () => {
        const range = selected === undefined ? undefined : lifeOf(model, selected);
        const wanted = range ?? rangeOf(inspection.getState().measure, playhead());
        if (wanted) zoom.show(wanted);
      },
      panBack: () => zoom.pan(-PAN_SHARE),
      panOn: () => zoom.pan(PAN_SHARE),
      causes: () => inspection.setState(({ causes }) => ({ causes: !causes })),
      measure: () => inspection.setState(({ measure }) => ({ measure: toggleMark(measure, playhead()) })),
    };
  }, [model, player, zoom, inspection, selected]);
  return useLatest(verbs);
}

/** From when a task is there to when it ends; undefined for one that never is. */
export function lifeOf(model: TraceModel, task: TaskId): MeasuredRange | undefined {
  const { trace } = model;
  const count = model.spanCount(task);
  if (count === 0) return undefined;
  const [first, last] = [model.spanAt(task, 0), model.spanAt(task, count - 1)];
  const begin = first.state === "absent" ? first.to : first.from;
  const end = isCap(last.state) ? last.from : trace.length - 1;
  if (begin >= trace.length) return undefined;
  const position = (step: number) => ({ time: trace.timeAt(step), step });
  return { from: position(begin), to: position(Math.max(begin, Math.min(end, trace.length - 1))) };
}
