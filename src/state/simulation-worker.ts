import { simulate } from "#engine/simulate.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { indexTrace, type ModelTables, tableBuffers } from "#trace/index-trace.ts";
import { type TraceColumns, toColumns, transferablesOf } from "#trace/trace-columns.ts";

/** What the worker is asked: a scenario as JSON, which costs the page half of what cloning its objects would. */
export type SimulationRequest = string;

/** How far the work is: events so far while it is simulated, all of them while it is indexed. */
export interface Progress {
  readonly phase: "simulating" | "indexing";
  readonly events: number;
}

/** What the worker says: any number of `progress`, then one of the others. */
export type SimulationReply =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "finished"; readonly columns: TraceColumns; readonly tables: ModelTables }
  | { readonly kind: "failed"; readonly message: string };

/** Progress is shown to people: more often than this it would only cost the page its frames. */
const MS_BETWEEN_REPORTS = 100;

const reply = (message: SimulationReply, transfer: Transferable[] = []) => postMessage(message, { transfer });

self.onmessage = ({ data }: MessageEvent<SimulationRequest>) => {
  try {
    run(JSON.parse(data));
  } catch (error) {
    reply({ kind: "failed", message: String(error) });
  }
};

function run(scenario: Scenario): void {
  let nextReport = 0;
  const trace = simulate(scenario, {
    onProgress(events) {
      if (performance.now() < nextReport) return;
      nextReport = performance.now() + MS_BETWEEN_REPORTS;
      reply({ kind: "progress", progress: { phase: "simulating", events } });
    },
  });
  reply({ kind: "progress", progress: { phase: "indexing", events: trace.length } });
  const tables = indexTrace(trace, scenario);
  // The page knows the names: they are the scenario's.
  const columns = { ...toColumns(trace), names: [] };
  reply({ kind: "finished", columns, tables }, [...transferablesOf(columns), ...tableBuffers(tables)]);
}
