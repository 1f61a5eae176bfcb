import fc from "fast-check";
import { parseScenario } from "#scenario/parse-scenario.ts";
import type {
  CallbackSpec,
  MachineSpec,
  Mode,
  Scenario,
  Step,
  StepDeadline,
  TaskSpec,
  WaitSpec,
} from "#scenario/scenario.ts";

/**
 * Arbitrary valid scenarios for property tests: every mode, step, wait style, limit and failure of the format, few
 * enough tasks and round enough times that things meet.
 */

const MODES = ["sync", "threads", "pool", "async", "processes"] as const satisfies readonly Mode[];
const NAMES = ["A", "B", "C", "D", "E", "F"] as const;

const ms = fc.oneof(fc.constantFrom(0, 50, 100, 200), fc.nat(300));
const count = fc.integer({ min: 1, max: 4 });
const error = fc.constantFrom("boom", "bad page");

/** Some or none of the fields. */
function optional<T extends object>(fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) {
  return fc.record(fields, { requiredKeys: [] });
}

const deadline: fc.Arbitrary<StepDeadline> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.record({ timeout_ms: ms }),
  fc.record({ timeout_ms: ms, on_timeout: fc.constantFrom("fail", "continue") }),
);

/** Steps of every mode. A body calls and spawns only tasks after its own, so that nothing goes in circles. */
function stepOf(mode: Mode, index: number, names: readonly string[]): fc.Arbitrary<Step> {
  const kind = <Kind extends string>(name: Kind) => fc.constant(name);
  const later = names.slice(index + 1);
  const plain: fc.Arbitrary<Step>[] = [
    fc.record({ kind: kind("sleep"), ms, how: kind("no_await") }, { requiredKeys: ["kind"] }),
    fc.record({ kind: kind("sleep"), ms }),
    fc.record(
      {
        kind: kind("io"),
        ms,
        how: fc.constantFrom("no_await", "blocking", "await_blocking"),
        answer: fc.constantFrom<number | "network_error">(200, 404, 500, "network_error"),
        raise_for_status: fc.boolean(),
      },
      { requiredKeys: ["kind"] },
    ),
    fc.record({ kind: kind("io"), ms }),
    fc.record(
      { kind: kind("blocking"), ms, how: fc.constantFrom("offload", "await") },
      { requiredKeys: ["kind"] },
    ),
    fc.record({ kind: kind("cpu"), ms }),
    fc.record({ kind: kind("print"), text: fc.constantFrom("hello", "你好") }),
    fc.record({ kind: kind("fail"), error }, { requiredKeys: ["kind"] }),
  ];
  const calls =
    later.length === 0
      ? []
      : [
          fc.record(
            { kind: kind("call"), task: fc.constantFrom(...later), how: kind("no_await") },
            { requiredKeys: ["kind", "task"] },
          ),
        ];
  const spawns =
    later.length === 0 ? [] : [fc.record({ kind: kind("spawn"), task: fc.constantFrom(...later) })];
  const others = [
    fc.record({ kind: kind("join"), task: fc.constantFrom(...names) }),
    fc.record({ kind: kind("cancel"), task: fc.constantFrom(...names) }),
  ];
  const kinds: fc.Arbitrary<Step>[] = [
    ...plain,
    ...calls,
    ...(mode === "async" ? [...spawns, ...others] : []),
  ];
  return fc.tuple(fc.oneof(...kinds), deadline).map(([step, limits]) => ({ ...step, ...limits }));
}

const callback: fc.Arbitrary<CallbackSpec> = fc.record(
  { name: fc.constantFrom("parse", "save"), ms, reads_result: fc.boolean(), fail: error },
  { requiredKeys: ["name"] },
);

function taskOf(mode: Mode, index: number, names: readonly string[]): fc.Arbitrary<TaskSpec> {
  const step = stepOf(mode, index, names);
  return fc.record(
    {
      name: fc.constant(names[index] as string),
      steps: fc.array(step, { maxLength: 4 }),
      result: fc.constantFrom("42", ""),
      callbacks: fc.array(callback, { maxLength: 2 }),
      cleanup: fc.array(step, { maxLength: 2 }),
      timeout_ms: ms,
      on_cancel: fc.constantFrom("stop", "continue"),
    },
    { requiredKeys: ["name", "steps"] },
  );
}

