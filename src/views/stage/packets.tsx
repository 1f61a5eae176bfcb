import { useLayoutEffect, useRef } from "react";
import type { Milliseconds } from "#base/units.ts";
import { writeCount } from "#base/write-number.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { StepIndex } from "#trace/trace.ts";
import { flightBetween, type Place } from "./flight.ts";
import { type Box, bottomOf, middleOf } from "./geometry.ts";
import { movesBetween, type Spot } from "./group-moves.ts";
import { keyframesOf } from "./keyframes.ts";
import type { StageLayout } from "./layout-stage.ts";
import type { Flow } from "./use-flow.ts";
import "./group.css";

interface PacketsProps {
  readonly model: TraceModel;
  readonly step: StepIndex;
  readonly layout: StageLayout;
  readonly flow: Flow | undefined;
}

/** A number must stay long enough to be read, and nothing may flash more than three times a second. */
const SHORTEST: Milliseconds = 360;
const SIZE = { w: 4, h: 1.5 };

/** The ways that tasks take between the groups, and what they have become at the end of it. */
const WAYS: readonly (readonly [from: Spot, to: Spot, state: string])[] = [
  ["queue", "seat", "running"],
  ["queue", "hang", "suspended"],
  ["queue", "ended", "done"],
  ["seat", "hang", "suspended"],
  ["seat", "queue", "ready"],
  ["seat", "ended", "done"],
  ["hang", "queue", "ready"],
  ["hang", "seat", "running"],
  ["hang", "ended", "done"],
  ["ended", "queue", "ready"],
  ["ended", "hang", "suspended"],
  ["ended", "seat", "running"],
];

/**
 * Between groups, tasks fly in packets that say how many they are. On each way at most one is under way; who sets out
 * meanwhile goes with the next.
 */
export function Packets({ model, step, layout, flow }: PacketsProps) {
  const root = useRef<HTMLDivElement>(null);
  const waiting = useRef(new Map<Element, number>());
  const places = useRef(layout);
  useLayoutEffect(() => {
    places.current = layout;
  }, [layout]);
  useLayoutEffect(() => {
    const elements = [...(root.current?.children ?? [])] as HTMLElement[];
    if (flow === undefined || flow.isStill) {
      waiting.current.clear();
      for (const element of elements) for (const animation of element.getAnimations()) animation.cancel();
      return;
    }
    const send = (element: HTMLElement, from: Spot, to: Spot) => {
      const count = waiting.current.get(element);
      if (count === undefined || element.getAnimations().length > 0) return;
      waiting.current.delete(element);
      element.textContent = writeCount(count);
      const ends = [placeOf(places.current, from), placeOf(places.current, to)] as const;
      const way = flow.isBackward ? flightBetween(ends[1], ends[0]) : flightBetween(...ends);
      const frames = { ...keyframesOf(way), opacity: [0, 1, 1, 1, 0] };
      const animation = element.animate(frames, {
        duration: Math.max(SHORTEST, flow.flight),
        direction: flow.isBackward ? "reverse" : "normal",
      });
      animation.onfinish = () => send(element, from, to);
    };
    for (const { from, to, count } of movesBetween(model, flow.from, step)) {
      const element = elements[WAYS.findIndex((way) => way[0] === from && way[1] === to)];
      if (element === undefined) continue;
      waiting.current.set(element, (waiting.current.get(element) ?? 0) + count);
      send(element, from, to);
    }
  }, [model, step, flow]);
  return (
    <div ref={root} aria-hidden="true">
      {WAYS.map(([from, to, state]) => (
        <span key={`${from} ${to}`} className="stage-packet" data-way={`${from} ${to}`} data-state={state} />
      ))}
    </div>
  );
}

/** Below the blocks of a zone, so that no number covers another; or around the middle of the seats. */
function placeOf({ groups, seats, zones }: StageLayout, spot: Spot): Place {
  const blocks = groups.filter(({ zone }) => zone === spot);
  const seat: Box = seats.length === 1 && seats[0] !== undefined ? seats[0].place : zones.seats;
  const { x, y } = middleOf(blocks[0] ?? seat);
  const top = blocks.length === 0 ? y - SIZE.h / 2 : Math.max(...blocks.map(bottomOf)) + 0.1875;
  return { zone: spot, x: x - SIZE.w / 2, y: top, ...SIZE };
}
