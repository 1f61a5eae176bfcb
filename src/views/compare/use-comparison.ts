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

/** Keeps the rows' runs in the player, which begins at `from` and stays where it is led from then on. */
export function useCommonTrack(player: Player, rows: readonly Row[], from: TraceTime): void {
  const wanted = useRef(from);
  const placed = useRef<TraceTime>(undefined);
  useEffect(() => {
    wanted.current = from;
    placed.current = undefined;
  }, [from]);
  useEffect(() => {
    const models = rows.filter(isRan).map(({ model }) => model);
    if (models.length === 0) return;
    const { currentTime } = player.getState();
    // As long as rows are still to come, the moment that is wanted may lie behind the end of those that are there.
    if (placed.current !== undefined && currentTime !== placed.current) wanted.current = currentTime;
    player.load(commonTrack(models), { time: wanted.current });
    placed.current = player.getState().currentTime;
  }, [player, rows]);
}
