import { simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { type TraceColumns, toColumns, transferablesOf } from "#trace/trace-columns.ts";

/** What the worker says: any number of `progress`, then one of the others. */
export type SimulationReply =
  | { readonly kind: "progress"; readonly events: number }
  | { readonly kind: "finished"; readonly columns: TraceColumns }
  | { readonly kind: "failed"; readonly message: string };

const reply = (message: SimulationReply, transfer: Transferable[] = []) => postMessage(message, { transfer });

self.onmessage = ({ data: scenario }: MessageEvent<Scenario>) => {
  try {
    const trace = simulate(scenario, { onProgress: (events) => reply({ kind: "progress", events }) });
    const columns = toColumns(trace);
    reply({ kind: "finished", columns }, transferablesOf(columns));
  } catch (error) {
    reply({ kind: "failed", message: String(error) });
  }
};
