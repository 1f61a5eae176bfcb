import { type RefObject, useEffect } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { timelineWords } from "#i18n/timeline.ts";
import type { Player } from "#player/player-types.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { describePosition } from "./describe-position.ts";

const WHILE_PLAYING_MS = 500;

/** Keeps the slider's value and its words up to date, past React: the position changes with every frame. */
export function useSpokenPosition(
  slider: RefObject<Element | null>,
  player: Player,
  model: TraceModel,
): void {
  const words = useMessages(timelineWords);
  useEffect(() => {
    let told = -1;
    const tell = () => {
      const { currentTime, step, status } = player.getState();
      const slot = Math.floor(currentTime / WHILE_PLAYING_MS);
      if (!slider.current || (status === "playing" && slot === told)) return;
      told = slot;
      const snapshot = model.snapshotAt(step, currentTime);
      slider.current.setAttribute("aria-valuenow", String(Math.round(currentTime)));
      slider.current.setAttribute("aria-valuetext", describePosition(snapshot, model.trace.length, words));
    };
    tell();
    return player.subscribe(tell);
  }, [slider, player, model, words]);
}
