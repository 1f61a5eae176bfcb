import { useMemo } from "react";
import type { Player } from "#player/player-types.ts";
import type { LaneOrder } from "../lane-order.ts";
import type { Run } from "../use-run.ts";
import { arrangeLanes } from "./arrange-lanes.ts";
import { type LaneArrangement, looksAtStates } from "./lane-choice.ts";
import { useLookedAtStep } from "./use-looked-at-step.ts";

/** The lanes as they were asked for; the same order for as long as nothing that it depends on has changed. */
export function useLaneOrder(run: Run, player: Player, choice: LaneArrangement): LaneOrder {
  const { model, live } = run;
  const grows = live?.underWay === true;
  const timed = grows ? live.predicted : model;
  // While a run grows, only the states in it are news.
  const looked = looksAtStates(choice) ? model : timed;
  const step = useLookedAtStep(run, player, choice, looksAtStates(choice));
  const { sort, direction, states, name } = choice;
  return useMemo(
    () => arrangeLanes({ model: looked, step, timed }, { sort, direction, states, name }),
    [looked, step, timed, sort, direction, states, name],
  );
}
