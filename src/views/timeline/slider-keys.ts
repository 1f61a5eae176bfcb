import type { KeyboardEvent } from "react";
import { traceTime } from "#base/units.ts";
import type { Player } from "#player/player-types.ts";

const NUDGE_MS = 100;

/** Keys of the focused plot, as a slider's: steps, tenths of a second, moments, both ends; and space to play. Says whether it took the key. */
export function handleSliderKey(event: KeyboardEvent, player: Player): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { currentTime, track } = player.getState();
  const nudge = (by: number) => player.seek(traceTime(Math.min(track.end, Math.max(0, currentTime + by))));
  switch (event.key) {
    case "ArrowLeft":
    case "ArrowDown":
      if (event.shiftKey) nudge(-NUDGE_MS);
      else player.stepBy(-1);
      return true;
    case "ArrowRight":
    case "ArrowUp":
      if (event.shiftKey) nudge(NUDGE_MS);
      else player.stepBy(1);
      return true;
    case " ":
      player.toggle();
      return true;
    case "Home":
      player.toStart();
      return true;
    case "End":
      player.toEnd();
      return true;
    case "PageUp":
      player.previousMoment();
      return true;
    case "PageDown":
      player.nextMoment();
      return true;
    default:
      return false;
  }
}
