import { useCallback, useRef } from "react";
import type { TraceTime } from "#base/units.ts";
import type { Player } from "#player/player-types.ts";
import type { LoopPhase, TraceModel } from "#trace/model-types.ts";
import { beadPhase, type Cover, nearestPhase, uncovered } from "./bead-phase.ts";
import type { Box } from "./geometry.ts";
import { useCovers } from "./use-covers.ts";
import { useOnTime } from "./use-on-time.ts";
import "./bead.css";

/** The bead and its tail: how far behind it each dot is, as a part of the track, how big and how strong. */
const DOTS = [0.025, 0.0205, 0.0164, 0.0123, 0.0082, 0.0041, 0].map((behind, k) => ({
  behind,
  size: k === 6 ? 0.625 : 0.14 + 0.075 * k,
  opacity: k === 6 ? 1 : 0.06 + 0.05 * k,
}));

interface BeadProps {
  readonly model: TraceModel;
  readonly player: Player;
  readonly track: Box;
  readonly loop: LoopPhase;
}

/**
 * The heartbeat of the loop: a bead that runs along the container's border, one lap for each turn. With time it moves in
 * every frame, from event to event it glides, and where the loop is blocked it freezes.
 */
export function Bead({ model, player, track, loop }: BeadProps) {
  const group = useRef<SVGGElement>(null);
  const shown = useRef({ phase: 0, step: -1 });
  const covers = useRef<readonly Cover[]>([]);
  const draw = useCallback(
    (time: TraceTime, step: number) => {
      const { phase: from, step: before } = shown.current;
      const wanted = beadPhase(model, Math.min(step, model.trace.length - 1), time, loop === "idle");
      const glides = step !== before && player.getState().arrival === "flow";
      const phase = glides ? nearestPhase(from, wanted, step < before) : wanted;
      shown.current = { phase, step };
      group.current?.toggleAttribute("data-glides", glides || phase === from);
      for (const [k, { behind }] of DOTS.entries())
        group.current?.children[k]?.setAttribute(
          "stroke-dashoffset",
          String(behind - uncovered(phase, covers.current)),
        );
    },
    [model, player, loop],
  );
  const redraw = useCallback(
    (covering: readonly Cover[]) => {
      covers.current = covering;
      const { currentTime, step } = player.getState();
      draw(currentTime, step);
    },
    [draw, player],
  );
  useCovers(group, redraw);
  useOnTime(player, draw);
  const rect = { x: track.x, y: track.y, width: track.w, height: track.h, rx: 0.875, pathLength: 1 };
  return (
    <g ref={group} className="stage-bead" data-frozen={loop === "blocked" || undefined}>
      {DOTS.map(({ behind, size, opacity }) => (
        <rect key={behind} {...rect} strokeDasharray="0 1" strokeWidth={size} opacity={opacity} />
      ))}
    </g>
  );
}
