import type { Milliseconds } from "#base/units.ts";
import { generateProgram } from "#scenario/program/generate-program.ts";
import type { Program } from "#scenario/program/program.ts";
import { NO_MARK } from "#scenario/program-mark.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { Seat, TraceModel } from "#trace/model-types.ts";
import { MAIN, type StepIndex, type TaskId } from "#trace/trace.ts";

/** Above this many tasks the program shown is not worth writing only to learn a function's name. */
const MOST_TASKS = 200;

const programs = new WeakMap<Scenario, Program>();

function programOf(scenario: Scenario): Program {
  const known = programs.get(scenario) ?? generateProgram(scenario, "en");
  programs.set(scenario, known);
  return known;
}

/**
 * What the loop's own code does below a task's: nothing (there is no loop, or it does not turn), asking the system for
 * work (its ready queue is empty), or running whoever is ready.
 */
export type LoopWork = "none" | "asking" | "running";

/** The calls under way on a thread, innermost first, in the words of the program shown. */
export function callStackOf(
  model: TraceModel,
  step: StepIndex,
  { hold }: Seat,
  loop: LoopWork,
): readonly string[] {
  const runsLoop = model.scenario.create === "before_loop" ? "run_until_complete()" : "asyncio.run()";
  const runner = loop === "none" ? [] : [runsLoop];
  if (hold === undefined) return loop === "asking" ? ["select()", ...runner] : runner;
  if (hold.callback !== undefined) {
    const sleep = hold.state === "blocked" ? [timeSleep(hold.end - hold.start)] : [];
    return [...sleep, `${hold.callback}(${model.trace.names[hold.task]})`, ...runner];
  }
  const bodies = [...model.callStackAt(hold.task, step)].reverse().map((name) => bodyCall(model, name));
  const waiting = hold.state === "blocked" ? waitingCall(model, hold.task, step) : undefined;
  return [...(waiting === undefined ? [] : [waiting]), ...bodies, ...runner];
}

/** `get_request(jay)`: the function of the program shown, with the task's name for its arguments. */
function bodyCall({ scenario, trace }: TraceModel, name: string): string {
  const task = trace.names.indexOf(name);
  if (task === MAIN || scenario.tasks.length > MOST_TASKS) return `${name}()`;
  const program = programOf(scenario);
  const definition = program.lines[program.lineOf(task - 1, NO_MARK) ?? -1]?.text;
  const called = definition?.match(/def (\w+)\(/)?.[1];
  return called === undefined ? `${name}()` : `${called}(${name})`;
}

const timeSleep = (ms: Milliseconds): string => `time.sleep(${Number((ms / 1000).toFixed(3))})`;

function waitingCall(model: TraceModel, task: TaskId, step: StepIndex): string | undefined {
  const span = model.spanAtStep(task, step);
  if (span?.activity === "request") return "requests.get()";
  if (span?.activity === "blocking") return timeSleep(span.detail.ms ?? span.end - span.start);
  return undefined;
}
