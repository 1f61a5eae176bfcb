import { useCallback, useRef } from "react";
import type { TraceTime } from "#base/units.ts";
import type { Player } from "#player/player-types.ts";
import type { Rem } from "./geometry.ts";
import { useOnTime } from "./use-on-time.ts";
import "./countdown.css";

interface Wait {
  readonly start: TraceTime | undefined;
  /** Undefined until it is taken up: nobody works on it, and how long it will take cannot be seen. */
  readonly due: TraceTime | undefined;
}

/** A disc around the origin that fills while a wait passes. */
export function Disc({ player, wait, radius, state }: DiscProps) {
  const pie = useRef<SVGPathElement>(null);
  const { start, due } = wait;
  const draw = useCallback(
    (time: TraceTime) => {
      const passed =
        start === undefined || due === undefined || due <= start
          ? 0
          : Math.min(1, Math.max(0, (time - start) / (due - start)));
      pie.current?.setAttribute("d", piePath(passed, radius));
    },
    [start, due, radius],
  );
  useOnTime(player, draw);
  return (
    <g className="stage-disc" data-state={state}>
      <circle className="stage-disc-plate" r={radius} />
      <path ref={pie} className="stage-disc-pie" />
      <circle className="stage-disc-rim" r={radius} />
    </g>
  );
}

/** A slice of a disc around the origin, clockwise from the top; `part` is between 0 and 1. */
export function piePath(part: number, radius: Rem): string {
  if (part <= 0) return "";
  const arc = `A${radius} ${radius} 0`;
  if (part >= 1) return `M0 ${-radius}${arc} 1 1 0 ${radius}${arc} 1 1 0 ${-radius}Z`;
  const angle = 2 * Math.PI * part;
  return `M0 0V${-radius}${arc} ${part > 0.5 ? 1 : 0} 1 ${radius * Math.sin(angle)} ${-radius * Math.cos(angle)}Z`;
}

interface DiscProps {
  readonly player: Player;
  readonly wait: Wait;
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
