// `npm run bench`: what a simulated and indexed event costs, against a bare event loop measured in the same run.
import { simulate } from "#engine/simulate.ts";
import type { Mode, Scenario } from "#scenario/scenario.ts";
import type { Trace } from "#trace/trace.ts";
import { toColumns, transferablesOf } from "#trace/trace-columns.ts";
import { buildTraceModel } from "#trace/trace-model.ts";

const TASK_COUNTS = [1_000, 10_000, 100_000];
const AWAITS_PER_TASK = 3;
const ROUNDS = 7;
/** Rounds that are not counted: the compiler is still at work. */
const WARM_UPS = 2;

/** Different waits that often meet, so that the heap has to work and moments are busy. */
const waitOf = (task: number, k: number) => (task * 7_919 + k * 104_729) % 1_000;

function scenarioOf(mode: Mode, taskCount: number): Scenario {
  const tasks = Array.from({ length: taskCount }, (_, task) => ({
    name: `t${task}`,
    steps: Array.from({ length: AWAITS_PER_TASK }, (_, k) => ({
      kind: "sleep" as const,
      ms: waitOf(task, k),
    })),
  }));
  return { mode, tasks };
}

/** The least that an event loop must do for the same awaits: a heap of timers, a queue of what is ready, no record. */
function runBareLoop(taskCount: number): number {
  const dues: number[] = [];
  const sleepers: number[] = [];
  const awaitsDone = new Uint8Array(taskCount);
  let ready = Array.from({ length: taskCount }, (_, task) => task);
  let now = 0;

  function push(due: number, task: number): void {
    let hole = dues.length;
    for (let parent = (hole - 1) >> 1; hole > 0 && due < (dues[parent] as number); parent = (hole - 1) >> 1) {
      dues[hole] = dues[parent] as number;
      sleepers[hole] = sleepers[parent] as number;
      hole = parent;
    }
    dues[hole] = due;
    sleepers[hole] = task;
  }

  function pop(): number {
    const task = sleepers[0] as number;
    const lastDue = dues.pop() as number;
    const lastTask = sleepers.pop() as number;
    let hole = 0;
    for (let child = 1; child < dues.length; child = 2 * hole + 1) {
      if (child + 1 < dues.length && (dues[child + 1] as number) < (dues[child] as number)) child += 1;
      if ((dues[child] as number) >= lastDue) break;
      dues[hole] = dues[child] as number;
      sleepers[hole] = sleepers[child] as number;
      hole = child;
    }
    if (dues.length > 0) {
      dues[hole] = lastDue;
      sleepers[hole] = lastTask;
    }
    return task;
  }

  while (ready.length > 0 || dues.length > 0) {
    const turn = ready;
    ready = [];
    for (const task of turn) {
      const k = awaitsDone[task] as number;
      if (k < AWAITS_PER_TASK) push(now + waitOf(task, k), task);
      awaitsDone[task] = k + 1;
    }
    if (dues.length > 0) now = dues[0] as number;
    while (dues.length > 0 && (dues[0] as number) <= now) ready.push(pop());
  }
  return now;
}

interface Round {
  readonly bare: number;
  readonly simulate: number;
  readonly index: number;
}

function measure<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const start = performance.now();
  const value = work();
  return { ms: performance.now() - start, value };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}

function bytesOf(trace: Trace): number {
  return transferablesOf(toColumns(trace)).reduce((sum, buffer) => sum + buffer.byteLength, 0);
}

function benchmark(mode: Mode, taskCount: number): Readonly<Record<string, number>> {
  const scenario = scenarioOf(mode, taskCount);
  const rounds: Round[] = [];
  let events = 0;
  let bytes = 0;
  // The three take turns, so that a busy machine slows them all alike and the ratios stay honest.
  for (let round = 0; round < WARM_UPS + ROUNDS; round++) {
    const bare = measure(() => runBareLoop(taskCount));
    const run = measure(() => simulate(scenario));
    const model = measure(() => buildTraceModel(run.value, scenario));
    if (model.value.total !== bare.value) throw new Error(`${model.value.total} ms is not ${bare.value} ms`);
    if (round >= WARM_UPS) rounds.push({ bare: bare.ms, simulate: run.ms, index: model.ms });
    events = run.value.length;
    bytes = bytesOf(run.value);
  }
  const ms = (key: keyof Round) => median(rounds.map((round) => round[key]));
  const best = (key: keyof Round) => Math.min(...rounds.map((round) => round[key]));
  const ratio = (key: keyof Round) => median(rounds.map((round) => round[key] / round.bare));
  return {
    events,
    "events/s": Math.round(events / (ms("simulate") / 1_000)),
    "ns/event": Math.round((ms("simulate") * 1e6) / events),
    "bytes/event": round(bytes / events),
    "bare loop ms": round(ms("bare")),
    "simulate ms": round(ms("simulate")),
    "best simulate": round(best("simulate")),
    "simulate : bare": round(ratio("simulate")),
    "index ms": round(ms("index")),
    "best index": round(best("index")),
    "index : bare": round(ratio("index")),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

const RUNS = (["async", "threads"] as const).flatMap((mode) =>
  TASK_COUNTS.map((taskCount) => ({ mode, taskCount })),
);

console.log(
  `${AWAITS_PER_TASK} awaits per task, medians of ${ROUNDS} interleaved rounds after ${WARM_UPS} to warm up`,
);
console.table(
  Object.fromEntries(RUNS.map(({ mode, taskCount }) => [`${taskCount} ${mode}`, benchmark(mode, taskCount)])),
);
