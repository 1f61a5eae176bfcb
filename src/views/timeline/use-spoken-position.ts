import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { timelineWords } from "#i18n/timeline.ts";
import type { Player } from "#player/player-types.ts";
import { describePosition } from "./describe-position.ts";
import type { Run } from "./use-run.ts";

const WHILE_MOVING_MS = 500;

/** Keeps the slider's value and its words up to date, past React: the position changes with every frame. */
export function useSpokenPosition(slider: RefObject<Element | null>, player: Player, run: Run): void {
  const words = useMessages(timelineWords);
  const latest = useRef(run);
  const told = useRef<number>(undefined);
  const tell = useRef(() => {});

  useEffect(() => {
    tell.current = () => {
      const { model, live } = latest.current;
      const { currentTime, step, status } = player.getState();
      // Playing, or going along with the end of a run that grows.
      const moving = status === "playing" || (status === "ended" && live?.underWay === true);
      const slot = Math.floor(currentTime / WHILE_MOVING_MS);
      if (!slider.current || (moving && slot === told.current)) return;
      told.current = slot;
      const snapshot = model.snapshotAt(step, currentTime);
      slider.current.setAttribute("aria-valuenow", String(Math.round(currentTime)));
      slider.current.setAttribute("aria-valuetext", describePosition(snapshot, model.trace.length, words));
    };
    told.current = undefined;
    tell.current();
    return player.subscribe(() => tell.current());
  }, [slider, player, words]);

  useLayoutEffect(() => {
    const grew = run.live?.underWay === true && latest.current.model.scenario === run.model.scenario;
    latest.current = run;
    if (!grew) told.current = undefined;
    tell.current();
  }, [run]);
}
