import { BEGIN_MARK, END_MARK, NO_MARK, type ProgramMark } from "../program-mark.ts";
import type { TaskSpec } from "../scenario.ts";
import { returnsPage, type StepList } from "./parameters.ts";
import { type Body, type Callback, stepsOf } from "./plan.ts";
import { pythonString, seconds } from "./python-text.ts";
import { writeStep } from "./write-step.ts";
import type { Writing } from "./writing.ts";

/** Writes the function that is the body of some tasks: `begin`, the steps, the clean-up, `end`, the result. Nothing follows an exception. */
export function writeBody(writing: Writing, body: Body): void {
  const { source, plan } = writing;
  const [task] = body.tasks as readonly [TaskSpec];
  const isAsync = plan.scenario.mode === "async";
  const mark = (piece: ProgramMark) => ({ body: body.index, mark: piece });
  const steps = (list: StepList) => {
    for (const [k, { kind }] of (task[list] ?? []).entries()) {
      writeStep(writing, body, list, k);
      if (kind === "fail") return;
    }
  };
  const ends = stepsOf(task).every(({ kind }) => kind !== "fail");
  const work = () => {
    source.line('print(f"begin {name}")', mark(BEGIN_MARK));
    if (task.cleanup === undefined) steps("steps");
    else {
      source.block("try:", () => steps("steps"));
      source.block("finally:", () => steps("cleanup"));
    }
    if (!ends) return;
    source.line('print(f"end {name}")', mark(END_MARK));
    source.line(`return ${returnsPage(task, isAsync) ? "page" : body.parameters.text("result")}`);
  };
  const deadline =
    isAsync && task.timeout_ms !== undefined
      ? `async with asyncio.timeout(${body.parameters.text("timeout_ms")}):`
      : undefined;
  const limit = body.limited && plan.scenario.limit?.tasks !== undefined ? "async with limit:" : undefined;
  const parameters = ["name", ...body.parameters.list.map(({ name }) => name)].join(", ");
  source.block(
    `${isAsync ? "async " : ""}def ${body.name}(${parameters}):`,
    () => source.within(deadline, () => source.within(limit, work, { limitOf: body.index })),
    mark(NO_MARK),
  );
}

/** Writes a done-callback; its first line carries the mark. */
export function writeCallback({ source, modules }: Writing, { index, name, spec }: Callback): void {
  const [first, ...others] = callbackLines(spec, modules);
  source.block(`def ${name}(task):`, () => {
    source.line(first ?? "pass", { callback: index });
    for (const line of others) source.line(line);
  });
}

function callbackLines(
  { name, ms, reads_result, fail }: Callback["spec"],
  modules: Writing["modules"],
): string[] {
  const lines: string[] = [];
  if (ms) {
    modules.add("time");
    lines.push(`time.sleep(${seconds(ms)})`);
  }
  if (reads_result) lines.push(`print(${pythonString(`${name} got`)}, task.result())`);
  if (fail !== undefined) lines.push(`raise RuntimeError(${pythonString(fail)})`);
  return lines;
}
