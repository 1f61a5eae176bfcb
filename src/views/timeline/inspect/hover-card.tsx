import { useLayoutEffect, useRef } from "react";
import { useStore } from "zustand";
import { inspectWords } from "#i18n/inspect.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stateNames } from "#i18n/states.ts";
import { timelineWords } from "#i18n/timeline.ts";
import type { Player } from "#player/player-types.ts";
import { usePlayer } from "#state/use-player.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import { SIGNS } from "../legend/signs.tsx";
import { type Card, type CardWords, describeHit } from "./describe-hit.ts";
import type { InspectionStore } from "./inspection.ts";
import { placeCard } from "./place-card.ts";
import "./hover-card.css";
import "../state-colors.css";

export interface HoverCardProps {
  readonly id: string;
  readonly inspection: InspectionStore;
  readonly model: TraceModel;
  readonly player: Player;
  /** Are its times those of a clock? */
  readonly measured: boolean;
}

/** All that is known of what is pointed at, beside the pointer. */
export function HoverCard({ id, inspection, model, player, measured }: HoverCardProps) {
  const pointed = useStore(inspection, (state) => state.pointed);
  const words = { timeline: useMessages(timelineWords), inspect: useMessages(inspectWords) };
  if (!pointed) return null;
  const place: Place = { id, x: pointed.x, y: pointed.y, side: pointed.byTouch ? "above" : "below" };
  if (pointed.kind === "lane")
    return <LaneCard task={pointed.task} {...{ place, model, player, words, measured }} />;
  return <CardBox card={describeHit(model, pointed.hit, words, measured)} place={place} />;
}

interface Place {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly side: "below" | "above";
}

interface LaneCardProps extends Omit<HoverCardProps, "id" | "inspection"> {
  readonly task: TaskId;
  readonly place: Place;
  readonly words: CardWords;
}

/** A task where the playhead is. */
function LaneCard({ task, place, model, player, words, measured }: LaneCardProps) {
  const step = usePlayer(player, (state) => state.step);
  const span = model.spanAtStep(task, step);
  if (!span) return null;
  const at = { time: player.getState().currentTime, step };
  return <CardBox card={describeHit(model, { kind: "span", span, at }, words, measured)} place={place} />;
}

/** In the browser's top layer: nothing clips it, and nothing moves for it. */
function CardBox({ card, place }: { readonly card: Card; readonly place: Place }) {
  const states = useMessages(stateNames);
  const words = useMessages(inspectWords);
  const box = useRef<HTMLDivElement>(null);
  const { state } = card;
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    if (!element.matches(":popover-open")) element.showPopover();
    const { offsetWidth: width, offsetHeight: height } = element;
    // What is below the plot is left uncovered where that can be.
    const plot = element.parentElement?.getBoundingClientRect();
    const side = plot && place.y + height > plot.bottom ? "above" : place.side;
    const window = { width: innerWidth, height: innerHeight };
    const { x, y } = placeCard(place, { width, height }, window, side);
    element.style.translate = `${x}px ${y}px`;
  });
  return (
    <div ref={box} id={place.id} role="tooltip" popover="manual" className="timeline-card">
      <p className="timeline-card-title">
        <strong>{card.title}</strong>
        {state && (
          <span className={`timeline-card-state timeline-sign-${state}`}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              {state === "absent" ? <NotYet /> : SIGNS[state]}
            </svg>
            <span className={`timeline-state-${state}`}>
              {state === "callback" ? words.state.callback : states[state]}
            </span>
          </span>
        )}
      </p>
      <p className="timeline-card-when">{card.when}</p>
      {card.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

const NotYet = () => (
  <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2 2.3" />
);
