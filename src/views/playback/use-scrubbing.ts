import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { type CssPixels, type Milliseconds, traceTime } from "#base/units.ts";
import type { Player } from "#player/player-types.ts";

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

/** Dragging and keys of a strip whose x stands for time. A player that plays stands still while it is dragged. */
export function useScrubbing(player: Player, timeAt: (clientX: CssPixels) => Milliseconds) {
  const drag = useRef<{ readonly wasPlaying: boolean }>(undefined);
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
      player.seek(traceTime(timeAt(event.clientX)));
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (drag.current) player.seek(traceTime(timeAt(event.clientX)));
    },
    onPointerUp: end,
    onPointerCancel: end,
    onKeyDown(event: KeyboardEvent) {
      const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : KEYS[event.key];
      if (act === undefined) return;
      act(player, event.shiftKey);
      event.preventDefault();
    },
  };
}