const then = fc.constantFrom("end", "cancel_rest", "wait_rest");
const collecting = optional({ collect_errors: fc.boolean(), timeout_ms: ms, then });

const waitInMain: fc.Arbitrary<WaitSpec> = fc.oneof(
  withStyle("wait", {
    until: fc.constantFrom("all", "first_done", "first_error"),
    timeout_ms: ms,
    then,
  }),
  ...(["gather", "in_order", "as_completed"] as const).map((style) =>
    collecting.map((fields): WaitSpec => ({ style, ...fields })),
  ),
  withStyle("group", { timeout_ms: ms, then }),
  withStyle("direct", { then }),
  withStyle("sleep", { ms, then }),
  withStyle("none", { then }),
);

/** Task A is the first: nothing but the main program starts it, so it can be waited for. */
const waitBeforeLoop: fc.Arbitrary<WaitSpec> = fc.oneof(
  withStyle("wait", { until: fc.constantFrom("all", "first_done", "first_error"), timeout_ms: ms }),
  fc.constant<WaitSpec>({ style: "only", task: "A" }),
);

function withStyle<T extends object>(
  style: WaitSpec["style"],
  fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
): fc.Arbitrary<WaitSpec> {
  return optional<T>(fields).map((some) => ({ style, ...some }));
}

const machine: fc.Arbitrary<MachineSpec> = optional<MachineSpec>({
  cores: count,
  time_slice_ms: fc.constantFrom(1, 10, 50, 100),
  interpreter_lock: fc.boolean(),
  thread_start_ms: fc.nat(30),
  process_start_ms: fc.nat(60),
  switch_ms: fc.nat(20),
  other_programs: fc.array(fc.record({ name: fc.constantFrom("music player", "backup") }), { maxLength: 3 }),
});

/** Half of them say nothing of the machine. */
const withMachine = fc.oneof(fc.constant({}), fc.record({ machine }));

type Settings = Omit<Scenario, "tasks" | "mode">;

function settingsOf(mode: Mode, names: readonly string[]): fc.Arbitrary<Settings> {
  const server = optional({ server: optional({ workers: count }) });
  switch (mode) {
    case "sync":
    case "threads":
    case "processes":
      return server;
    case "pool":
      return fc
        .tuple(
          server,
          fc.record({ workers: count }),
          fc.oneof(
            optional({ dispatch: fc.constantFrom("chunks", "single"), chunk_size: count }),
            fc.record({
              dispatch: fc.constant("single"),
              collect: fc.constantFrom("all", "in_order", "as_done"),
            }),
          ),
        )
        .map((parts) => Object.assign({}, ...parts) as Settings);
    case "async":
      return fc
        .tuple(
          server,
          fc.oneof(
            optional({ wait: waitInMain }),
            fc.record({ create: fc.constant("before_loop"), wait: waitBeforeLoop }),
          ),
          optional({
            limit: optional({ tasks: count, connections: count }),
            offload_workers: count,
            cancels: fc.array(fc.record({ task: fc.constantFrom(...names), at_ms: ms }), { maxLength: 3 }),
          }),
        )
        .map((parts) => Object.assign({}, ...parts) as Settings);
  }
}

/** A valid scenario of one of the given modes; the few that start a task twice are drawn again. */
export function scenarioArbitrary(...modes: readonly Mode[]): fc.Arbitrary<Scenario> {
  return fc
    .tuple(
      fc.constantFrom(...(modes.length === 0 ? MODES : modes)),
      fc.integer({ min: 1, max: NAMES.length }),
    )
    .chain(([mode, size]) => {
      const names = NAMES.slice(0, size);
      const tasks = fc.tuple(...names.map((_, index) => taskOf(mode, index, names)));
      return fc
        .tuple(tasks, settingsOf(mode, names), withMachine)
        .map(([specs, settings, on]): Scenario => ({ mode, tasks: specs, ...settings, ...on }));
    })
    .filter((scenario) => parseScenario(scenario).ok);
}
