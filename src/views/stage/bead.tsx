import { useCallback, useRef } from "react";
import type { TraceTime } from "#base/units.ts";
import type { Player } from "#player/player-types.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { beadPhase } from "./bead-phase.ts";
import type { Box } from "./geometry.ts";
import { useOnTime } from "./use-on-time.ts";

/** The tail's pieces: how long, as a part of the track, and how strong. */
const TAIL = [
  { length: 0.03, opacity: 0.1 },
  { length: 0.018, opacity: 0.16 },
  { length: 0.008, opacity: 0.25 },
];

/** The heartbeat of the loop: a bead that runs along the container's border, one lap for each turn. */
export function Bead({
  model,
  player,
  track,
}: {
  readonly model: TraceModel;
  readonly player: Player;
  readonly track: Box;
}) {
  const group = useRef<SVGGElement>(null);
  const draw = useCallback(
    (time: TraceTime, step: number) => {
      const phase = beadPhase(model, Math.min(step, model.trace.length - 1), time) % 1;
      for (const [k, part] of [...TAIL, { length: 0 }].entries())
        group.current?.children[k]?.setAttribute("stroke-dashoffset", String(part.length - phase));
    },
    [model],
  );
  useOnTime(player, draw);
  const rect = { x: track.x, y: track.y, width: track.w, height: track.h, rx: 0.875, pathLength: 1 };
  return (
    <g ref={group} className="stage-bead">
      {TAIL.map(({ length, opacity }) => (
        <rect key={length} {...rect} strokeDasharray={`${length} ${1 - length}`} opacity={opacity} />
      ))}
      <rect {...rect} strokeDasharray="0 1" />
    </g>
  );
}
