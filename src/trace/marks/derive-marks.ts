import { BEGIN_MARK, CALLBACK, END_MARK, NO_MARK, type ProgramMark } from "#scenario/program-mark.ts";
import type { Scenario, Step, TaskSpec } from "#scenario/scenario.ts";
import type { TraceEvent } from "../event-types.ts";
import { ProgramCursor } from "./program-cursor.ts";

/**
 * The program mark of each event of a trace that does not say: every body is followed through its steps by what it
 * does. Events that belong to no line (a task is made, starts, is done; a cancel is asked for) have none.
 */
export function deriveMarks(events: readonly TraceEvent[], scenario: Scenario): readonly ProgramMark[] {
  const specs = new Map(scenario.tasks.map((spec) => [spec.name, spec]));
  const followers = new Map<string, TaskFollower>();
  return events.map((event) => {
    if (event.task === undefined) return NO_MARK;
    let follower = followers.get(event.task);
    if (follower === undefined) {
      follower = new TaskFollower(event.task, specs);
      followers.set(event.task, follower);
    }
    return follower.read(event);
  });
}

class TaskFollower {
  readonly #specs: ReadonlyMap<string, TaskSpec>;
  readonly #spec: TaskSpec | undefined;
  /** The task's own body (the main program has none), and those called inside it. */
  readonly #bodies: ProgramCursor[];
  #callback: ProgramMark | undefined;
  #callbacksScheduled = 0;
  #callbacksCalled = 0;
  #request: ProgramMark = NO_MARK;
  /** A step was entered by waiting for a place or by handing work over; its own beginning is still to come. */
  #isUnderWay = false;
  #isSuspended = false;

  constructor(name: string, specs: ReadonlyMap<string, TaskSpec>) {
    this.#specs = specs;
    this.#spec = specs.get(name);
    this.#bodies = this.#spec === undefined ? [] : [new ProgramCursor(this.#spec)];
  }

  get #mark(): ProgramMark {
    return this.#bodies.at(-1)?.mark ?? NO_MARK;
  }

  read({ type, detail = {} }: TraceEvent): ProgramMark {
    switch (type) {
      case "print":
        return this.#print(detail.text ?? "");
      case "blocking_start":
        return this.#enter((step) => step.kind === "sleep" || step.kind === "blocking");
      case "cpu_start":
        return this.#enter((step) => step.kind === "cpu");
      case "request_start":
        this.#request = this.#enter((step) => step.kind === "io");
        return this.#request;
      case "request_sent":
      case "server_start":
      case "server_end":
        return this.#request;
      case "offload_start":
        return this.#isSuspended ? this.#mark : this.#enter(isOffloaded, true);
      case "never_awaited":
        return this.#enter((step) => "how" in step && step.how === "no_await");
      case "task_suspended":
        this.#isSuspended = true;
        return this.#suspend(detail.reason, detail.on);
      case "task_resumed":
        this.#isSuspended = false;
        for (const body of this.#bodies) body.isInterrupted = detail.with !== undefined;
        return this.#mark;
      case "cancel_ignored":
      case "timeout_handled":
        for (const body of this.#bodies) body.isInterrupted = false;
        return this.#mark;
      case "call_start": {
        const mark = this.#enter(
          (step) => step.kind === "call" && step.how === undefined && step.task === detail.coroutine,
        );
        const spec = this.#specs.get(detail.coroutine ?? "");
        if (spec !== undefined) this.#bodies.push(new ProgramCursor(spec));
        return mark;
      }
      case "call_end":
        if (this.#bodies.at(-1)?.name === detail.coroutine) this.#bodies.pop();
        return this.#mark;
      case "task_failed":
        return this.#fail(detail.error);
      case "callback_scheduled":
        this.#callbacksScheduled += 1;
        return CALLBACK + this.#callbacksScheduled - 1;
      case "callback_called":
        this.#callbacksCalled += 1;
        this.#callback = CALLBACK + this.#callbacksCalled - 1;
        return this.#callback;
      case "callback_end":
      case "callback_failed": {
        const mark = this.#callback ?? NO_MARK;
        this.#callback = undefined;
        return mark;
      }
      case "coroutine_created":
      case "task_created":
      case "task_started":
      case "task_done":
      case "cancel_requested":
      case "result_received":
      case "wait_returned":
        return NO_MARK;
      default:
        return this.#mark;
    }
  }

  #print(text: string): ProgramMark {
    if (this.#callback !== undefined) return this.#callback;
    const body = this.#bodies.at(-1);
    if (body === undefined) return NO_MARK;
    if (!body.hasBegun && text === `begin ${body.name}`) {
      body.hasBegun = true;
      return BEGIN_MARK;
    }
    if (body.goTo((step) => step.kind === "print" && step.text === text)) return body.mark;
    return text === `end ${body.name}` ? END_MARK : body.mark;
  }

  /** The line that raised the error, even when the cleanup has run since. */
  #fail(error: string | undefined): ProgramMark {
    const body = this.#bodies.at(-1);
    const isOnItsLine = body?.goTo((step) => step.kind === "fail" && (step.error ?? "boom") === error);
    return (isOnItsLine ? undefined : body?.raisedAt) ?? this.#mark;
  }

  #suspend(reason: NonNullable<TraceEvent["detail"]>["reason"], on: string | undefined): ProgramMark {
    switch (reason) {
      case "sleep":
      case "yield":
        return this.#enter((step) => step.kind === "sleep");
      case "connection":
        return this.#enter((step) => step.kind === "io", true);
      case "offload":
        return this.#enter(isOffloaded);
      case "join":
        return this.#enter((step) => step.kind === "join" && (on === undefined || step.task === on));
      case "limit":
      case "wait":
        return NO_MARK;
      default:
        return this.#mark;
    }
  }

  /** Moves on to the step that an event begins, unless it is the one that is under way already. */
  #enter(matches: (step: Step) => boolean, comesBeforeItsBeginning = false): ProgramMark {
    const body = this.#bodies.at(-1);
    const isKnown = this.#isUnderWay && body?.current !== undefined && matches(body.current);
    if (!isKnown) body?.goTo(matches);
    this.#isUnderWay = comesBeforeItsBeginning;
    return this.#mark;
  }
}

const isOffloaded = (step: Step): boolean => step.kind === "blocking" && step.how === "offload";
