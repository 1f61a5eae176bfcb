import type { IoStep, StepDeadline } from "#scenario/scenario.ts";
import type { EventDetail } from "#trace/event-types.ts";
import { type Answer, requestBlocking, requestFreely } from "./client.ts";
import type { Coroutine } from "./coroutine.ts";
import type { Frame, LoopSide } from "./frame.ts";
import { Raised } from "./raised.ts";

const OK = 200;
const FIRST_ERROR_STATUS = 400;
const NETWORK_ERROR = "network error";

/** A request of a blocking client. `deadline`: the client's own timeout, which a loop's coroutine does not set. */
export function blockOnRequest(frame: Frame, step: IoStep, deadline: StepDeadline = {}): void {
  const { program, task, spec, loop } = frame;
  const request = program.nameRequest(task);
  frame.tell("request_start", { ms: step.ms ?? 0, ...(loop !== undefined && { blocking: true }) }, request);
  program.notebook.flush();
  const answer = requestBlocking(program.urlOf(request, spec, step), program.owner, deadline.timeout_ms);
  program.notebook.arrival(request, answer.kind === "timeout");
  frame.tell("request_end", factsOf(answer), request);
  if (answer.kind === "timeout") {
    if (deadline.on_timeout !== "continue") throw new Raised("timeout", "timeout");
    frame.tell("timeout_handled");
    return;
  }
  if (answer.kind === "page" && loop !== undefined && step.how === "await_blocking") {
    throw new Raised("program", "not awaitable");
  }
  take(frame, step, answer);
}

/** A request of an asynchronous client, with a connection of its own for as long as it is under way. */
export function* awaitRequest(frame: Frame, { connections }: LoopSide, step: IoStep): Coroutine {
  const { program, task, spec } = frame;
  const { ms = 0 } = step;
  if (connections !== undefined) yield* connections.acquire();
  const request = program.nameRequest(task);
  let answer: Answer | undefined;
  frame.tell("request_start", { ms }, request);
  try {
    yield {
      suspension: { reason: "io", ms },
      begin(wake) {
        const controller = new AbortController();
        const { signal } = controller;
        requestFreely(program.urlOf(request, spec, step), program.owner, signal).then((received) => {
          if (signal.aborted) return;
          answer = received;
          program.notebook.arrival(request);
          wake(received.kind === "network_error" ? new Raised("program", NETWORK_ERROR) : undefined);
          program.notebook.flush();
        });
        program.notebook.mark("request_sent", task);
        return () => {
          controller.abort();
          program.notebook.arrival(request, true);
        };
      },
    };
  } catch (caught) {
    // Interrupted when the answer was there already: it is thrown away.
    if (answer?.kind === "page") answer = undefined;
    throw caught;
  } finally {
    frame.tell("request_end", answer === undefined ? { aborted: true } : factsOf(answer), request);
    connections?.release();
  }
  if (answer !== undefined) take(frame, step, answer);
}

/** What is worth telling about an answer: anything but a page with status 200. */
function factsOf(answer: Answer): EventDetail | undefined {
  if (answer.kind === "timeout") return { aborted: true };
  if (answer.kind === "network_error") return { error: NETWORK_ERROR };
  return answer.status === OK ? undefined : { status: answer.status };
}

/** What the program makes of an answer; raises as `raise_for_status()` does where the step asks for it. */
function take({ program, task }: Frame, step: IoStep, answer: Answer): void {
  if (answer.kind !== "page") throw new Raised("program", NETWORK_ERROR);
  program.keepPage(task, answer.text);
  if (step.raise_for_status && answer.status >= FIRST_ERROR_STATUS) {
    throw new Raised("program", `HTTP ${answer.status}`);
  }
}
