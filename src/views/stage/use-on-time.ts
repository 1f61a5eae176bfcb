import { useEffect } from "react";
import type { TraceTime } from "#base/units.ts";
import type { Player } from "#player/player-types.ts";
import { cancelDraw, requestDraw } from "#state/frame-loop.ts";

/**
 * Calls `draw` with the player's time in every frame in which something changed: for what moves continuously and is
 * written past React. `draw` must be stable (useCallback).
 */
export function useOnTime(player: Player, draw: (time: TraceTime, step: number) => void): void {
  useEffect(() => {
    const now = () => {
      const { currentTime, step } = player.getState();
      draw(currentTime, step);
    };
    const unsubscribe = player.subscribe(() => requestDraw(now));
    now();
    return () => {
      unsubscribe();
      cancelDraw(now);
    };
  }, [player, draw]);
}
