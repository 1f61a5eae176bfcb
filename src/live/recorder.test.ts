import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WallTime } from "#base/units.ts";
import { simulate } from "#engine/simulate.ts";
import type { Scenario, Step } from "#scenario/scenario.ts";
import { checkTrace } from "#trace/check-trace.ts";
import type { EventDetail, TraceEvent } from "#trace/event-types.ts";
import type { Trace } from "#trace/trace.ts";
import { toTraceFile } from "#trace/trace-file.ts";
import { Recorder } from "./recorder.ts";

const BEGIN = 1_750_000_000_000;
const wall = (ms: number) => (BEGIN + ms) as WallTime;

const io = (ms: number, more = {}) => ({ kind: "io", ms, ...more }) as Step;
const tasks = [
  { name: "A", steps: [io(300), io(200)], callbacks: [{ name: "parse", reads_result: true }] },
  { name: "B", steps: [io(200, { answer: 404, raise_for_status: true })] },
  { name: "C", steps: [io(300, { how: "blocking" }), { kind: "sleep", ms: 100 } as const] },
  { name: "D", steps: [io(250), { kind: "fail" } as const], cleanup: [io(100)] },
];
const SCENARIOS: readonly Scenario[] = [
  { mode: "sync", tasks: tasks.slice(0, 2) },
  { mode: "threads", tasks },
  { mode: "pool", workers: 2, tasks, server: { workers: 1 } },
  { mode: "pool", workers: 3, tasks, dispatch: "single", collect: "in_order" },
  { mode: "pool", workers: 3, tasks, dispatch: "single", collect: "as_done" },
  { mode: "async", tasks, wait: { style: "wait" } },
  { mode: "async", tasks, server: { workers: 1 } },
];

/** What one context tells, by its own clock. */
interface Tale {
  readonly t: number;
  tell(recorder: Recorder, at: WallTime): void;
}

/** The events of a simulated run as the contexts would tell them: the page, each worker, the server. */
function talesOf({ mode }: Scenario, events: readonly TraceEvent[]): readonly (readonly Tale[])[] {
  const tales = new Map<string, Tale[]>();
  const counts = new Map<string, number>();
  const ended: string[] = [];
  const isThreaded = mode === "threads" || mode === "pool";
  for (const { type, task, worker = 0, detail, t_ms: t } of events) {
    if (type === "run_end") continue;
    if (type === "task_done" || type === "task_failed") ended.push(task ?? "");
    const count = (counts.get(task ?? "") ?? 0) + (type === "request_start" ? 1 : 0);
    counts.set(task ?? "", count);
    const request = `${task}#${count}`;
    let context = `worker ${worker}`;
    let tell: Tale["tell"];
    if (type === "server_start" || type === "server_end") {
      context = "server";
      const phase = type === "server_start" ? "taken_up" : "left";
      tell = (recorder, at) => recorder.visit({ run: "1", request, phase, at });
    } else if (isThreaded && worker === 0) {
      context = "page";
      const known = type === "task_created" ? [] : detail?.from ? [detail.from] : [...ended];
      tell = (recorder, at) => recorder.main(at, type, task ?? "", detail, known);
    } else {
      const isRequest = type === "request_start" || type === "request_end";
      const facts = { ...(task && { task }), ...(detail && { detail }), ...(isRequest && { request }) };
      tell = (recorder, at) => {
        if (type === "request_end")
          recorder.notes(worker, [{ kind: "arrival", at, request, ...giveUp(detail) }]);
        recorder.notes(worker, [{ kind: "mark", at, type, ...facts }]);
      };
    }
    tales.set(context, [...(tales.get(context) ?? []), { t, tell }]);
  }
  return [...tales.values()];
}

const giveUp = (detail?: EventDetail) => (detail?.aborted ? ({ gaveUp: true } as const) : {});

/** Clocks that count in steps, each with its own phase, told in whatever order the messages arrive. */
const circumstances = fc.record({
  scenario: fc.constantFrom(...SCENARIOS),
  step: fc.constantFrom(0.1, 1, 16.7),
  phases: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
  arrivals: fc.infiniteStream(fc.nat(7)),
});

function recordNoisily(
  { scenario, step, phases, arrivals }: typeof circumstances extends fc.Arbitrary<infer T> ? T : never,
  until = Number.POSITIVE_INFINITY,
) {
  const predicted = toTraceFile(simulate(scenario), scenario).events;
  const workers = [0, 1, 2, 3, 4].map((worker) => ({ worker, startup: 0, reused: false }));
  const recorder = new Recorder(
    { scenario, run: "1", transport: "network", clockStep: step, workers },
    wall(0),
  );
  const contexts = talesOf(scenario, predicted).map((tales, index) => ({
    left: tales.filter(({ t }) => t <= until),
    read: (t: number) => wall((Math.floor(t / step + (phases[index] ?? 0)) + 1) * step),
  }));
  while (contexts.some(({ left }) => left.length > 0)) {
    const waiting = contexts.filter(({ left }) => left.length > 0);
    const { left, read } = waiting[
      (arrivals.next().value ?? 0) % waiting.length
    ] as (typeof contexts)[number];
    const tale = left.shift() as Tale;
    tale.tell(recorder, read(tale.t));
  }
  return { recorder, predicted, read: contexts[0]?.read ?? wall, total: predicted.at(-1)?.t_ms ?? 0 };
}

