import { type PointerEvent, useRef } from "react";
import { type Milliseconds, traceTime } from "#base/units.ts";
import type { Player } from "#player/player-types.ts";

/** Dragging on what stands for time moves the playhead. A player that plays stands still meanwhile. */
export function useTimeDrag(player: Player, timeAt: (event: PointerEvent<HTMLElement>) => Milliseconds) {
  const drag = useRef<{ readonly wasPlaying: boolean }>(undefined);
  const seek = (event: PointerEvent<HTMLElement>) => player.seek(traceTime(timeAt(event)));
  const end = () => {
    if (drag.current?.wasPlaying) player.play();
    drag.current = undefined;
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { wasPlaying: player.getState().status === "playing" };
      player.pause();
      seek(event);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (drag.current) seek(event);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
