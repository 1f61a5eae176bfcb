import { assertNever } from "#base/assert-never.ts";
import type { Milliseconds } from "#base/units.ts";
import type { Step } from "#scenario/scenario.ts";
import { awaitRequest, blockOnRequest } from "./ask-server.ts";
import { block, compute } from "./block.ts";
import type { Coroutine } from "./coroutine.ts";
import { withDeadline } from "./deadline.ts";
import type { Frame } from "./frame.ts";
import { Raised } from "./raised.ts";

/** Runs a body from its first line to its last. Without a loop it never yields. Throws what the body raises. */
export function* runBody(frame: Frame): Coroutine {
  const { steps, cleanup = [] } = frame.spec;
  frame.printLine("begin");
  try {
    for (const step of steps) yield* runStep(frame, step);
  } finally {
    for (const step of cleanup) yield* runStep(frame, step);
  }
  frame.printLine("end");
}

/** A step within its deadline. Without a loop only a request takes notice of one, as of its client's own. */
function* runStep(frame: Frame, step: Step): Coroutine {
  yield* withDeadline(frame, step.timeout_ms, perform(frame, step), step.on_timeout === "continue");
}

function* perform(frame: Frame, step: Step): Coroutine {
  switch (step.kind) {
    case "sleep":
      if (frame.loop === undefined) return blockFor(frame, step.ms);
      if (step.how === "no_await") return frame.tell("never_awaited");
      return yield* sleep(frame, step.ms ?? 0);
    case "io":
      if (frame.loop === undefined) return blockOnRequest(frame, step, step);
      if (step.how === "no_await") return frame.tell("never_awaited");
      if (step.how === undefined) return yield* awaitRequest(frame, frame.loop, step);
      blockOnRequest(frame, step);
      return;
    case "blocking":
      blockFor(frame, step.ms);
      if (frame.loop !== undefined && step.how === "await") throw notAwaitable();
      return;
    case "cpu":
      frame.tell("cpu_start", { ms: step.ms ?? 0 });
      frame.program.notebook.flush();
      compute(step.ms ?? 0);
      return frame.tell("cpu_end");
    case "print":
      return frame.tell("print", { text: step.text });
    case "fail":
      throw new Raised("program", step.error ?? "boom");
    case "call":
      if (frame.loop !== undefined && step.how === "no_await") return frame.tell("never_awaited");
      return yield* callBody(frame, frame.calling(step.task));
    case "spawn":
    case "join":
    case "cancel":
      throw new Error(`${step.kind} is an obstacle`);
    default:
      assertNever(step);
  }
}

const notAwaitable = () => new Raised("program", "not awaitable");

function blockFor(frame: Frame, ms: Milliseconds = 0): void {
  frame.tell("blocking_start", { ms });
  frame.program.notebook.flush();
  block(ms);
  frame.tell("blocking_end");
}

/** `asyncio.sleep`; 0 only gives up the turn. */
function* sleep({ program, task }: Frame, ms: Milliseconds): Coroutine {
  if (ms === 0) {
    yield {
      suspension: { reason: "yield" },
      begin(wake) {
        wake();
        return () => {};
      },
    };
    return;
  }
  yield {
    suspension: { reason: "sleep", ms },
    begin(wake) {
      const timer = setTimeout(() => {
        program.notebook.mark("timer_fired", task);
        wake();
      }, ms);
      return () => clearTimeout(timer);
    },
  };
}

function* callBody(caller: Frame, called: Frame): Coroutine {
  const coroutine = called.spec.name;
  const { notebook } = caller.program;
  notebook.mark("call_start", caller.task, { coroutine });
  yield* withDeadline(called, called.spec.timeout_ms, runBody(called));
  notebook.mark("call_end", caller.task, { coroutine });
}
