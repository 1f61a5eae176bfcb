import type { TraceModel } from "#trace/model-types.ts";
import type { Question } from "./lesson.ts";
import { findEvent, positionOf } from "./moment.ts";

/** The option that is right, as the trace has it; -1 when none is, which no lesson's own question allows. */
export function rightAnswer(question: Question, model: TraceModel): number {
  const { trace, total, prints } = model;
  switch (question.about) {
    case "total":
      return question.options.indexOf(total);
    case "line": {
      const after = positionOf(question.after, model);
      const line = after && prints.find(({ index }) => index > after.step);
      return line === undefined ? -1 : question.options.indexOf(line.text);
    }
    case "task": {
      const after = positionOf(question.after, model);
      const next = after && findEvent(model, { event: question.event }, after.step);
      return next === undefined ? -1 : question.options.indexOf(trace.names[trace.taskAt(next)] ?? "");
    }
  }
}
