import { useCallback, useRef } from "react";
import type { TraceTime } from "#base/units.ts";
import type { Player } from "#player/player-types.ts";
import type { Point, Rem } from "./geometry.ts";
import { useOnTime } from "./use-on-time.ts";

interface Wait {
  readonly start: TraceTime;
  /** Undefined while it is queued: nobody works on it, and how long it will take cannot be seen. */
  readonly due: TraceTime | undefined;
}

/** A disc that fills while a wait passes. */
export function Disc({ player, wait, center, radius, state }: DiscProps) {
  const pie = useRef<SVGCircleElement>(null);
  const { start, due } = wait;
  const draw = useCallback(
    (time: TraceTime) => {
      const passed =
        due === undefined || due <= start ? 0 : Math.min(1, Math.max(0, (time - start) / (due - start)));
      pie.current?.setAttribute("stroke-dasharray", `${passed} 2`);
    },
    [start, due],
  );
  useOnTime(player, draw);
  return (
    <g className="stage-disc" data-state={state} transform={`translate(${center.x} ${center.y}) rotate(-90)`}>
      <circle className="stage-disc-plate" r={radius} />
      <circle
        ref={pie}
        className="stage-disc-pie"
        r={radius / 2}
        strokeWidth={radius}
        pathLength={1}
        strokeDasharray="0 2"
      />
      <circle className="stage-disc-rim" r={radius} />
    </g>
  );
}

interface DiscProps {
  readonly player: Player;
  readonly wait: Wait;
  readonly center: Point;
  readonly radius: Rem;
  readonly state: "suspended" | "blocked" | "queued";
}

/** The time that is left, in seconds. */
export function TimeLeft({ player, due }: { readonly player: Player; readonly due: TraceTime }) {
  const text = useRef<HTMLElement>(null);
  const draw = useCallback(
    (time: TraceTime) => {
      if (text.current !== null) text.current.textContent = (Math.max(0, due - time) / 1000).toFixed(2);
    },
    [due],
  );
  useOnTime(player, draw);
  return <b ref={text} />;
}
