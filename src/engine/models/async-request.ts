import type { ProgramMark } from "#scenario/program-mark.ts";
import type { IoStep } from "#scenario/scenario.ts";
import type { EventDetail } from "#trace/event-types.ts";
import { NO_DETAIL } from "#trace/recorder-types.ts";
import { Future } from "../event-loop/future.ts";
import { asPythonError, notAwaitableError, PythonError } from "../event-loop/python-error.ts";
import type { Coroutine } from "../event-loop/task.ts";
import type { Frame } from "./async-frame.ts";

const OK = 200;
const FIRST_ERROR_STATUS = 400;
const NETWORK_ERROR = "network error";

/** A request of an asynchronous client, with a connection of its own for as long as it is under way. */
export function* awaitRequest(frame: Frame, step: IoStep, mark: ProgramMark): Coroutine {
  const { task, program } = frame;
  const { connections, log } = program;
  const { ms = 0 } = step;
  if (connections !== null) {
    task.suspension = log.suspended("connection");
    yield* connections.acquire();
  }
  let end: EventDetail | undefined = { aborted: true };
  try {
    frame.tellDuration("request_start", mark, ms);
    const answer = sendRequest(frame, step, mark);
    task.suspension = log.suspendedFor("io", ms);
    yield answer;
    end = answerFacts(step);
  } catch (caught) {
    if (asPythonError(caught).kind !== "cancelled") end = { error: NETWORK_ERROR };
    throw caught;
  } finally {
    frame.tell("request_end", mark, end);
    connections?.release();
  }
  raiseForStatus(step);
}

/**
 * Hands a request to the network and returns the future of its answer. It leaves when the loop next looks at the
 * network, because a client has to connect first; if it is cut off before that, it never leaves.
 */
function sendRequest({ program, task }: Frame, { ms = 0, answer }: IoStep, mark: ProgramMark): Future {
  const { loop, clock, server, log } = program;
  const response = new Future(loop);
  loop.deliver(() => {
    if (response.isDone) return;
    log.record("request_sent", task.id, NO_DETAIL, mark);
    if (answer === "network_error") clock.at(clock.now + ms, () => loop.deliver(() => fail(response)));
    else server.submit(task.id, mark, ms, () => loop.deliver(() => succeed(response)));
  });
  return response;
}

/** An answer may come too late: the request has been cut off. */
function succeed(response: Future): void {
  if (!response.isDone) response.setResult();
}

function fail(response: Future): void {
  if (!response.isDone) response.setException(new PythonError("program", NETWORK_ERROR));
}

/** A request of a blocking client inside a coroutine; with `await_blocking`, its answer is then awaited in vain. */
export function blockOnRequest(frame: Frame, step: IoStep, mark: ProgramMark): void {
  const { ms = 0 } = step;
  frame.tell("request_start", mark, { ms, blocking: true });
  if (step.answer === "network_error") {
    frame.program.clock.block(ms);
    frame.tell("request_end", mark, { error: NETWORK_ERROR });
    frame.awaitTurn(mark);
    throw new PythonError("program", NETWORK_ERROR);
  }
  blockUntilServed(frame, ms, mark);
  frame.tell("request_end", mark, answerFacts(step));
  frame.awaitTurn(mark);
  if (step.how === "await_blocking") throw notAwaitableError();
  raiseForStatus(step);
}

function blockUntilServed({ program, task }: Frame, ms: number, mark: ProgramMark): void {
  const { clock, server } = program;
  let isServed = false;
  server.submit(task.id, mark, ms, () => {
    isServed = true;
  });
  while (!isServed) clock.advanceTo(clock.nextOutside);
}

/** What is worth telling about an answer: any status but 200. */
function answerFacts({ answer }: IoStep): EventDetail | undefined {
  return typeof answer === "number" && answer !== OK ? { status: answer } : undefined;
}

/** `response.raise_for_status()`, where the program calls it. */
function raiseForStatus({ answer, raise_for_status }: IoStep): void {
  if (raise_for_status && typeof answer === "number" && answer >= FIRST_ERROR_STATUS) {
    throw new PythonError("program", `HTTP ${answer}`);
  }
}
