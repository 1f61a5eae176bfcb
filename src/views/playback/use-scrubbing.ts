import type { KeyboardEvent } from "react";
import { type CssPixels, type Milliseconds, traceTime } from "#base/units.ts";
import type { Player } from "#player/player-types.ts";
import { useTimeDrag } from "#state/use-time-drag.ts";

const TENTH: Milliseconds = 100;

/** What the arrow and page keys do on the focused strip. */
const KEYS: Readonly<Record<string, (player: Player, shift: boolean) => void>> = {
  ArrowLeft: (player, shift) => (shift ? shiftBy(player, -TENTH) : player.stepBy(-1)),
  ArrowDown: (player) => player.stepBy(-1),
  ArrowRight: (player, shift) => (shift ? shiftBy(player, TENTH) : player.stepBy(1)),
  ArrowUp: (player) => player.stepBy(1),
  PageUp: (player) => player.previousMoment(),
  PageDown: (player) => player.nextMoment(),
  Home: (player) => player.toStart(),
  End: (player) => player.toEnd(),
  " ": (player) => player.toggle(),
};

function shiftBy(player: Player, delta: Milliseconds): void {
  player.seek(traceTime(Math.max(0, player.getState().currentTime + delta)));
}

/** Dragging and keys of a strip whose x stands for time. */
export function useScrubbing(player: Player, timeAt: (clientX: CssPixels) => Milliseconds) {
  return {
    ...useTimeDrag(player, ({ clientX }) => timeAt(clientX)),
    onKeyDown(event: KeyboardEvent) {
      const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : KEYS[event.key];
      if (act === undefined) return;
      act(player, event.shiftKey);
      event.preventDefault();
    },
  };
}
