import type { Milliseconds } from "#base/units.ts";
import { writeClock } from "#base/write-number.ts";
import { type LiveWords, liveMessages } from "#i18n/live.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { Deviation, Life, RunComparison } from "#trace/measurement/compare-runs.ts";
import { signedMilliseconds, signedPercent } from "./readout.ts";

interface ComparisonTableProps {
  readonly comparison: RunComparison;
  /** Names by task. */
  readonly names: readonly string[];
}

/** Every task as it was predicted and as it was measured: how long it took, from when to when, and what differs. */
export function ComparisonTable({ comparison: { tasks, total, measuredRun }, names }: ComparisonTableProps) {
  const words = useMessages(liveMessages);
  return (
    <table className="live-table">
      <caption className="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.task}</th>
          <th scope="col">{words.predicted}</th>
          <th scope="col">{words.measured}</th>
          <th scope="col">{words.differenceHead}</th>
          <th scope="col">{words.percentHead}</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((row) => (
          <tr key={row.task}>
            <th scope="row">{names[row.task]}</th>
            <LifeCell length={row.predicted} life={row.predictedLife} />
            <LifeCell length={row.measured} life={row.measuredLife} />
            <DifferenceCells {...row} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          <td>{sayDuration(words, total.predicted)}</td>
          <td>
            {sayDuration(words, total.measured)}
            {measuredRun !== "ended" && <small>{words.outcomes[OUTCOME_OF_RUN[measuredRun]]}</small>}
          </td>
          <DifferenceCells {...total} />
        </tr>
      </tfoot>
    </table>
  );
}

const OUTCOME_OF_RUN = { cancelled: "cancelled", under_way: "open" } as const;

interface LifeCellProps {
  readonly length: Milliseconds | undefined;
  readonly life: Life | undefined;
}

function LifeCell({ length, life }: LifeCellProps) {
  const words = useMessages(liveMessages);
  if (life === undefined) return <td>{words.notStarted}</td>;
  return (
    <td>
      {sayDuration(words, length)}
      <small>{words.fromTo(writeClock(life.start), writeClock(life.end))}</small>
      {life.outcome !== "done" && <small>{words.outcomes[life.outcome]}</small>}
    </td>
  );
}

function DifferenceCells({ difference, percent }: Pick<Deviation, "difference" | "percent">) {
  const words = useMessages(liveMessages);
  return (
    <>
      <td>{difference === undefined ? words.none : words.shortDuration(signedMilliseconds(difference))}</td>
      <td>{percent === undefined ? words.none : words.share(signedPercent(percent))}</td>
    </>
  );
}

const sayDuration = (words: LiveWords, ms: Milliseconds | undefined): string =>
  ms === undefined ? words.none : words.duration(writeClock(ms));
