import type { Scenario } from "#scenario/scenario.ts";
import type { TaskState, TraceModel } from "../model-types.ts";
import { readGolden } from "../read-golden.ts";
import { readTrace } from "../read-trace.ts";
import { buildTraceModel } from "../trace-model.ts";

export function goldenModel(name: string): TraceModel {
  const { trace, scenario } = readGolden(name);
  return buildTraceModel(trace, scenario);
}

/** The model of a trace written by hand, of tasks A, B and C. */
export function modelOf(text: string, settings: Partial<Scenario> = {}): TraceModel {
  const tasks = ["A", "B", "C"].map((name) => ({ name, steps: [] }));
  const scenario: Scenario = { mode: "async", tasks, ...settings };
  return buildTraceModel(readTrace(text, scenario), scenario);
}

/** A task's spans as `state/activity 0..100`. */
export function storyOf(model: TraceModel, name: string): readonly string[] {
  return model
    .spansOf(model.trace.names.indexOf(name))
    .map(
      ({ state, activity, start, end }) =>
        `${activity === undefined ? state : `${state}/${activity}`} ${start}..${end}`,
    );
}

/** The same, without spans that take no time: the story as a clock tells it. */
export const lastingStoryOf = (model: TraceModel, name: string) =>
  storyOf(model, name).filter((span) => !/ (\S+)\.\.\1$/.test(span));

export const lastStep = (model: TraceModel) => model.trace.length - 1;
export const namesIn = (model: TraceModel, state: TaskState, step: number, limit = 99) =>
  model.tasksInState(state, step, limit).map((task) => model.trace.names[task]);
