import { describe, expect, it } from "vitest";
import type { Scenario } from "#scenario/scenario.ts";
import { checkTrace, type RuleName } from "./check-trace.ts";
import { goldenNames, readGolden } from "./read-golden.ts";
import { readTrace } from "./read-trace.ts";

const tasks = [
  { name: "A", steps: [], callbacks: [{ name: "cb" }, { name: "log" }] },
  { name: "B", steps: [] },
];
const inLoop: Scenario = { mode: "async", tasks };
const inPool: Scenario = { mode: "pool", tasks, workers: 2 };
const inThreads: Scenario = { mode: "threads", tasks };

const MADE = "0 - loop_start\n0 A task_created\n0 B task_created";
const END = "9 - loop_stop\n9 - run_end total_ms=9";

/** The rules that a trace breaks, each once. */
function broken(text: string, scenario: Scenario = inLoop): readonly RuleName[] {
  return [...new Set(checkTrace(readTrace(text, scenario), scenario).map(({ rule }) => rule))];
}

describe("a sound trace", () => {
  it.each(goldenNames)("%s: nothing is wrong with what CPython does", (name) => {
    const { trace, scenario } = readGolden(name);
    expect(checkTrace(trace, scenario)).toEqual([]);
    expect(checkTrace(trace)).toEqual([]);
  });

  it("may leave a suspended task behind, and go on outside after the end", () => {
    const text = `${MADE}\n0 A task_started\n0 A request_start\n0 A task_suspended\n0 A server_start\n${END}`;
    expect(broken(text)).toEqual([]);
  });

  it("may leave a called body by an exception, without a call_end", () => {
    const text = `${MADE}\n0 A task_started\n0 A call_start coroutine=B\n0 A task_failed error=boom\n${END}`;
    expect(broken(text)).toEqual([]);
  });

  it("may be cut short by a deadlock, before its loop could stop", () => {
    expect(broken(`${MADE}\n9 - run_end total_ms=9 error=deadlock`)).toEqual([]);
  });
});

describe("the run", () => {
  it("goes on in time", () => {
    expect(broken(`5 - loop_start\n4 A task_created\n${END}`)).toEqual(["time_never_goes_back"]);
  });

  it("goes on in turns", () => {
    expect(broken(`0 #2 - loop_start\n0 #1 A task_created\n${END}`)).toEqual(["turn_never_goes_back"]);
  });

  it("says whose events are whose", () => {
    expect(broken(`0 A loop_start\n${END}`)).toEqual(["event_names_its_task"]);
    expect(broken(`0 - loop_start\n0 - server_start\n${END}`)).toEqual(["event_names_its_task"]);
  });

  it("prints text", () => {
    expect(broken(`${MADE}\n0 A task_started\n0 A print\n0 A task_done\n${END}`)).toEqual(["print_has_text"]);
  });

  it("ends with run_end, which tells the time", () => {
    expect(broken("0 - loop_start\n9 - loop_stop")).toEqual(["run_end_is_last"]);
    expect(broken("0 - loop_start\n9 - loop_stop\n9 - run_end total_ms=8")).toEqual(["run_end_is_last"]);
    expect(broken(`${MADE}\n${END}\n9 A server_end`)).toContain("run_end_is_last");
    expect(broken("")).toContain("run_end_is_last");
  });

  it("has one loop, in which everything runs", () => {
    expect(broken(`0 - loop_start\n1 - loop_start\n${END}`)).toEqual(["loop_runs_once"]);
    expect(broken("0 - loop_start\n9 - run_end total_ms=9")).toEqual(["loop_runs_once"]);
    const early = `0 A task_created\n0 A task_started\n0 A task_done\n0 - loop_start\n${END}`;
    expect(broken(early)).toEqual(["loop_runs_once"]);
  });
});

