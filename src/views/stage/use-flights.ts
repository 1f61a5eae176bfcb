import { type RefObject, useLayoutEffect, useRef } from "react";
import { boxAt, flightBetween } from "./flight.ts";
import type { Box } from "./geometry.ts";
import { keyframesOf } from "./keyframes.ts";
import type { TokenBox } from "./layout-stage.ts";
import type { Flow } from "./use-flow.ts";

interface Airborne {
  readonly animation: Animation;
  readonly way: readonly Box[];
}

/**
 * Lets tokens fly to their new places when the stage flows there; a jump ends every flight. Their style says where they
 * are to be, so that whatever becomes of an animation, they end up there.
 * @param stage what they are found in, by `data-token`
 */
export function useFlights(
  stage: RefObject<HTMLElement | null>,
  tokens: readonly TokenBox[],
  flow: Flow | undefined,
): void {
  const places = useRef<ReadonlyMap<string, TokenBox>>(new Map());
  const airborne = useRef(new Map<string, Airborne>());
  const flown = useRef(flow);
  useLayoutEffect(() => {
    const before = places.current;
    places.current = new Map(tokens.map((token) => [token.key, token]));
    // The same flow twice is another layout of the same step: a resized stage.
    const isNew = flow !== undefined && flow !== flown.current;
    flown.current = flow;
    if (!isNew || flow.isStill) {
      for (const { animation } of airborne.current.values()) animation.cancel();
      airborne.current.clear();
      return;
    }
    for (const token of tokens) {
      const left = before.get(token.key);
      if (left === undefined || isSamePlace(left, token)) continue;
      if (flow.isHurried && left.zone === token.zone) {
        airborne.current.get(token.key)?.animation.cancel();
        continue;
      }
      const element = stage.current?.querySelector<HTMLElement>(`[data-token="${CSS.escape(token.key)}"]`);
      if (element) takeOff(element, left, token, flow, airborne.current);
    }
  }, [stage, tokens, flow]);
}

/** From where it is now, be that in the middle of another flight. */
function takeOff(
  element: HTMLElement,
  left: TokenBox,
  to: TokenBox,
  { flight, isBackward }: Flow,
  airborne: Map<string, Airborne>,
): void {
  const present = airborne.get(to.key);
  const isFlying = present?.animation.playState === "running";
  const start = isFlying ? { ...left, ...whereIs(present) } : left;
  present?.animation.cancel();
  const way = isBackward ? flightBetween(to, start) : flightBetween(start, to);
  const direction = isBackward ? "reverse" : "normal";
  const animation = element.animate(keyframesOf(way), { duration: flight, direction });
  airborne.set(to.key, { animation, way });
  animation.onfinish = () => {
    if (airborne.get(to.key)?.animation === animation) airborne.delete(to.key);
  };
}

const whereIs = ({ animation, way }: Airborne): Box =>
  boxAt(way, animation.effect?.getComputedTiming().progress ?? 1);

const isSamePlace = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
