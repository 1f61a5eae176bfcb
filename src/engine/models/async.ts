import type { Scenario } from "#scenario/scenario.ts";
import { NO_DETAIL, type TraceRecorder } from "#trace/recorder-types.ts";
import { MAIN, NOBODY } from "#trace/trace.ts";
import type { LoopExit } from "../event-loop/event-loop.ts";
import type { Future } from "../event-loop/future.ts";
import { GatheringFuture } from "../event-loop/gather.ts";
import { asPythonError } from "../event-loop/python-error.ts";
import { Task } from "../event-loop/task.ts";
import { type WaitResult, wait } from "../event-loop/wait.ts";
import type { Sharing } from "../machine/processor-of.ts";
import { type RunControl, SimulationCancelled } from "../run-control.ts";
import { mainCoroutine, namesIn, waitOf, waitReturned } from "./async-main.ts";
import { AsyncProgram } from "./async-program.ts";

/** The text of the error that ends the program; undefined when it ends well. */
type Outcome = string | undefined;

/**
 * Runs a scenario on a simulated asyncio with a virtual clock and records what happens. A run in which nothing can
 * ever happen again ends with the error `deadlock`, one that reaches `control.maxEvents` with `event_limit`.
 * Throws SimulationCancelled when the control says so, and nothing else for a valid scenario.
 */
export function simulateAsync(
  scenario: Scenario,
  recorder: TraceRecorder,
  control: RunControl,
  sharing: Sharing,
): void {
  const program = new AsyncProgram(scenario, recorder, control, sharing);
  const { style } = waitOf(scenario);
  const isMadeBefore = scenario.create === "before_loop" && (style === "wait" || style === "only");
  let error: Outcome;
  try {
    error = isMadeBefore ? runTasksMadeBefore(program) : runMain(program);
  } catch (caught) {
    error = asPythonError(caught).text;
  }
  const { log, clock } = program;
  const end = { total_ms: clock.now, ...(error !== undefined && { error }) };
  log.record("run_end", NOBODY, log.uniqueDetail(end));
}

/** `asyncio.run(main())` (Lib/asyncio/runners.py): what is left when main has ended is cancelled and run to its end. */
function runMain(program: AsyncProgram): Outcome {
  const { loop, log } = program;
  log.record("loop_start", NOBODY);
  const main = new Task(loop, MAIN, NO_DETAIL, (task) => mainCoroutine(program, task));
  const failure = failureOf(program, loop.runUntilComplete(main)) ?? shutDown(program);
  if (failure !== undefined) return failure;
  log.record("loop_stop", NOBODY);
  return main.error?.text;
}

function shutDown(program: AsyncProgram): Outcome {
  const { loop, log } = program;
  const leftover = program.startedTasks().filter((task) => !task.isDone);
  if (leftover.length === 0) return undefined;
  const by = log.cancelBy("shutdown");
  for (const task of leftover) task.cancel(by);
  return failureOf(program, loop.runUntilComplete(new GatheringFuture(loop, [...new Set(leftover)], true)));
}

/** `loop.run_until_complete(…)` of tasks made beforehand; when it returns, nobody cares for those that are left. */
function runTasksMadeBefore(program: AsyncProgram): Outcome {
  const { loop, log } = program;
  const spec = waitOf(program.scenario);
  const tasks = program.topLevel.map((id) => program.start(id));
  program.scheduleCancels();
  const only = spec.style === "only" ? program.startedTask(spec.task ?? "") : undefined;
  log.record("loop_start", NOBODY);
  let result: WaitResult | undefined;
  const awaited: Future =
    only ??
    new Task(loop, MAIN, NO_DETAIL, function* waitForAll(main) {
      main.suspension = log.suspended("wait");
      result = yield* wait(loop, tasks, spec.until ?? "all", spec.timeout_ms);
    });
  const failure = failureOf(program, loop.runUntilComplete(awaited));
  if (failure !== undefined) return failure;
  log.record("loop_stop", NOBODY);
  if (result !== undefined) waitReturned(program, namesIn(program, result));
  return awaited.error?.text;
}

function failureOf(program: AsyncProgram, exit: LoopExit): Outcome {
  if (exit === "completed") return undefined;
  if (exit === "deadlock") return exit;
  if (program.loop.watch.stopReason === "cancelled") throw new SimulationCancelled();
  return "event_limit";
}
