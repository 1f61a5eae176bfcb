import { writeClock } from "#base/write-number.ts";
import { liveMessages } from "#i18n/live.ts";
import { useMessages } from "#i18n/messages.tsx";
import { findCausalityViolations } from "#trace/measurement/causality.ts";
import type { Measurement } from "#trace/measurement/measurement.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { longestSilence } from "./silence.ts";

interface MethodProps {
  readonly measurement: Measurement;
  readonly measured: TraceModel;
}

/** By what means a run was measured, and how far its numbers can be trusted. */
export function Method({ measurement, measured }: MethodProps) {
  const words = useMessages(liveMessages);
  const { workers, heartbeats, clockStep, transport } = measurement;
  const { violations, comparisons } = findCausalityViolations(measurement);
  const reused = workers.filter((worker) => worker.reused).length;
  const period = heartbeats[0]?.period;
  return (
    <ul className="live-method">
      {transport === "sleep" && <li>{words.withoutNetwork}</li>}
      <li>{words.workersUsed(workers.length, reused)}</li>
      {period !== undefined && (
        <li>
          {words.heartbeat(String(period))}
          <ul>
            {heartbeats.map((heartbeat) => {
              const silence = longestSilence({ heartbeats: [heartbeat] }, measured);
              return (
                <li key={heartbeat.worker}>
                  {silence === undefined
                    ? words.heartbeatStill(heartbeat.worker)
                    : words.heartbeatOf(heartbeat.worker, writeClock(silence))}
                </li>
              );
            })}
          </ul>
        </li>
      )}
      {comparisons === 0 && <li>{words.nothingToOrder}</li>}
      {comparisons > 0 && (
        <li className={violations.length > 0 ? "live-method-wrong" : undefined}>
          {violations.length > 0
            ? words.disorder(violations.length, comparisons)
            : words.causality(comparisons)}
        </li>
      )}
      <li>{words.clockStep(String(Number(clockStep.toPrecision(2))))}</li>
      {transport === "network" && measured.scenario.mode === "async" && <li>{words.fetchLeaves}</li>}
      {transport === "network" && <li>{words.xpath}</li>}
    </ul>
  );
}
