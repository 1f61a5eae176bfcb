import { useMemo } from "react";
import { upperBound } from "#base/binary-search.ts";
import { writeClock } from "#base/write-number.ts";
import { consoleMessages } from "#i18n/console.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { Player } from "#player/player-types.ts";
import { usePlayer } from "#state/use-player.ts";
import { hasEnded } from "#trace/has-ended.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { monogramsOf } from "#trace/monogram.ts";
import type { TaskId } from "#trace/trace.ts";
import { Later } from "#ui/gradually.ts";
import { ConsoleRows } from "./console-rows.tsx";
import "./console.css";

export interface ConsoleProps {
  readonly model: TraceModel;
  readonly player: Player;
  readonly selected: TaskId | undefined;
  onSelect(task: TaskId | undefined): void;
  readonly hovered: TaskId | undefined;
  onHover(task: TaskId | undefined): void;
}

/** What the program has printed up to now; at its end the total, and the error that ended it. */
export function Console({ model, player, selected, hovered, onHover }: ConsoleProps) {
  const words = useMessages(consoleMessages);
  const steps = useMemo(() => Float64Array.from(model.prints, ({ index }) => index), [model]);
  const monograms = useMemo(() => monogramsOf(model.trace.names), [model]);
  const letters = useMemo(
    () => monograms.reduce((most, { length }) => Math.max(most, length), 1),
    [monograms],
  );
  const digits = writeClock(model.total).length;
  const printed = usePlayer(player, ({ step }) => upperBound(steps, step));
  const isOver = hasEnded(model.trace);
  const showsEnd = usePlayer(player, ({ step }) => isOver && step >= model.trace.length - 1);
  return (
    <section
      className="console"
      aria-label={words.title}
      style={{ "--console-letters": letters, "--console-digits": digits } as React.CSSProperties}
    >
      <header className="console-head">
        <h2>{words.title}</h2>
      </header>
      <Later place="seen">
        <ConsoleRows
          model={model}
          printed={printed}
          hasEnded={showsEnd}
          monograms={monograms}
          selected={selected}
          onSeek={player.seekStep}
          hovered={hovered}
          onHover={onHover}
        />
      </Later>
    </section>
  );
}
