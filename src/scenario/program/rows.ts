import type { TaskSpec } from "../scenario.ts";
import type { Body, Plan } from "./plan.ts";
import type { CommentLanguage } from "./program.ts";
import { tuple } from "./python-text.ts";
import { ruleOf } from "./row-rule.ts";
import { serverComment } from "./server-comment.ts";
import type { Source } from "./source.ts";
import { argumentsOf } from "./write-call.ts";

/**
 * The list that the main program walks through, and how its loop reads a row. All tasks with one body and the same
 * callbacks make plain rows of arguments; otherwise a row begins with its function (and its callbacks).
 */
export interface Rows {
  readonly name: "names" | "pages" | "rows" | "jobs";
  /** `for name, url in pages:` */
  readonly loop: string;
  /** `get_request` */
  readonly target: string;
  /** `name, url` */
  readonly args: string;
  /** `(name, url)` */
  readonly argsTuple: string;
  /** The function is called as `target(row)`, `target(*row)`, or is the row's own. */
  readonly shape: "single" | "spread" | "own";
  /** What registers a task's callbacks: the same ones for all, or those of the row. */
  readonly callbacks: readonly string[] | "own";
}

/** Rows written out one by one; more than this are given as a rule where there is one. */
const LISTED = 12;
const WIDTH = 46;

export function planRows(plan: Plan): Rows {
  const body = commonBody(plan);
  const callbacks = commonCallbacks(plan);
  if (body === undefined || callbacks === undefined) {
    const own = callbacks === undefined;
    return {
      name: "jobs",
      loop: `for body, ${own ? "callbacks, " : ""}name, *args in jobs:`,
      target: "body",
      args: "name, *args",
      argsTuple: "(name, *args)",
      shape: "own",
      callbacks: own ? "own" : callbacks,
    };
  }
  const columns = ["name", ...body.parameters.list.map((parameter) => parameter.name)];
  const name = columns.length === 1 ? "names" : columns.includes("url") ? "pages" : "rows";
  return {
    name,
    loop: `for ${columns.join(", ")} in ${name}:`,
    target: body.name,
    args: columns.join(", "),
    argsTuple: tuple(columns),
    shape: columns.length === 1 ? "single" : "spread",
    callbacks,
  };
}

function commonBody(plan: Plan): Body | undefined {
  const [first] = plan.top;
  const body = first && plan.bodyOf(first.name);
  return plan.top.every((task) => plan.bodyOf(task.name) === body) ? body : undefined;
}

function commonCallbacks(plan: Plan): readonly string[] | undefined {
  const of = (task: TaskSpec) => plan.callbacksOf(task).map(({ name }) => name);
  const first = plan.top[0] === undefined ? [] : of(plan.top[0]);
  return plan.top.every((task) => of(task).join() === first.join()) ? first : undefined;
}

/** Writes the list itself: `pages = [ … ]`. */
export function writeRows(source: Source, plan: Plan, rows: Rows, language: CommentLanguage): void {
  const items = plan.top.map((task) => rowOf(plan, rows, task));
  const rule = rows.shape !== "own" && items.length > LISTED ? ruleOf(items) : undefined;
  if (rule !== undefined) {
    source.line(`${rows.name} = [`);
    source.line(`    ${rule.row}`);
    source.line(`    ${rule.loop}`);
    source.line("]");
    return;
  }
  const texts = items.map((item) => (rows.shape === "single" ? (item[0] as string) : tuple(item)));
  const whole = `${rows.name} = [${texts.join(", ")}]`;
  if (whole.length <= WIDTH) {
    source.line(whole);
    return;
  }
  source.line(`${rows.name} = [`);
  if (rows.shape === "single") for (const line of packed(texts)) source.line(`    ${line}`);
  else {
    for (const [k, text] of texts.entries())
      source.line(`    ${text},${rowComment(plan, plan.top[k] as TaskSpec, language)}`);
  }
  source.line("]");
}

function rowOf(plan: Plan, rows: Rows, task: TaskSpec): readonly string[] {
  const args = argumentsOf(plan, task);
  if (rows.shape !== "own") return args;
  const callbacks = `[${plan
    .callbacksOf(task)
    .map(({ name }) => name)
    .join(", ")}]`;
  return [plan.bodyOf(task.name).name, ...(rows.callbacks === "own" ? [callbacks] : []), ...args];
}

/** As many items to a line as fit. */
function packed(texts: readonly string[]): string[] {
  const lines: string[] = [];
  let line = "";
  for (const text of texts) {
    const longer = line === "" ? `${text},` : `${line} ${text},`;
    if (longer.length + 4 > WIDTH && line !== "") {
      lines.push(line);
      line = `${text},`;
    } else line = longer;
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** What the server does with a row's request, where the body cannot say it for all of its tasks. */
function rowComment(plan: Plan, task: TaskSpec, language: CommentLanguage): string {
  const { serverVaries } = plan.bodyOf(task.name);
  const request = task.steps.find((step) => step.kind === "io");
  return serverVaries && request ? `  # ${serverComment(request, language)}` : "";
}
