import { CALLBACK, type ProgramMark } from "../program-mark.ts";
import type { Scenario } from "../scenario.ts";
import { COMMENTS } from "./comments.ts";
import { machineComments } from "./machine-comment.ts";
import { type Plan, planProgram, stepsOf } from "./plan.ts";
import type { CommentLanguage, LineMark, Program, ProgramLine } from "./program.ts";
import { identifier } from "./python-text.ts";
import { planRows, writeRows } from "./rows.ts";
import { createSource } from "./source.ts";
import { writeBody, writeCallback } from "./write-body.ts";
import { writeMainAsync, writeShared, writeStart } from "./write-main-async.ts";
import { writeMainThreads } from "./write-main-threads.ts";
import type { Module, Writing } from "./writing.ts";

/**
 * The real Python program (3.11 or later) of a scenario: what it prints while it runs is what its trace prints, in
 * the same order; at its end it prints the total. Pure: the same scenario gives the same text.
 */
export function generateProgram(scenario: Scenario, language: CommentLanguage): Program {
  const plan = planProgram(scenario);
  const lines = writeProgram(plan, language);
  const index = new Map<string, number>();
  for (const [k, { mark }] of lines.entries()) if (mark !== undefined) index.set(keyOf(mark), k);
  const bodyOf = (task: number) => plan.bodyOf(scenario.tasks[task]?.name ?? "").index;
  return {
    file: fileOf(scenario),
    lines,
    bodyOf,
    lineOf: (task, mark) => index.get(keyOf(markOf(plan, task, mark))),
    lineOfLimit: (task) => index.get(keyOf({ limitOf: bodyOf(task) })),
    lineOfMain: (part) => index.get(keyOf({ main: part })),
  };
}

function markOf(plan: Plan, task: number, mark: ProgramMark): LineMark {
  const spec = plan.scenario.tasks[task];
  if (spec === undefined) throw new RangeError(`no task ${task}`);
  if (mark < CALLBACK) return { body: plan.bodyOf(spec.name).index, mark };
  return { callback: plan.callbacksOf(spec)[mark - CALLBACK]?.index ?? -1 };
}

function keyOf(mark: LineMark): string {
  if ("main" in mark) return mark.main;
  if ("limitOf" in mark) return `limit ${mark.limitOf}`;
  return "callback" in mark ? `callback ${mark.callback}` : `${mark.body}:${mark.mark}`;
}

/** The total is computed with the clock of every day, as in the course. */
const START = "start = time.time()";

function writeProgram(plan: Plan, language: CommentLanguage): readonly ProgramLine[] {
  const isAsync = plan.scenario.mode === "async";
  const source = createSource();
  const writing: Writing = { plan, source, language, modules: new Set<Module>(["time"]) };
  const rows = planRows(plan);
  const writeMachine = () => {
    for (const line of machineComments(plan.scenario, language)) source.line(line);
  };
  const writeTotal = () =>
    source.line(`print(f"${COMMENTS[language].total("time.time() - start")}")`, { main: "total" });
  if (rows.shape !== "own") writeRows(source, plan, rows, language);
  if (isAsync) writeShared(writing);
  for (const body of plan.bodies) {
    if (source.lines.length > 0) source.blank();
    writeBody(writing, body);
  }
  for (const callback of plan.callbacks) {
    source.blank();
    writeCallback(writing, callback);
  }
  source.blank();
  if (rows.shape === "own") {
    writeRows(source, plan, rows, language);
    source.blank();
  }
  if (isAsync && plan.scenario.create !== "before_loop") {
    writeMainAsync(writing, rows);
    writeMachine();
    source.line(START);
    writeStart(writing);
  } else {
    writeMachine();
    // A process that is spawned imports this file again, and must not start processes itself (`multiprocessing`,
    // "Safe importing of main module").
    const guard = plan.scenario.mode === "processes" ? 'if __name__ == "__main__":' : undefined;
    source.within(guard, () => {
      source.line(START);
      if (isAsync) writeMainAsync(writing, rows);
      else writeMainThreads(writing, rows);
      if (guard !== undefined) writeTotal();
    });
    if (guard !== undefined) return [...writeImports(writing.modules), ...source.lines];
  }
  writeTotal();
  if (writing.modules.has("Pool")) source.line("pool.close()");
  return [...writeImports(writing.modules), ...source.lines];
}

function writeImports(modules: ReadonlySet<Module>): readonly ProgramLine[] {
  const source = createSource();
  const named = (...names: Module[]) => names.filter((name) => modules.has(name));
  source.line(`import ${named("asyncio", "multiprocessing", "threading", "time").join(", ")}`);
  const futures = named("ThreadPoolExecutor", "as_completed");
  if (futures.length > 0) source.line(`from concurrent.futures import ${futures.join(", ")}`);
  if (modules.has("Pool")) source.line("from multiprocessing.dummy import Pool");
  const clients = named("aiohttp", "requests");
  if (clients.length > 0) source.line(`import ${clients.join(", ")}`);
  source.blank();
  if (modules.has("compute")) {
    source.block("def compute(seconds):", () => {
      source.line("until = time.thread_time() + seconds");
      source.block("while time.thread_time() < until:", () => source.line("pass"));
    });
    source.blank();
  }
  return source.lines;
}

function fileOf({ id, tasks }: Scenario): string {
  if (id !== undefined && id !== "") return `${identifier(id, "lesson")}.py`;
  return tasks.some((task) => stepsOf(task).some(({ kind }) => kind === "io")) ? "crawler.py" : "program.py";
}