describe("a task", () => {
  it("is made once", () => {
    expect(broken(`${MADE}\n1 A task_created\n${END}`)).toEqual(["made_once"]);
  });

  it("starts after it was made, and once", () => {
    expect(broken(`0 - loop_start\n0 A task_started\n1 A task_done\n${END}`)).toEqual(["starts_after_made"]);
    const twice = `${MADE}\n0 A task_started\n0 A task_suspended\n1 A task_started\n1 A task_done\n${END}`;
    expect(broken(twice)).toEqual(["starts_after_made"]);
  });

  it("is resumed when it was suspended", () => {
    expect(broken(`${MADE}\n0 A task_resumed\n1 A task_done\n${END}`)).toEqual(["resumes_after_suspending"]);
  });

  it("does nothing before its beginning or after its end", () => {
    expect(broken(`${MADE}\n0 A print text=hi\n${END}`)).toEqual(["acts_between_made_and_ended"]);
    const late = `${MADE}\n0 A task_started\n1 A task_done\n1 A print text=hi\n${END}`;
    expect(broken(late)).toEqual(["acts_between_made_and_ended"]);
    const tooLate = `${MADE}\n0 A task_started\n1 A task_done\n1 A cancel_requested\n${END}`;
    expect(broken(tooLate)).toEqual(["acts_between_made_and_ended"]);
  });

  it("does nothing while it is suspended", () => {
    const text = `${MADE}\n0 A task_started\n0 A task_suspended\n1 A print text=hi\n${END}`;
    expect(broken(text)).toEqual(["suspended_holds_no_thread"]);
  });

  it("ends if it started, unless the loop left it suspended", () => {
    expect(broken(`${MADE}\n0 A task_started\n${END}`)).toEqual(["what_starts_ends"]);
    const inThread = "0 A task_created\n0 A w1 task_started\n9 - run_end total_ms=9";
    expect(broken(inThread, inThreads)).toEqual(["what_starts_ends"]);
  });

  it("closes what it opens, innermost first", () => {
    const started = `${MADE}\n0 A task_started`;
    expect(broken(`${started}\n0 A cpu_start\n1 A task_done\n${END}`)).toEqual(["pairs_match"]);
    expect(broken(`${started}\n0 A cpu_end\n1 A task_done\n${END}`)).toEqual(["pairs_match"]);
    const crossed = `${started}\n0 A call_start coroutine=B\n0 A cpu_start\n1 A call_end coroutine=B\n1 A cpu_end`;
    expect(broken(`${crossed}\n1 A task_done\n${END}`)).toEqual(["pairs_match"]);
    const other = `${started}\n0 A call_start coroutine=B\n1 A call_end coroutine=A\n1 A task_done\n${END}`;
    expect(broken(other)).toEqual(["pairs_match"]);
  });

  it("is answered from outside only after somebody there has begun", () => {
    expect(broken(`${MADE}\n0 A server_end\n${END}`)).toEqual(["outside_pairs_match"]);
    const twice = `${MADE}\n0 A offload_start\n1 A offload_end\n2 A offload_end\n${END}`;
    expect(broken(twice)).toEqual(["outside_pairs_match"]);
  });
});

describe("a thread", () => {
  it("has one holder at a time", () => {
    const text = `${MADE}\n0 A task_started\n0 B task_started\n1 A task_done\n1 B task_done\n${END}`;
    expect(broken(text)).toEqual(["one_holder_per_thread"]);
    const twoOnOne =
      "0 A task_created\n0 B task_created\n0 A w1 task_started\n0 B w1 task_started\n1 A w1 task_done\n1 B w1 task_done";
    expect(broken(`${twoOnOne}\n1 - run_end total_ms=1`, inPool)).toEqual(["one_holder_per_thread"]);
  });

  it("is one of those there are, and keeps its task", () => {
    const run = (first: string, second: string) =>
      broken(
        `0 A task_created\n0 A ${first} task_started\n1 A ${second} task_done\n1 - run_end total_ms=1`,
        inPool,
      );
    expect(run("w1", "w1")).toEqual([]);
    expect(run("w3", "w3")).toEqual(["worker_in_range"]);
    expect(run("w1", "w2")).toContain("worker_in_range");
    expect(run("", "")).toEqual(["worker_in_range"]);
    expect(broken(`${MADE}\n0 A w1 task_started\n1 A w1 task_done\n${END}`)).toEqual(["worker_in_range"]);
  });
});

