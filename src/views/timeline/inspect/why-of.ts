import type { InspectWords } from "#i18n/inspect.ts";
import type { Span, TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import { plainSeconds } from "../span-label.ts";

/** Why a task is in its state, in a sentence; empty when nothing is known. */
export function whyOf(model: TraceModel, span: Span, { why }: InspectWords): string {
  switch (span.state) {
    case "created":
      return why.created;
    case "ready":
      if (span.activity === "core" || span.activity === "interpreter") return why.lacks[span.activity];
      return readyWhy(model, why);
    case "running":
      return span.activity === "cpu" ? why.computing : why.code;
    case "suspended":
      return suspendedWhy(model, span, why);
    case "blocked":
      return blockedWhy(model, span, why);
    case "done":
      return span.detail.result === undefined ? "" : why.result(span.detail.result);
    case "failed":
      return span.detail.error === undefined ? "" : why.error(span.detail.error);
    case "pending":
      return why.pending;
    case "cancelled":
    case "absent":
      return "";
  }
}

type Why = InspectWords["why"];

function readyWhy({ scenario: { mode } }: TraceModel, why: Why): string {
  switch (mode) {
    case "async":
      return why.readyInLoop;
    case "pool":
      return why.readyInPool;
    case "threads":
    case "processes":
      return why.readyOnThread;
    case "sync":
      return why.readyInLine;
  }
}

function suspendedWhy(model: TraceModel, { task, detail }: Span, why: Why): string {
  switch (detail.reason) {
    case "sleep":
      return why.sleep(plainSeconds(detail.ms ?? 0));
    case "io": {
      const path = pathOf(model, task);
      return path === undefined ? why.ioUnnamed : why.io(path);
    }
    case "join":
      return detail.on === undefined ? "" : why.join(detail.on);
    case "yield":
    case "limit":
    case "connection":
    case "offload":
    case "wait":
      return why[detail.reason];
    default:
      return "";
  }
}

function blockedWhy(model: TraceModel, { task, activity, detail }: Span, why: Why): string {
  switch (activity) {
    case "request":
      return why.request(pathOf(model, task) ?? "…");
    case "blocking":
      return why.blocking(plainSeconds(detail.ms ?? 0));
    case "join":
      return why.joining;
    default:
      return "";
  }
}

/** The path of the task's URL; undefined when it has none. */
function pathOf({ scenario }: TraceModel, task: TaskId): string | undefined {
  const url = scenario.tasks[task - 1]?.url;
  if (url === undefined) return undefined;
  return URL.canParse(url) ? new URL(url).pathname : url;
}
