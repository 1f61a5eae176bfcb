import { useCallback, useEffect, useRef } from "react";
import type { Player } from "#player/player-types.ts";
import { cancelDraw, requestDraw } from "#state/frame-loop.ts";
import type { Palette } from "#state/palette.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { Canvas, type CanvasHandle, type CanvasSize } from "#ui/canvas/canvas.tsx";
import type { Pen } from "#ui/canvas/pen.ts";
import type { Axis } from "./axis.ts";
import { drawRun } from "./draw-run.ts";

interface RunPlotProps {
  readonly model: TraceModel;
  readonly player: Player;
  readonly palette: Palette;
  readonly axis: Axis;
}

/** One mode's picture; the playhead that crosses all of them is not in it. */
export function RunPlot({ model, player, palette, axis }: RunPlotProps) {
  const canvas = useRef<CanvasHandle>(null);
  const draw = useCallback(
    (pen: Pen, size: CanvasSize) =>
      drawRun(pen, size, { palette, model, axis, now: player.getState().currentTime }),
    [palette, model, axis, player],
  );
  useEffect(
    () =>
      player.subscribe(({ currentTime }, previous) => {
        if (currentTime !== previous.currentTime) canvas.current?.repaint();
      }),
    [player],
  );
  return (
    <Canvas ref={canvas} className="compare-canvas" draw={draw} request={requestDraw} cancel={cancelDraw} />
  );
}
