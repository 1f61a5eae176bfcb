import { useEffect, useRef } from "react";
import { writeClock } from "#base/write-number.ts";
import type { Player } from "#player/player-types.ts";
import { cancelDraw, requestDraw } from "#state/frame-loop.ts";
import { usePlayer } from "#state/use-player.ts";

/** `1.20 / 2.00 s`. The current time is written once a frame, without React, in room for the longest one. */
export function PlaybackClock({ player }: { readonly player: Player }) {
  const now = useRef<HTMLElement>(null);
  useEffect(() => {
    const write = () => {
      const text = writeClock(player.getState().currentTime);
      if (now.current && now.current.textContent !== text) now.current.textContent = text;
    };
    write();
    const unsubscribe = player.subscribe(() => requestDraw(write));
    return () => {
      unsubscribe();
      cancelDraw(write);
    };
  }, [player]);
  const total = writeClock(usePlayer(player, ({ track }) => track.end));
  return (
    <p className="playback-clock">
      <b ref={now} style={{ minWidth: `${total.length}ch` }} /> / <span data-total>{total}</span> s
    </p>
  );
}
