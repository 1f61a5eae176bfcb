import { type RefObject, useEffect } from "react";
import type { CssPixels } from "#base/units.ts";
import type { Player } from "#player/player-types.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import type { Geometry } from "../geometry.ts";
import { listenForGestures } from "../gestures.ts";
import type { Position } from "../time-scale.ts";
import type { View } from "../view.ts";
import { hitTest, laneAt, type Picture } from "./hit-test.ts";
import type { InspectionStore } from "./inspection.ts";
import { NOTHING_MEASURED } from "./measure.ts";
import { snap } from "./snap.ts";
import type { Zoom } from "./use-zoom.ts";

/** How near to an event the playhead has to come to stand on it. */
const SNAP: CssPixels = 6;

export interface Handled {
  readonly geometry: Geometry | undefined;
  readonly model: TraceModel;
  readonly player: Player;
  readonly view: View;
  readonly zoom: Zoom;
  readonly inspection: InspectionStore;
  picture(): Picture | undefined;
  onSelect(task: TaskId | undefined): void;
}

/** What the pointer does on the plot; reads what is `latest` so that a drag outlives what changes around it. */
export function usePlotGestures(
  slider: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  latest: RefObject<Handled>,
): void {
  useEffect(() => {
    if (!slider.current || !scroller.current) return;
    const box = scroller.current;

    const positionAt = (x: CssPixels, free: boolean): Position | undefined => {
      const { geometry, model, view } = latest.current;
      if (!geometry) return undefined;
      const { palette, scale } = geometry;
      const content = x - palette.gutter + view.scrollX;
      return free ? scale.positionAt(content) : snap(model, scale, content, SNAP * palette.unit);
    };

    return listenForGestures(slider.current, box, {
      scrub: (x, free) => {
        const position = positionAt(x, free);
        const { geometry, player } = latest.current;
        if (!position) return;
        if (geometry?.scale.magnified) player.seek(position.time, position.step);
        else player.seek(position.time);
      },
      measureFrom: (x, free) => {
        const from = positionAt(x, free);
        if (!from) return;
        latest.current.inspection.setState({
          measure: { kind: "dragged", from, to: from },
          isDragging: true,
        });
      },
      measureTo: (x, free) => {
        const to = positionAt(x, free);
        const { measure } = latest.current.inspection.getState();
        if (!to || measure.kind !== "dragged") return;
        latest.current.inspection.setState({ measure: { ...measure, to } });
      },
      measured: () => {
        const { inspection } = latest.current;
        const { measure } = inspection.getState();
        const isEmpty =
          measure.kind === "dragged" &&
          measure.from.step === measure.to.step &&
          measure.from.time === measure.to.time;
        inspection.setState({ isDragging: false, ...(isEmpty && { measure: NOTHING_MEASURED }) });
      },
      hold: (point) => {
        const { picture, inspection, onSelect } = latest.current;
        const drawn = picture();
        const task = drawn && laneAt(drawn, point.y);
        const hit = drawn && hitTest(drawn, point);
        if (task !== undefined) onSelect(task);
        if (!hit) return;
        const { left, top } = box.getBoundingClientRect();
        const [x, y] = [left + point.x, top + point.y];
        inspection.setState({ pointed: { kind: "hit", hit, x, y, byTouch: true } });
      },
      pan: (by) => {
        const { zoom, view } = latest.current;
        zoom.stop();
        view.scrollTo(view.scrollX - by);
      },
      zoom: (factor, x) => {
        latest.current.zoom.stop();
        latest.current.view.zoomBy(factor, x);
      },
      canPan: () => latest.current.view.canScroll,
      pansFrom: (y) => y < (latest.current.geometry?.layout.axis ?? 0),
    });
  }, [slider, scroller, latest]);
}
