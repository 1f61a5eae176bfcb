import { expect, it } from "vitest";
import { indexTrace, tableBuffers } from "./index-trace.ts";
import { SPAN_STATES } from "./model/span-log.ts";
import type { TraceModel } from "./model-types.ts";
import { goldenNames, readGolden } from "./read-golden.ts";
import { BEFORE_ALL } from "./trace.ts";
import { toColumns, traceFromColumns, transferablesOf } from "./trace-columns.ts";
import { buildTraceModel, modelFromTables } from "./trace-model.ts";

/** The model of a golden trace as the page gets it: indexed elsewhere, and posted. */
function postedModel(name: string): TraceModel {
  const { trace, scenario } = readGolden(name);
  const tables = indexTrace(trace, scenario);
  const columns = toColumns(trace);
  const transfer = [...transferablesOf(columns), ...tableBuffers(tables)];
  const posted = structuredClone({ columns, tables }, { transfer });
  return modelFromTables(scenario, traceFromColumns(posted.columns), posted.tables);
}

function answersAt(model: TraceModel, step: number): unknown {
  const { seats, ...snapshot } = model.snapshotAt(step, model.trace.timeAt(Math.max(step, 0)));
  const tasks = Array.from({ length: model.taskCount }, (_, task) => task);
  return {
    ...snapshot,
    seats,
    tasks: tasks.map((task) => [model.taskMomentAt(task, step), model.callStackAt(task, step)]),
    inState: (["absent", ...SPAN_STATES] as const).map((state) => model.tasksInState(state, step, 99)),
    outside: [model.outsideAt(step, 99), model.outsideCountsAt(step)],
    callbacks: [model.callbacksAt(step, 99), ...tasks.map((task) => model.callbacksAt(step, 99, task))],
  };
}

function answersOverAll({ threads, trace, ...model }: TraceModel): unknown {
  return {
    total: model.total,
    threads,
    prints: model.prints,
    instants: model.instants,
    tasks: trace.names.map((_, task) => [model.spansOf(task), model.eventsOf(task)]),
    holds: threads.map(({ id }) => model.holdsOf(id)),
  };
}

it.each(goldenNames)("%s: a model whose tables were posted answers like one made on the spot", (name) => {
  const { trace, scenario } = readGolden(name);
  const direct = buildTraceModel(trace, scenario);
  const posted = postedModel(name);
  expect(answersOverAll(posted)).toEqual(answersOverAll(direct));
  for (let step = BEFORE_ALL; step < trace.length; step++) {
    expect(answersAt(posted, step)).toEqual(answersAt(direct, step));
  }
});

it("hands its columns over without a copy: nothing of them is left behind", () => {
  const { trace, scenario } = readGolden("callbacks-next-turn");
  const tables = indexTrace(trace, scenario);
  const buffers = tableBuffers(tables);
  expect(new Set(buffers).size).toBe(buffers.length);
  expect(tables.spans.kind.length).toBeGreaterThan(0);
  structuredClone(tables, { transfer: buffers });
  const left = tableBuffers(tables).map(({ byteLength }) => byteLength);
  expect(left.every((bytes) => bytes === 0)).toBe(true);
});