/** Each task's own story and that of its requests, which no clock can change unless the client gives up. */
function storiesOf(events: readonly TraceEvent[]): Readonly<Record<string, readonly string[]>> {
  const stories: Record<string, string[]> = {};
  const impatient = events.filter(({ detail }) => detail?.aborted).map(({ task }) => task);
  for (const { task = "the run", type } of events) {
    const isOutside = type.startsWith("server");
    for (const [story, belongs] of [
      [task, type !== "run_end" && !isOutside],
      [
        `requests of ${task}`,
        !impatient.includes(task) && (isOutside || type === "request_start" || type === "request_end"),
      ],
    ] as const) {
      stories[story] ??= [];
      if (belongs) stories[story].push(type);
    }
  }
  return stories;
}

const eventsOf = (trace: Trace) => Array.from({ length: trace.length }, (_, step) => trace.eventAt(step));

describe("the record of a run, however coarse the clocks and whatever arrives first,", () => {
  it("is a sound trace in which every task does what it did", () => {
    fc.assert(
      fc.property(circumstances, (given) => {
        const { recorder, predicted, read, total } = recordNoisily(given);
        recorder.end(read(total + given.step), undefined);
        const { trace } = recorder.report(wall(total + 100));
        expect(checkTrace(trace, given.scenario)).toEqual([]);
        expect(storiesOf(eventsOf(trace))).toEqual(storiesOf(predicted));
      }),
    );
  });

  it("is a sound trace when the run is cut off anywhere", () => {
    fc.assert(
      fc.property(circumstances, fc.nat(900), (given, until) => {
        const { recorder, read } = recordNoisily(given, until);
        recorder.cutOff(read(until));
        const { trace } = recorder.report(wall(until + 100));
        expect(checkTrace(trace, given.scenario)).toEqual([]);
        expect(trace.eventAt(trace.length - 1).detail?.error).toBe("cut_off");
      }),
    );
  });
});

describe("a recorder", () => {
  const scenario: Scenario = { mode: "sync", tasks: [{ name: "A", steps: [io(100)] }] };
  const workers = [{ worker: 0, startup: 20, reused: false }];
  const create = () =>
    new Recorder({ scenario, run: "1", transport: "network", clockStep: 0.1, workers }, wall(0));
  const mark = { kind: "mark", task: "A" } as const;
  const begin = [
    { ...mark, type: "task_started", at: wall(1) },
    { ...mark, type: "request_start", at: wall(2), request: "A#1", detail: { ms: 100 } },
  ] as const;

  it("shows a run that goes on up to now", () => {
    const recorder = create();
    recorder.notes(0, begin);
    const { trace, elapsed } = recorder.report(wall(80));
    expect([trace.length, trace.end, elapsed]).toEqual([2, 80, 80]);
  });

  it("measures the way of a request; of a repeated one the first coming and the last leaving", () => {
    const recorder = create();
    const visit = { run: "1", request: "A#1" };
    recorder.visit({ ...visit, phase: "entered", at: wall(3) });
    recorder.visit({ ...visit, phase: "taken_up", at: wall(4) });
    recorder.notes(0, begin);
    recorder.visit({ ...visit, run: "another", phase: "left", at: wall(5) });
    recorder.visit({ ...visit, phase: "entered", at: wall(30) });
    for (const at of [104, 134]) recorder.visit({ ...visit, phase: "left", at: wall(at) });
    recorder.notes(0, [{ kind: "arrival", at: wall(140), request: "A#1" }]);
    expect(recorder.report(wall(150)).measurement.requests).toEqual([
      { task: 1, asked: 100, sent: 2, entered: 3, takenUp: 4, left: 134, received: 140 },
    ]);
  });

  it("says when a client gave a request up, and lets the server go on up to the end of the run", () => {
    const recorder = create();
    recorder.notes(0, begin);
    recorder.visit({ run: "1", request: "A#1", phase: "taken_up", at: wall(4) });
    recorder.notes(0, [
      { kind: "arrival", at: wall(50), request: "A#1", gaveUp: true },
      { ...mark, type: "request_end", at: wall(50), request: "A#1", detail: { aborted: true } },
      { ...mark, type: "task_failed", at: wall(50), detail: { error: "timeout" } },
    ]);
    recorder.end(wall(51), "timeout");
    recorder.visit({ run: "1", request: "A#1", phase: "left", at: wall(104) });
    const { trace, measurement } = recorder.report(wall(110));
    expect(eventsOf(trace).map(({ type }) => type)).not.toContain("server_end");
    expect(checkTrace(trace, scenario)).toEqual([]);
    expect(measurement.requests[0]).toMatchObject({ received: 50, gaveUp: true, left: 104 });
  });

  it("keeps the ticks of a heart up to the end of the run", () => {
    const recorder = create();
    recorder.beats(0, [wall(10), wall(20), wall(31)]);
    recorder.end(wall(30));
    const [heartbeat] = recorder.report(wall(40)).measurement.heartbeats;
    expect(heartbeat).toEqual({ worker: 0, period: 10, ticks: [10, 20] });
  });
});
