import { useEffect, useRef, useState } from "react";
import type { TraceTime } from "#base/units.ts";
import type { Player } from "#player/player-types.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { commonTrack } from "#state/comparison/common-track.ts";
import { type Comparison, NOTHING_YET, startComparison } from "#state/comparison/comparison.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { isRan, type Row } from "./derive/rows.ts";

/** The scenario in every mode, as far as it is known; simulating ends with the component, or with the scenario. */
export function useComparison(
  scenario: Scenario,
  before: Scenario | undefined,
  known: TraceModel | undefined,
): Comparison {
  const [comparison, setComparison] = useState(NOTHING_YET);
  const latest = useRef(known);
  useEffect(() => {
    latest.current = known;
  }, [known]);
  useEffect(() => {
    const knownModel = () => (latest.current?.scenario === scenario ? latest.current : undefined);
    return startComparison({ scenario, before, knownModel }, setComparison);
  }, [scenario, before]);
  return comparison;
}

/** What was put into the player last, and where its playhead was to stand and stood. */
interface Placed {
  readonly models: readonly TraceModel[];
  readonly from: TraceTime;
  readonly wanted: TraceTime;
  readonly at: TraceTime;
}

/**
 * Keeps the rows' runs in the player, as long as they are shown. It begins at `from`, stays where it is led from then on,
 * and goes on playing when further runs come.
 */
export function useCommonTrack(player: Player, rows: readonly Row[], from: TraceTime): void {
  const placed = useRef<Placed>(undefined);
  useEffect(() => {
    const models = rows.filter(isRan).map(({ model }) => model);
    const last = placed.current?.from === from ? placed.current : undefined;
    if (models.length === 0 || (last !== undefined && isSameList(models, last.models))) return;
    const { currentTime, status } = player.getState();
    // As long as rows are still to come, the moment that is wanted may lie behind the end of those that are there.
    const wanted = last === undefined ? from : currentTime === last.at ? last.wanted : currentTime;
    player.load(commonTrack(models), { time: wanted });
    placed.current = { models, from, wanted, at: player.getState().currentTime };
    if (status === "playing" && player.getState().status === "paused") player.play();
  }, [player, rows, from]);
  useEffect(
    () => () => {
      placed.current = undefined;
      player.load(commonTrack([]));
    },
    [player],
  );
}

const isSameList = (a: readonly TraceModel[], b: readonly TraceModel[]): boolean =>
  a.length === b.length && a.every((model, k) => model === b[k]);
