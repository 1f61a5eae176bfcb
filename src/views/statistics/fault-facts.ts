import { writeClock } from "#base/write-number.ts";
import type { FaultFacts } from "#i18n/lints.ts";
import type { Fault } from "#scenario/repairs.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { Finding } from "#trace/lints/finding.ts";
import type { TraceModel } from "#trace/model-types.ts";

/** A finding as the words of its fault take it. */
export function factsOf(model: TraceModel, finding: Finding, repaired: Scenario | undefined): FaultFacts {
  const { fault, ms, count, step, task } = finding;
  const isRequest = model.spanAtStep(task, step)?.activity === "request";
  return {
    seconds: writeClock(ms),
    count,
    task: model.trace.names[task] ?? "",
    call: isRequest ? "requests.get()" : "time.sleep()",
    now: sizeFor(fault, model.scenario),
    next: repaired === undefined ? 0 : sizeFor(fault, repaired),
  };
}

/** The number in the scenario that a fault is about; 0 where there is none. */
function sizeFor(fault: Fault, { workers, server, limit }: Scenario): number {
  switch (fault) {
    case "pool_too_small":
      return workers ?? 0;
    case "server_too_small":
      return server?.workers ?? 0;
    case "task_limit":
      return limit?.tasks ?? 0;
    case "connection_limit":
      return limit?.connections ?? 0;
    default:
      return 0;
  }
}
