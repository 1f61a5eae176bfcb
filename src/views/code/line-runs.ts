import type { LineMark, Program } from "#scenario/program/program.ts";
import { NO_MARK, type ProgramMark } from "#scenario/program-mark.ts";
import type { EventType } from "#trace/event-types.ts";
import type { StepIndex, TaskId, Trace } from "#trace/trace.ts";
import type { Locator } from "./standing.ts";

/**
 * The next event after `step` with which somebody comes to a line; after the last one, the first. Undefined for a line
 * that nobody ever comes to. Reads the trace from its start.
 */
export function nextRunOf(
  line: number,
  step: StepIndex,
  {
    trace,
    program,
    locator,
  }: { readonly trace: Trace; readonly program: Program; readonly locator: Locator },
): StepIndex | undefined {
  const mark = program.lines[line]?.mark;
  if (mark === undefined) return undefined;
  const runs = "main" in mark ? locator.movesOfMainTo(line) : runsOfPiece(line, mark, trace, locator);
  return runs.find((event) => event > step) ?? runs[0];
}

/** The events with which a task comes to a piece of its program: its mark changes to that piece's. */
function runsOfPiece(line: number, mark: LineMark, trace: Trace, locator: Locator): readonly StepIndex[] {
  const last = new Map<TaskId, ProgramMark>();
  const runs: StepIndex[] = [];
  for (let event = 0; event < trace.length; event += 1) {
    const task = trace.taskAt(event);
    const here = trace.markAt(event);
    const changes = here !== NO_MARK && last.get(task) !== here;
    if (changes) last.set(task, here);
    if (isCandidate(mark, here, changes, trace.typeAt(event)) && locator.lineOfEvent(task, event) === line)
      runs.push(event);
  }
  return runs;
}

/** Whether an event may be the one that leads to a piece: what is cheap to tell comes before where its task stands. */
function isCandidate(mark: LineMark, here: ProgramMark, changes: boolean, type: EventType): boolean {
  if ("limitOf" in mark) return here === NO_MARK && type === "task_suspended";
  if ("mark" in mark) return mark.mark === NO_MARK ? type === "task_started" : changes && here === mark.mark;
  return changes;
}
