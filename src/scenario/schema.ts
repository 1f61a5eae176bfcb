import * as v from "valibot";
import { LIMITS } from "./limits.ts";
import { choice, flag, integer, list, name, oneOf, record, text } from "./schema-parts.ts";

/**
 * The shape of a scenario, field by field; what `scenario.ts` says to the compiler, said to the input. What two
 * fields say about each other is in `rules.ts`.
 */

const ms = integer(0, LIMITS.ms);
const places = integer(1, LIMITS.places);
const label = text(LIMITS.textCharacters);
const taskName = name(LIMITS.nameCharacters);
const optionalMs = v.exactOptional(ms);

const deadline = {
  timeout_ms: optionalMs,
  on_timeout: v.exactOptional(oneOf("fail", "continue")),
};
const other = { task: taskName, ...deadline };

export const stepSchema = choice("kind", {
  sleep: record({
    kind: v.literal("sleep"),
    ms: optionalMs,
    how: v.exactOptional(oneOf("no_await")),
    ...deadline,
  }),
  io: record({
    kind: v.literal("io"),
    ms: optionalMs,
    how: v.exactOptional(oneOf("no_await", "blocking", "await_blocking")),
    answer: v.exactOptional(
      v.union([v.literal("network_error"), integer(100, 599)], "100…599 | network_error"),
    ),
    body_ms: optionalMs,
    raise_for_status: v.exactOptional(flag()),
    ...deadline,
  }),
  blocking: record({
    kind: v.literal("blocking"),
    ms: optionalMs,
    how: v.exactOptional(oneOf("offload", "await")),
    ...deadline,
  }),
  cpu: record({ kind: v.literal("cpu"), ms: optionalMs, ...deadline }),
  fail: record({ kind: v.literal("fail"), error: v.exactOptional(label), ...deadline }),
  print: record({ kind: v.literal("print"), text: label, ...deadline }),
  spawn: record({ kind: v.literal("spawn"), ...other }),
  join: record({ kind: v.literal("join"), ...other }),
  call: record({ kind: v.literal("call"), how: v.exactOptional(oneOf("no_await")), ...other }),
  cancel: record({ kind: v.literal("cancel"), ...other }),
});

const steps = list(stepSchema, LIMITS.stepsPerTask);

export const taskSchema = record({
  name: taskName,
  url: v.exactOptional(text(LIMITS.urlCharacters)),
  steps,
  result: v.exactOptional(label),
  callbacks: v.exactOptional(
    list(
      record({
        name: name(LIMITS.nameCharacters),
        ms: optionalMs,
        reads_result: v.exactOptional(flag()),
        fail: v.exactOptional(label),
      }),
      LIMITS.callbacksPerTask,
    ),
  ),
  cleanup: v.exactOptional(steps),
  timeout_ms: optionalMs,
  on_cancel: v.exactOptional(oneOf("stop", "continue")),
});

// biome-ignore lint/suspicious/noThenProperty: a field of the format; these objects are never awaited.
const then = { then: v.exactOptional(oneOf("end", "cancel_rest", "wait_rest")) };
const withTimeout = { timeout_ms: optionalMs, ...then };
const withErrors = { collect_errors: v.exactOptional(flag()), ...withTimeout };

export const waitSchema = choice("style", {
  wait: record({
    style: v.literal("wait"),
    until: v.exactOptional(oneOf("all", "first_done", "first_error")),
    ...withTimeout,
  }),
  gather: record({ style: v.literal("gather"), ...withErrors }),
  in_order: record({ style: v.literal("in_order"), ...withErrors }),
  as_completed: record({ style: v.literal("as_completed"), ...withErrors }),
  group: record({ style: v.literal("group"), ...withTimeout }),
  direct: record({ style: v.literal("direct"), ...then }),
  sleep: record({ style: v.literal("sleep"), ms: optionalMs, ...then }),
  none: record({ style: v.literal("none"), ...then }),
  only: record({ style: v.literal("only"), task: taskName, ...then }),
});

export const machineSchema = record({
  cores: v.exactOptional(integer(1, LIMITS.cores)),
  time_slice_ms: v.exactOptional(integer(1, LIMITS.timeSliceMs)),
  interpreter_lock: v.exactOptional(flag()),
  thread_start_ms: optionalMs,
  process_start_ms: optionalMs,
  switch_ms: optionalMs,
  other_programs: v.exactOptional(list(record({ name: name(LIMITS.nameCharacters) }), LIMITS.otherPrograms)),
});

/** Everything but what stands inside the tasks: those are checked one by one, so that checking can stop early. */
export const settingsSchema = record({
  version: v.exactOptional(v.literal(1)),
  id: v.exactOptional(label),
  title: v.exactOptional(label),
  family: v.exactOptional(label),
  mode: oneOf("sync", "threads", "pool", "async", "processes"),
  tasks: list(v.unknown(), LIMITS.tasks, 1),
  workers: v.exactOptional(integer(1, LIMITS.workers)),
  dispatch: v.exactOptional(oneOf("chunks", "single")),
  chunk_size: v.exactOptional(places),
  collect: v.exactOptional(oneOf("all", "in_order", "as_done")),
  create: v.exactOptional(oneOf("in_main", "before_loop")),
  wait: v.exactOptional(waitSchema),
  limit: v.exactOptional(record({ tasks: v.exactOptional(places), connections: v.exactOptional(places) })),
  server: v.exactOptional(record({ workers: v.exactOptional(places) })),
  offload_workers: v.exactOptional(places),
  cancels: v.exactOptional(list(record({ task: taskName, at_ms: ms }), LIMITS.cancels)),
  machine: v.exactOptional(machineSchema),
});
