import { type PointerEvent, useRef } from "react";
import { type CssPixels, type Milliseconds, traceTime } from "#base/units.ts";
import type { Player } from "#player/player-types.ts";

/** Dragging in any row moves the one playhead. A player that plays stands still meanwhile. */
export function usePlotScrubbing(player: Player, timeAt: (x: CssPixels) => Milliseconds) {
  const drag = useRef<{ readonly wasPlaying: boolean }>(undefined);
  const seek = (event: PointerEvent<HTMLElement>) =>
    player.seek(traceTime(timeAt(event.clientX - event.currentTarget.getBoundingClientRect().left)));
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
