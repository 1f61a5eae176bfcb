import { writeClock } from "#base/write-number.ts";
import { ratio } from "#base/write-ratio.ts";
import { useMessages } from "#i18n/messages.tsx";
import { type StatisticsChipWords, statisticsChipMessages } from "#i18n/statistics-chip.ts";
import type { SpeedUp } from "#state/speed-up.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { useGradually } from "#ui/gradually.ts";
import { Icon } from "#ui/icon.tsx";
import { faultsOf, isQuick } from "./faults-of.ts";
import { useSpeedUp } from "./use-speed-up.ts";
import "./statistics-chip.css";

interface StatisticsChipProps {
  readonly model: TraceModel;
  /** Whether the run was measured rather than simulated. */
  readonly measured: boolean;
  readonly open: boolean;
  onToggle(): void;
}

/** Up to so many tasks sync is simulated, in a worker, without being asked for: more take memory, and seconds. */
const COMPARED_UNASKED = 20_000;

/** What the run cost, and how many faults it has; opens and closes the statistics. */
export function StatisticsChip({ model, measured, open, onToggle }: StatisticsChipProps) {
  const words = useMessages(statisticsChipMessages);
  const asks = model.taskCount <= COMPARED_UNASKED;
  // A page that is being opened is shown before sync is simulated for it.
  const isTime = useGradually(1, 1, "seen") === 1;
  const speedUp = useSpeedUp(model, measured, asks && isTime);
  const faults = open || isQuick(model) ? faultsOf(model).length : 0;
  return (
    <button
      type="button"
      className="statistics-chip"
      title={words.chip}
      aria-expanded={open}
      onClick={onToggle}
    >
      <Icon name="statistics" />
      <span className="visually-hidden">{words.title}</span>
      <b>{words.seconds(writeClock(model.total))}</b>
      <Speed speedUp={speedUp} asks={asks} />
      {faults > 0 && (
        <span className="statistics-chip-faults">
          <span aria-hidden="true">{faults}</span>
          <span className="visually-hidden">{words.faults(faults)}</span>
        </span>
      )}
    </button>
  );
}

/** How much faster than sync, or what has to happen before that is known. */
function Speed({ speedUp, asks }: { readonly speedUp: SpeedUp; readonly asks: boolean }) {
  const words = useMessages(statisticsChipMessages);
  const text = sayInShort(speedUp, words, asks);
  return text !== undefined && <span className="statistics-chip-speed">{text}</span>;
}

function sayInShort(speedUp: SpeedUp, words: StatisticsChipWords, asks: boolean): string | undefined {
  switch (speedUp.status) {
    case "known":
      return words.speedUp(ratio(speedUp.ratio));
    case "asking":
      return words.speedUp("…");
    case "unasked":
      return asks ? words.speedUp("…") : words.speedUpUnasked;
    default:
      return undefined;
  }
}
