import { useState } from "react";
import { writeClock } from "#base/write-number.ts";
import { compareMessages } from "#i18n/compare.ts";
import { useMessages } from "#i18n/messages.tsx";
import { workloadMessages } from "#i18n/workload.ts";
import type { PageMode } from "#scenario/page-mode.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { presentValue, TRIAL_AXES, type Trial, type TrialAxis, trialRange } from "#scenario/trial.ts";
import { sweepValues } from "#state/comparison/sweep.ts";
import { Segmented } from "#ui/segmented.tsx";
import { isRan, type Row } from "../derive/rows.ts";
import { linesOf } from "./chart-layout.ts";
import { CurveChart } from "./curve-chart.tsx";
import { DASHES } from "./dashes.ts";
import { PointsTable } from "./points-table.tsx";
import { useCurve } from "./use-curve.ts";
import "./curves.css";

interface CurvesProps {
  readonly scenario: Scenario;
  /** As for `withPageMode`. */
  readonly before: Scenario | undefined;
  readonly trial: Trial | undefined;
  /** At the value that is looked at. */
  readonly rows: readonly Row[];
  onTry(trial: Trial): void;
}

/** How each mode's total grows with the number of tasks, of workers, or with the delay. */
export function Curves({ scenario, before, trial, rows, onTry }: CurvesProps) {
  const words = useMessages(compareMessages);
  const { modes: names } = useMessages(workloadMessages);
  const [chosen, setChosen] = useState<TrialAxis>(trial?.axis ?? "tasks");
  const axes = TRIAL_AXES.filter((axis) => presentValue(scenario, axis) !== undefined);
  const axis = axes.includes(chosen) ? chosen : axes[0];
  const { curve, status, retry } = useCurve(scenario, before, axis);
  if (axis === undefined) return <p className="curve-none">{words.noAxis}</p>;
  const present = presentValue(scenario, axis) as number;
  const value = trial?.axis === axis ? trial.value : present;
  const count = sweepValues(scenario, axis).length;
  const modes = rows.map(({ mode }) => mode);
  const lines = linesOf(curve, modes);
  const dashOf = (mode: PageMode) =>
    DASHES[lines.find((line) => line.modes.includes(mode))?.modes[0] ?? mode];
  return (
    <div className="curves">
      <div className="curves-head">
        <Segmented<TrialAxis>
          label={words.axis}
          options={axes.map((each) => ({ value: each, label: words.axes[each] }))}
          value={axis}
          onChange={setChosen}
        />
        <p role="status">
          {status === "running" && words.computing(curve.length, count)}
          {status === "failed" && words.stopped(curve.length, count)}
        </p>
        {status === "failed" && (
          <button type="button" className="compare-try" onClick={retry}>
            {words.tryAgain}
          </button>
        )}
      </div>
      <p className="curves-title">{words.charts[axis]}</p>
      <CurveChart
        curve={curve}
        range={trialRange(axis, present)}
        trial={{ axis, value }}
        modes={modes}
        onTry={(next) => {
          // A drag tells of every pixel, and each value tried anew simulates all modes.
          if (next !== value) onTry({ axis, value: next });
        }}
      />
      <dl className="curves-now">
        {rows.map((row) => (
          <div key={row.mode}>
            <dt>
              <svg viewBox="0 0 32 4" aria-hidden="true">
                <path d="M0 2H32" strokeDasharray={dashOf(row.mode).join(" ")} />
              </svg>
              {names[row.mode]}
            </dt>
            <dd>{isRan(row) ? words.seconds(writeClock(row.facts.total)) : words.none}</dd>
          </div>
        ))}
      </dl>
      <PointsTable axis={axis} curve={curve} modes={modes} />
    </div>
  );
}
