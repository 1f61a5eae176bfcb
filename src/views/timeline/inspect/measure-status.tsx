import { useStore } from "zustand";
import { inspectWords } from "#i18n/inspect.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { Player } from "#player/player-types.ts";
import { usePlayer } from "#state/use-player.ts";
import type { InspectionStore } from "./inspection.ts";
import { rangeOf } from "./measure.ts";
import { measureInWords } from "./measure-words.ts";

interface MeasureStatusProps {
  readonly inspection: InspectionStore;
  readonly player: Player;
  /** Are the run's times those of a clock? */
  readonly byClock: boolean;
}

/** What is measured, for whoever listens: said when a drag ends, and with every step that moves the playhead. */
export function MeasureStatus({ inspection, player, byClock }: MeasureStatusProps) {
  const words = useMessages(inspectWords);
  const measure = useStore(inspection, (state) => (state.isDragging ? undefined : state.measure));
  const text = usePlayer(player, ({ currentTime: time, step, status }) => {
    const moves = measure?.kind === "marked" && status === "playing";
    const range = measure && !moves && rangeOf(measure, { time, step });
    return range ? measureInWords(range, words, byClock) : "";
  });
  return (
    <p role="status" className="timeline-unseen">
      {text}
    </p>
  );
}
