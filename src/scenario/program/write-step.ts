import { CLEANUP } from "../program-mark.ts";
import type { IoStep, Step, TaskSpec } from "../scenario.ts";
import { COMMENTS } from "./comments.ts";
import type { Place, StepList } from "./parameters.ts";
import type { Body } from "./plan.ts";
import type { LineMark } from "./program.ts";
import { pythonString } from "./python-text.ts";
import { serverComment } from "./server-comment.ts";
import { lineInCoroutine, lineInFunction } from "./step-line.ts";
import { callOf, writeCallbackRegistration } from "./write-call.ts";
import type { Writing } from "./writing.ts";

/** One step of a body, as its writers see it. */
export interface WrittenStep extends Writing {
  readonly step: Step;
  readonly mark: LineMark;
  readonly ignoresCancel: boolean;
  /** The step's field as Python source. */
  text(field: "ms" | "timeout_ms" | "error" | "text"): string;
  /** This step in every task that shares the body. */
  everywhere(): readonly Step[];
}

/** Writes step `k` of a body's list: one line that carries its mark, and what belongs around it. */
export function writeStep(writing: Writing, body: Body, list: StepList, k: number): void {
  const [task] = body.tasks as readonly [TaskSpec];
  const written: WrittenStep = {
    ...writing,
    step: task[list]?.[k] as Step,
    mark: { body: body.index, mark: list === "steps" ? k : CLEANUP + k },
    ignoresCancel: task.on_cancel === "continue",
    text: (field) => body.parameters.text(`${list}.${k}.${field}` satisfies Place),
    everywhere: () => body.tasks.map((other) => other[list]?.[k] as Step),
  };
  if (writing.plan.scenario.mode === "async") writeGuarded(written);
  else writeInFunction(written);
}

/** A deadline on the step, and what becomes of a TimeoutError or a CancelledError in it. */
function writeGuarded(written: WrittenStep): void {
  const { source, step, language, text } = written;
  const comments = COMMENTS[language];
  const hasDeadline = step.timeout_ms !== undefined;
  const handlers: (readonly [error: string, comment: string])[] = [];
  if (hasDeadline && step.on_timeout === "continue") handlers.push(["TimeoutError", comments.goOn]);
  if (written.ignoresCancel && mayWait(step)) handlers.push(["asyncio.CancelledError", comments.ignored]);
  const guarded = () =>
    source.within(hasDeadline ? `async with asyncio.timeout(${text("timeout_ms")}):` : undefined, () =>
      writeInCoroutine(written),
    );
  if (handlers.length === 0) {
    guarded();
    return;
  }
  source.block("try:", guarded);
  for (const [error, comment] of handlers)
    source.block(`except ${error}:`, () => source.line(`pass  # ${comment}`));
}

/** Whether the step may give the thread back: only there a cancellation can reach the task. */
function mayWait(step: Step): boolean {
  switch (step.kind) {
    case "sleep":
    case "io":
    case "call":
      return step.how === undefined || step.timeout_ms !== undefined;
    case "blocking":
      return step.how === "offload" || step.timeout_ms !== undefined;
    default:
      return step.kind === "join" || step.timeout_ms !== undefined;
  }
}

function writeInCoroutine(written: WrittenStep): void {
  const { source, step, mark } = written;
  const line = lineInCoroutine(written);
  if (line !== undefined) source.line(line, mark);
  else if (step.kind === "io" && step.how === "blocking") writeBlockingRequest(written, step);
  else if (step.kind === "io") writeRequest(written, step);
  else if (step.kind === "spawn") writeSpawn(written, step.task);
  else if (step.kind === "cancel") writeCancel(written, step.task);
}

/** The steps of an event loop (spawn, join, cancel) have no effect without one. */
function writeInFunction(written: WrittenStep): void {
  const { source, step, mark } = written;
  const line = lineInFunction(written);
  if (line !== undefined) source.line(line, mark);
  else if (step.kind === "io") writeBlockingRequest(written, step);
}

function writeSpawn({ source, plan, mark }: WrittenStep, name: string): void {
  const target = plan.taskOf(name);
  const slot = `tasks[${pythonString(name)}]`;
  source.line(`${slot} = asyncio.create_task(${callOf(plan, target)})`, mark);
  writeCallbackRegistration(source, slot, plan.callbacksOf(target));
}

/** A task that another one starts may not be there yet. */
function writeCancel({ source, plan, mark }: WrittenStep, name: string): void {
  const key = pythonString(name);
  const isTop = plan.isTop(name);
  source.within(isTop ? undefined : `if ${key} in tasks:`, () => source.line(`tasks[${key}].cancel()`, mark));
}

/** An awaited request with the course's client, or one whose await was forgotten. */
function writeRequest(written: WrittenStep, step: IoStep): void {
  const { source, mark, modules, plan, language } = written;
  modules.add("aiohttp");
  const isShared = plan.scenario.limit?.connections !== undefined;
  const connector = isShared ? "connector=connector, connector_owner=False" : "";
  source.block(`async with aiohttp.ClientSession(${connector}) as sess:`, () => {
    if (step.how === "no_await") {
      source.line(`sess.get(url)  # ${COMMENTS[language].forgottenAwait}`, mark);
      return;
    }
    writeServerComment(written);
    const answered = () => {
      if (step.raise_for_status) source.line("resp.raise_for_status()");
      source.line("page = await resp.text()");
    };
    source.block("async with sess.get(url) as resp:", answered, mark);
  });
}

function writeBlockingRequest(written: WrittenStep, step: IoStep): void {
  const { source, mark, modules } = written;
  modules.add("requests");
  writeServerComment(written);
  source.line("resp = requests.get(url)", mark);
  if (step.raise_for_status) source.line("resp.raise_for_status()");
  source.line("page = resp.text");
}

/** How long the server takes is the server's business; where all tasks agree on it the reader is told here. */
function writeServerComment({ source, language, everywhere }: WrittenStep): void {
  const comments = new Set(everywhere().map((step) => serverComment(step as IoStep, language)));
  const [comment] = comments;
  if (comments.size === 1) source.line(`# ${comment}`);
}
