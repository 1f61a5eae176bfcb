import { writeClock } from "#base/write-number.ts";
import { compareMessages } from "#i18n/compare.ts";
import { useMessages } from "#i18n/messages.tsx";
import { workloadMessages } from "#i18n/workload.ts";
import type { PageMode } from "#scenario/page-mode.ts";
import type { TrialAxis } from "#scenario/trial.ts";
import type { Curve } from "#state/comparison/sweep.ts";
import { writeValue } from "./write-value.ts";

interface PointsTableProps {
  readonly axis: TrialAxis;
  readonly curve: Curve;
  readonly modes: readonly PageMode[];
}

/** What the chart draws, for those who do not see it. */
export function PointsTable({ axis, curve, modes }: PointsTableProps) {
  const words = useMessages(compareMessages);
  const { modes: names } = useMessages(workloadMessages);
  return (
    <div className="visually-hidden">
      <table>
        <caption>{words.chartTable}</caption>
        <thead>
          <tr>
            <th scope="col">{words.axes[axis]}</th>
            {modes.map((mode) => (
              <th key={mode} scope="col">
                {names[mode]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {curve.map(({ value, totals }) => (
            <tr key={value}>
              <th scope="row">{writeValue(axis, value)}</th>
              {modes.map((mode) => {
                const total = totals[mode];
                return (
                  <td key={mode}>{total === undefined ? words.none : words.seconds(writeClock(total))}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
