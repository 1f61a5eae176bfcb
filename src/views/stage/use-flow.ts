import { useLayoutEffect, useMemo, useRef } from "react";
import type { Milliseconds } from "#base/units.ts";
import { flightTime, type Movement, movementOf } from "#player/movements.ts";
import type { Player } from "#player/player-types.ts";
import { FASTEST_RATE_WITH_DWELL, speedAt } from "#player/tempo.ts";
import { useLessMotion } from "#state/media.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { StepIndex } from "#trace/trace.ts";

/** How the stage goes from the step it showed to the one it shows. */
export interface Flow {
  /** How long flights take, and changes in place. */
  readonly flight: Milliseconds;
  readonly change: Milliseconds;
  /** True after a step back: everything goes the way it came. */
  readonly isBackward: boolean;
  /** True where flights overlap, because so much happens: whoever only moves up in a zone does not fly there. */
  readonly isHurried: boolean;
  /** True for those who want less motion: nothing flies, what has changed gets a ring. */
  readonly isStill: boolean;
  /** The step that was shown before. */
  readonly from: StepIndex;
}

/**
 * The way to `step`; undefined when nothing is to fly, because it was jumped to: a seek, a new run, a rate at which
 * nobody could follow, a hidden tab.
 */
export function useFlow(model: TraceModel, player: Player, step: StepIndex): Flow | undefined {
  const shown = useRef({ model, step });
  // When it changes between two steps, what flies lands: the way from a step to itself is none.
  const isStill = useLessMotion();
  const flow = useMemo(
    () =>
      shown.current.model === model
        ? flowBetween(model, player, shown.current.step, step, isStill)
        : undefined,
    [model, player, step, isStill],
  );
  useLayoutEffect(() => {
    shown.current = { model, step };
  }, [model, step]);
  return flow;
}

function flowBetween(
  model: TraceModel,
  player: Player,
  from: StepIndex,
  to: StepIndex,
  isStill: boolean,
): Flow | undefined {
  const state = player.getState();
  const isJump = from === to || state.arrival === "jump" || state.playbackRate > FASTEST_RATE_WITH_DWELL;
  if (isJump || document.hidden) return undefined;
  // What happened is the later of the two steps, in whichever direction one goes.
  const event = Math.max(from, to);
  const movement: Movement = Math.abs(to - from) === 1 ? movementOf(model.trace.typeAt(event)) : "sit";
  const speed = speedAt(model.trace, event, state);
  return {
    flight: flightTime(movement, speed),
    change: flightTime("stay", speed),
    isBackward: to < from,
    isHurried: speed > FASTEST_RATE_WITH_DWELL,
    isStill,
    from,
  };
}
