import { useEffect, useMemo, useRef } from "react";
import { type Milliseconds, type TraceTime, traceTime } from "#base/units.ts";
import { writeClock } from "#base/write-number.ts";
import { useLanguage, useMessages } from "#i18n/messages.tsx";
import { narration } from "#i18n/narration.ts";
import type { Player } from "#player/player-types.ts";
import { cancelDraw, requestDraw } from "#state/frame-loop.ts";
import { usePlayer } from "#state/use-player.ts";
import { hasEnded } from "#trace/has-ended.ts";
import type { LiveFacts } from "#trace/measurement/live-facts.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { narrate } from "./narrate.ts";
import { useAnnouncement } from "./use-announcement.ts";
import "./narration.css";

interface NarrationProps {
  readonly model: TraceModel;
  readonly player: Player;
  /** Of a measured run: what was predicted, and what was measured beside its events. */
  readonly live?: LiveFacts | undefined;
}

/** A run's time that would not fit into the clock's column in large digits. */
const LONG: Milliseconds = 1_000_000;

/** The black bar: the time and the step, and in two lines what is happening there and why. */
export function Narration({ model, player, live }: NarrationProps) {
  const words = useMessages(narration);
  const language = useLanguage();
  const { length } = model.trace;
  const step = Math.min(
    usePlayer(player, (state) => state.step),
    length - 1,
  );
  const hasMovedOn = usePlayer(player, (state) => isPast(model, state.step, state.currentTime));
  const line = useMemo(
    () => narrate(model, step, hasMovedOn ? timeAfter(model, step) : timeAt(model, step), language, live),
    [model, step, hasMovedOn, language, live],
  );
  const spoken = useAnnouncement(player, `${line.what} ${line.why}`, !hasEnded(model.trace));
  return (
    <section className="narration" aria-label={words.label}>
      <div className="narration-clock" data-long={model.total >= LONG || undefined}>
        <Clock player={player} />
        <small>{words.clock}</small>
        <em>{words.step(step + 1, length)}</em>
      </div>
      <p className="narration-line">
        {line.what}
        <span>{line.why}</span>
      </p>
      <p className="narration-spoken" aria-live="polite">
        {spoken}
      </p>
    </section>
  );
}

const isPast = (model: TraceModel, step: number, time: number): boolean =>
  step >= 0 && step < model.trace.length && time > model.trace.timeAt(step);

const timeAt = (model: TraceModel, step: number): TraceTime =>
  step < 0 ? traceTime(0) : model.trace.timeAt(step);

/** A time between this event and the next: all of them are narrated alike. */
const timeAfter = (model: TraceModel, step: number): TraceTime =>
  traceTime(
    (timeAt(model, step) + (step + 1 < model.trace.length ? model.trace.timeAt(step + 1) : model.total)) / 2,
  );

/** The time in seconds. It changes with every frame, so it is written past React. */
function Clock({ player }: Pick<NarrationProps, "player">) {
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const draw = () => {
      if (ref.current !== null) ref.current.textContent = writeClock(player.getState().currentTime);
    };
    const unsubscribe = player.subscribe(() => requestDraw(draw));
    draw();
    return () => {
      unsubscribe();
      cancelDraw(draw);
    };
  }, [player]);
  return <span ref={ref} />;
}