describe("a done-callback", () => {
  const done = `${MADE}\n0 A task_started\n1 A task_done`;

  it("comes after the end of its task", () => {
    const early = `${MADE}\n0 A callback_called callback=cb\n0 A callback_end callback=cb\n${END}`;
    expect(broken(early)).toEqual(["callbacks_follow_the_end"]);
  });

  it("comes in order of registration", () => {
    const log = "1 A callback_called callback=log\n1 A callback_end callback=log";
    expect(broken(`${done}\n${log}\n${END}`)).toEqual(["callbacks_keep_their_order"]);
  });
});

describe("the ready queue", () => {
  const queued = "0 - loop_start\n0 A task_created\n0 A task_ready\n0 B task_created\n0 B task_ready";

  it("runs only what is in it", () => {
    const text = `${queued}\n0 A task_started\n0 A task_suspended\n1 A task_resumed\n1 A task_done\n${END}`;
    expect(broken(text)).toEqual(["runs_only_when_ready"]);
  });

  it("is first in, first out", () => {
    const text = `${queued}\n0 B task_started\n1 B task_done\n1 A task_started\n2 A task_done\n${END}`;
    expect(broken(text)).toEqual(["ready_queue_is_fifo"]);
  });
});

it("tells the event of each violation, and stops at twenty of a kind", () => {
  const lines = Array.from({ length: 30 }, () => "1 A print text=hi").join("\n");
  const violations = checkTrace(readTrace(`${MADE}\n${lines}\n${END}`, inLoop), inLoop);
  expect(violations).toHaveLength(20);
  expect(violations[0]).toEqual({
    step: 3,
    rule: "acts_between_made_and_ended",
    message: "A: print when made",
  });
  expect(violations.map(({ step }) => step)).toEqual(Array.from({ length: 20 }, (_, nth) => nth + 3));
});

describe("slices of time", () => {
  const two = "0 A task_created\n0 B task_created\n0 A w1 task_started\n0 B w2 task_started\n";
  const ended = "9 A w1 task_done\n9 B w2 task_done\n9 - run_end total_ms=9";
  const begin = `${two}0 A w1 cpu_start\n0 B w2 cpu_start\n0 B w2 slice_wait waits_for=interpreter\n`;
  const sound = `${begin}5 A w1 slice_end core=1 waits_for=interpreter\n5 B w2 slice_start core=1\n8 B w2 cpu_end\n8 A w1 slice_start core=1\n9 A w1 cpu_end\n${ended}`;

  it("alternate", () => {
    expect(broken(sound, inThreads)).toEqual([]);
    expect(broken(sound.replace("5 B w2 slice_start core=1\n", ""), inThreads)).toContain("slices_alternate");
  });

  it("are one thread's at a time behind the lock, and each process's own", () => {
    const both = sound
      .replace("5 A w1 slice_end core=1 waits_for=interpreter\n", "")
      .replace("8 A w1 slice_start core=1\n", "");
    expect(broken(both, inThreads)).toEqual(["one_holder_of_interpreter"]);
    expect(broken(both, { ...inThreads, mode: "processes" })).toEqual([]);
    expect(broken(both, { ...inThreads, machine: { interpreter_lock: false } })).toEqual([]);
  });

  it("are no more than there are cores, and one on each", () => {
    const processes: Scenario = { ...inThreads, mode: "processes", machine: { cores: 2 } };
    const on = (core: number) =>
      `${two}0 A w1 cpu_start\n0 A w1 slice_start core=1\n0 B w2 cpu_start\n0 B w2 slice_start core=${core}\n9 A w1 cpu_end\n9 B w2 cpu_end\n${ended}`;
    expect(broken(on(2), processes)).toEqual([]);
    expect(broken(on(1), processes)).toEqual(["one_on_each_core"]);
    expect(broken(on(3), processes)).toEqual(["one_on_each_core"]);
    expect(broken(on(2), { ...processes, machine: { cores: 1 } })).toEqual(["one_on_each_core"]);
  });

  it("are other programs', too, which leave the core that they are on", () => {
    const machine = { cores: 1, other_programs: [{ name: "player" }] };
    const text = `0 - other_start core=1 program=player\n${two}5 - other_end core=1 program=player\n${ended}`;
    expect(broken(text, { ...inThreads, machine })).toEqual([]);
    expect(
      broken(text.replace("5 - other_end core=1", "5 - other_end core=2"), { ...inThreads, machine }),
    ).toEqual(["slices_alternate"]);
  });
});
