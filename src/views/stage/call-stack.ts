import type { Milliseconds } from "#base/units.ts";
import { planProgram } from "#scenario/program/plan.ts";
import type { Seat, TraceModel } from "#trace/model-types.ts";
import { MAIN, type StepIndex, type TaskId } from "#trace/trace.ts";

/**
 * What the loop's own code does below a task's: nothing (there is no loop, or it does not turn), asking the system for
 * work (its ready queue is empty), or running whoever is ready.
 */
export type LoopWork = "none" | "asking" | "running";

/** The calls under way on a thread, innermost first, in the words of the program shown. */
export function callStackOf(
  model: TraceModel,
  step: StepIndex,
  { hold, waiting }: Seat,
  loop: LoopWork,
): readonly string[] {
  const runsLoop = model.scenario.create === "before_loop" ? "run_until_complete()" : "asyncio.run()";
  const runner = loop === "none" ? [] : [runsLoop];
  const task = hold?.task ?? waiting;
  if (task === undefined) return loop === "asking" ? ["select()", ...runner] : runner;
  if (hold?.callback !== undefined) {
    const sleep = hold.state === "blocked" ? [timeSleep(hold.end - hold.start)] : [];
    return [...sleep, `${hold.callback}(${model.trace.names[hold.task]})`, ...runner];
  }
  const bodies = [...model.callStackAt(task, step)].reverse().map((name) => bodyCall(model, name, loop));
  const call = hold?.state === "blocked" ? waitingCall(model, task, step) : undefined;
  return [...(call === undefined ? [] : [call]), ...bodies, ...runner];
}

/** `get_request(jay)`: the function of the program shown, with the task's name for its arguments. */
function bodyCall({ scenario, trace }: TraceModel, name: string, loop: LoopWork): string {
  if (name !== trace.names[MAIN]) return `${planProgram(scenario).bodyOf(name).name}(${name})`;
  if (scenario.mode === "async" && scenario.create !== "before_loop") return "main()";
  // Without a coroutine of its own, the main program is the module, and what it has the loop run is `asyncio.wait`.
  return loop === "none" ? "<module>" : "wait()";
}

const timeSleep = (ms: Milliseconds): string => `time.sleep(${Number((ms / 1000).toFixed(3))})`;

function waitingCall(model: TraceModel, task: TaskId, step: StepIndex): string | undefined {
  const span = model.spanAtStep(task, step);
  if (span?.activity === "request") return "requests.get()";
  if (span?.activity === "blocking") return timeSleep(span.detail.ms ?? span.end - span.start);
  return undefined;
}
