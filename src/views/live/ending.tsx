import { useMemo } from "react";
import { writeClock } from "#base/write-number.ts";
import { type LiveWords, liveMessages } from "#i18n/live.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { LiveRun } from "#state/live-state.ts";
import { findCausalityViolations } from "#trace/measurement/causality.ts";
import { compareRuns, type Deviation } from "#trace/measurement/compare-runs.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { milliseconds, signedPercent, signedSeconds } from "./readout.ts";
import { longestSilence } from "./silence.ts";

interface EndingProps {
  readonly run: LiveRun;
  readonly predicted: TraceModel | undefined;
}

/** What a finished run came to beside its prediction. */
export function Ending({ run: { model, measurement }, predicted }: EndingProps) {
  const words = useMessages(liveMessages);
  const total = useMemo(() => predicted && compareRuns(predicted, model).total, [predicted, model]);
  const { violations, comparisons } = useMemo(() => findCausalityViolations(measurement), [measurement]);
  const silence = model.scenario.mode === "async" ? longestSilence(measurement, model) : undefined;
  return (
    <>
      <strong>{words.totalMeasured(writeClock(model.total))}</strong>
      {total && ` · ${sayDeviation(words, total)}`}
      {silence !== undefined && ` · ${words.stoodStill(writeClock(silence))}`}{" "}
      {measurement.transport === "sleep" && <small>{words.withoutNetwork}</small>}
      {violations.length === 0 && comparisons > 0 && <small>{words.inOrder(comparisons)}</small>}
    </>
  );
}

function sayDeviation(words: LiveWords, { predicted = 0, difference, percent }: Deviation): string {
  const predictedTotal = words.totalPredicted(writeClock(predicted));
  if (difference === undefined) return predictedTotal;
  const share = percent === undefined ? undefined : signedPercent(percent);
  return `${predictedTotal} · ${words.difference(signedSeconds(difference), share)}`;
}

/** Effects that were measured before their causes, if there are any: then none of the times can be trusted. */
export function Violations({ run: { model, measurement } }: Pick<EndingProps, "run">) {
  const words = useMessages(liveMessages);
  const { violations, comparisons } = useMemo(() => findCausalityViolations(measurement), [measurement]);
  const [first] = violations;
  if (first === undefined) return null;
  const { request, cause, effect, by } = first;
  const name = model.trace.names[measurement.requests[request]?.task ?? 0] ?? "";
  return (
    <p role="alert" className="live-violation">
      {words.violated(violations.length, comparisons)}{" "}
      {words.violation(name, words.moments[effect], words.moments[cause], milliseconds(by))}
    </p>
  );
}
