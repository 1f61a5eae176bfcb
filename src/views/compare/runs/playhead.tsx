import { type RefObject, useEffect, useRef } from "react";
import type { CssPixels } from "#base/units.ts";
import type { Player } from "#player/player-types.ts";
import { cancelDraw, requestDraw } from "#state/frame-loop.ts";
import { type Axis, axisX } from "./axis.ts";
import type { PlotExtent } from "./use-plot-extent.ts";

interface PlayheadProps {
  readonly player: Player;
  readonly axis: Axis;
  readonly extent: PlotExtent;
  readonly unit: number;
  /** What the rows are in. */
  readonly sheet: RefObject<HTMLElement | null>;
}

/** A tick's label would stand under the playhead when it is nearer than this, in the design's px. */
const NEAR = 16;

/** Now, in all rows at once; and the labels of the axis, which give way to it. Moved between frames without React. */
export function Playhead({ player, axis, extent, unit, sheet }: PlayheadProps) {
  const head = useRef<HTMLDivElement>(null);
  const labels = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const at = (time: number): CssPixels => axisX(axis, time, extent.width, unit);
    const draw = () => {
      const x = at(player.getState().currentTime);
      // For the plots, too: where rows are blocks, each has a piece of the line of its own.
      sheet.current?.style.setProperty("--compare-now", `${x}px`);
      if (head.current) head.current.style.transform = `translateX(${extent.left + x}px)`;
      for (const [k, label] of [...(labels.current?.children ?? [])].entries())
        (label as HTMLElement).style.visibility =
          Math.abs(at(axis.ticks[k]?.time ?? 0) - x) < NEAR * unit ? "hidden" : "visible";
    };
    draw();
    const unsubscribe = player.subscribe(() => requestDraw(draw));
    return () => {
      unsubscribe();
      cancelDraw(draw);
    };
  }, [player, axis, extent, unit, sheet]);
  const last = axis.ticks.length - 1;
  return (
    <div className="compare-overlay" aria-hidden="true">
      <div className="compare-ticks" ref={labels}>
        {axis.ticks.map(({ time, label }, k) => (
          <span
            key={time}
            className="compare-tick"
            style={{ left: `${extent.left + axisX(axis, time, extent.width, unit)}px` }}
          >
            {label}
            {k === last && " s"}
          </span>
        ))}
      </div>
      <div className="compare-head" ref={head} data-playhead />
    </div>
  );
}
