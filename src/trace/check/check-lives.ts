import { MAIN, type StepIndex, type TaskId } from "../trace.ts";
import type { CheckContext, RuleName } from "./check-context.ts";

/** As much of a task's state as its own events prove. */
type Life = "unmade" | "made" | "running" | "suspended" | "ended";

/** Rules about each task's life: made, started, suspended and resumed, ended, in that order, acting only while it runs. */
export function checkLives(context: CheckContext): void {
  const checker = new LifeChecker(context);
  for (let step = 0; step < context.trace.length; step++) checker.read(step);
}

class LifeChecker {
  readonly #context: CheckContext;
  readonly #lives: Life[];
  /** Tasks inside whose callback the present events happen: their lines are the callback's. */
  readonly #inCallback = new Set<TaskId>();

  constructor(context: CheckContext) {
    this.#context = context;
    this.#lives = context.trace.names.map((_, task) =>
      context.mode === "sync" && task !== MAIN ? "made" : "unmade",
    );
  }

  read(step: StepIndex): void {
    const { trace } = this.#context;
    const task = trace.taskAt(step);
    const type = trace.typeAt(step);
    const life = this.#lives[task];
    if (type === "run_end") this.#checkEnds(step);
    if (life === undefined) return;
    switch (type) {
      case "task_created":
        if (life !== "unmade") this.#report(step, "made_once", `made when ${life}`);
        this.#lives[task] = "made";
        return;
      case "task_started":
        if (life !== "made") this.#report(step, "starts_after_made", `started when ${life}`);
        this.#lives[task] = "running";
        return;
      case "task_resumed":
        if (life !== "suspended") this.#report(step, "resumes_after_suspending", `resumed when ${life}`);
        this.#lives[task] = "running";
        return;
      case "task_suspended":
        this.#expectRunning(step, task);
        this.#lives[task] = "suspended";
        return;
      case "task_cancelled":
        if (life !== "made") this.#expectRunning(step, task);
        this.#lives[task] = "ended";
        return;
      case "task_done":
      case "task_failed":
        this.#expectRunning(step, task);
        this.#lives[task] = "ended";
        return;
      case "callback_called":
        this.#inCallback.add(task);
        return;
      case "callback_end":
      case "callback_failed":
        this.#inCallback.delete(task);
        return;
      case "task_ready":
        if (life !== "made" && life !== "suspended") {
          this.#report(step, "acts_between_made_and_ended", `ready when ${life}`);
        }
        return;
      case "cancel_requested":
        if (life === "unmade" || (life === "ended") !== (trace.detailAt(step).too_late === true)) {
          this.#report(step, "acts_between_made_and_ended", `cancelled when ${life}`);
        }
        return;
      case "print":
        if (!this.#inCallback.has(task)) this.#expectRunning(step, task);
        return;
      case "cpu_start":
      case "cpu_end":
      case "slice_wait":
      case "slice_start":
      case "slice_end":
        // Without a loop the main program is no task; it computes to make threads and processes.
        if (task !== MAIN || this.#context.mode === "async") this.#expectRunning(step, task);
        return;
      case "blocking_start":
      case "blocking_end":
      case "request_start":
      case "request_end":
      case "call_start":
      case "call_end":
      case "cancel_ignored":
      case "timeout_handled":
      case "never_awaited":
        this.#expectRunning(step, task);
        return;
      default:
        return;
    }
  }

  #expectRunning(step: StepIndex, task: TaskId): void {
    const life = this.#lives[task];
    if (life === "running") return;
    const rule = life === "suspended" ? "suspended_holds_no_thread" : "acts_between_made_and_ended";
    this.#report(step, rule, `${this.#context.trace.typeAt(step)} when ${life}`);
  }

  /** A task may be left pending by a loop that stopped; a thread or a plain call may not. */
  #checkEnds(step: StepIndex): void {
    const { trace, mode } = this.#context;
    for (const [task, life] of this.#lives.entries()) {
      const isLeft = life === "running" || (life === "suspended" && mode !== "async");
      if (isLeft) this.#report(step, "what_starts_ends", `${trace.names[task]} is still ${life} at the end`);
    }
  }

  #report(step: StepIndex, rule: RuleName, message: string): void {
    const { trace, report } = this.#context;
    report(step, rule, `${trace.names[trace.taskAt(step)] ?? "the run"}: ${message}`);
  }
}
