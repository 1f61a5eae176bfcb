import { useEffect, useRef, useState } from "react";
import type { Milliseconds } from "#base/units.ts";
import type { Player } from "#player/player-types.ts";
import { usePlayer } from "#state/use-player.ts";

/** While playing, a listener hears at most one sentence in this time; sentences in between are skipped. */
const QUIET: Milliseconds = 2000;

/**
 * The text for a live region: the latest line after a step or a pause, one every two seconds while playing or while
 * the run itself goes on, and the old one still while the visitor scrubs, so that a screen reader keeps silent.
 */
export function useAnnouncement(player: Player, line: string, isUnderWay: boolean): string {
  const [spoken, setSpoken] = useState("");
  const lastTime = useRef(Number.NEGATIVE_INFINITY);
  const isPlaying = usePlayer(player, (state) => state.status === "playing");
  const isMoving = isPlaying || isUnderWay;
  useEffect(() => {
    if (player.getState().arrival === "jump") return;
    const speak = () => {
      lastTime.current = performance.now();
      setSpoken(line);
    };
    const wait = isMoving ? lastTime.current + QUIET - performance.now() : 0;
    if (wait <= 0) {
      speak();
      return;
    }
    const timer = setTimeout(speak, wait);
    return () => clearTimeout(timer);
  }, [player, line, isMoving]);
  useEffect(() => {
    // A busy page says it later than it meant to: what is heard must be so far apart.
    if (spoken !== "") lastTime.current = performance.now();
  }, [spoken]);
  return spoken;
}
