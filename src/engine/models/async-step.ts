import { assertNever } from "#base/assert-never.ts";
import type { Milliseconds } from "#base/units.ts";
import type { ProgramMark } from "#scenario/program-mark.ts";
import type { BlockingStep, CpuStep, JoinStep, SleepStep, Step } from "#scenario/scenario.ts";
import { Future } from "../event-loop/future.ts";
import { notAwaitableError, PythonError } from "../event-loop/python-error.ts";
import { SleepFuture } from "../event-loop/sleep.ts";
import { type Awaited, GIVE_UP_TURN } from "../event-loop/task.ts";
import type { Frame } from "./async-frame.ts";
import { blockOnRequest } from "./async-request.ts";

/** Whether a step awaits one thing at most and has nothing to do afterwards: all but awaited calls and requests. */
export const isPlain = ({ kind, how }: Step & { readonly how?: string }): boolean =>
  (kind !== "call" && kind !== "io") || how !== undefined;

/**
 * Does a plain step, or begins it: what is returned is to be awaited, undefined = it is over. A deadline of the step
 * is the caller's concern.
 */
export function actOn(frame: Frame, step: Step, mark: ProgramMark): Awaited | undefined {
  const { program, task } = frame;
  switch (step.kind) {
    case "sleep":
      return sleep(frame, step, mark);
    case "blocking":
      return step.how === "offload" ? offload(frame, step.ms ?? 0, mark) : block(frame, step, mark);
    case "cpu":
      return block(frame, step, mark);
    case "io":
      if (step.how === "no_await") frame.tell("never_awaited", mark);
      else blockOnRequest(frame, step, mark);
      return;
    case "call":
      frame.tell("never_awaited", mark);
      return;
    case "join":
      return join(frame, step);
    case "spawn":
      program.start(program.idOf(step.task));
      return;
    case "cancel":
      program.cancel(step.task, program.nameOf(task.id));
      return;
    case "print":
      frame.tell("print", mark, { text: step.text });
      return;
    case "fail":
      throw new PythonError("program", step.error ?? "boom");
    default:
      return assertNever(step);
  }
}

/** `asyncio.sleep`; without `await` the coroutine is made and thrown away. */
function sleep(frame: Frame, { ms = 0, how }: SleepStep, mark: ProgramMark): Awaited | undefined {
  const { task, program } = frame;
  if (how === "no_await") {
    frame.tell("never_awaited", mark);
    return undefined;
  }
  if (ms === 0) {
    task.suspension = program.log.suspended("yield");
    return GIVE_UP_TURN;
  }
  task.suspension = program.log.suspendedFor("sleep", ms);
  return new SleepFuture(task, ms);
}

/** Holds the loop's only thread; behind an `await`, what the plain function returns then cannot be awaited. */
function block(frame: Frame, step: BlockingStep | CpuStep, mark: ProgramMark): undefined {
  const { ms = 0 } = step;
  frame.tellDuration(step.kind === "cpu" ? "cpu_start" : "blocking_start", mark, ms);
  const { clock } = frame.program;
  if (step.kind === "cpu") clock.compute(ms, (type, detail) => frame.tell(type, mark, detail));
  else clock.block(ms);
  frame.tell(step.kind === "cpu" ? "cpu_end" : "blocking_end", mark);
  if (step.kind !== "cpu") frame.awaitTurn(mark);
  if (step.kind === "blocking" && step.how === "await") throw notAwaitableError();
}

/** `asyncio.to_thread`: a helper thread does the work and is not stopped when nobody waits for it any more. */
function offload({ program, task }: Frame, ms: Milliseconds, mark: ProgramMark): Awaited {
  const { loop, log, helperThreads } = program;
  const answer = new Future(loop);
  helperThreads.submit(task.id, mark, ms, () =>
    loop.deliver(() => {
      if (!answer.isDone) answer.setResult();
    }),
  );
  task.suspension = log.suspendedFor("offload", ms);
  return answer;
}

/** `await task`: does not suspend when the task has ended already. */
function join({ program, task }: Frame, step: JoinStep): Awaited | undefined {
  task.suspension = program.log.detail({ reason: "join", on: step.task });
  return program.startedTask(step.task).toAwait();
}
