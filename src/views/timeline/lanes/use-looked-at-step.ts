import { useEffect, useState } from "react";
import type { Player } from "#player/player-types.ts";
import type { StepIndex } from "#trace/trace.ts";
import type { Run } from "../use-run.ts";
import type { LaneArrangement } from "./lane-choice.ts";

/** So long the playhead must rest before lanes are arranged anew: a drag or a held key is one movement. */
const REST_MS = 200;

/**
 * The step at which states are looked at: where the playhead rests, or where it was when this was chosen. While it
 * moves, lanes stay where they are; who does not look hears nothing of the playhead.
 */
export function useLookedAtStep(
  { model: { scenario }, live }: Run,
  player: Player,
  { sort, states }: LaneArrangement,
  looks: boolean,
): StepIndex {
  const grows = live?.underWay === true;
  const [looked, look] = useState({ step: player.getState().step, scenario, sort, states });
  useEffect(() => {
    if (!looks) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = () => {
      clearTimeout(timer);
      const { status } = player.getState();
      // At the end of a run that grows, the playhead goes along with it.
      if (status === "playing" || (grows && status === "ended")) return;
      timer = setTimeout(() => {
        const { step } = player.getState();
        look((known) => (known.step === step ? known : { ...known, step }));
      }, REST_MS);
    };
    watch();
    const stop = player.subscribe(watch);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [looks, player, grows]);
  if (looked.scenario === scenario && looked.sort === sort && looked.states === states) return looked.step;
  const { step } = player.getState();
  look({ step, scenario, sort, states });
  return step;
}
