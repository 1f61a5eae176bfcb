import type { Milliseconds } from "#base/units.ts";
import { NO_MARK, type ProgramMark } from "#scenario/program-mark.ts";
import type { Scenario, TaskSpec } from "#scenario/scenario.ts";
import type { EventType } from "#trace/event-types.ts";
import { type DetailId, NO_DETAIL, type TraceRecorder } from "#trace/recorder-types.ts";
import { MAIN, NOBODY, type TaskId } from "#trace/trace.ts";
import { Details } from "./details.ts";
import type { Processor } from "./machine/processor.ts";
import { processorOf, type Sharing } from "./machine/processor-of.ts";
import { tellTurn } from "./machine/tell-turn.ts";
import { roundToTenth } from "./round-time.ts";
import { type RunControl, RunWatch, SimulationCancelled } from "./run-control.ts";
import { Server } from "./server.ts";
import { type PARKED, type ThreadProgram, ThreadScheduler } from "./thread-scheduler.ts";
import { topLevelIds } from "./top-level-ids.ts";

/** The text of an exception; undefined = none was raised. */
export type ErrorText = string | undefined;

/** Where a running task writes down what happens to it; knows the task and the thread it runs on. */
export interface TaskLog {
  readonly task: TaskId;
  /** Something that the task does on its thread. */
  write(type: EventType, detail?: DetailId, mark?: ProgramMark): void;
  /** Something that happens elsewhere on the task's behalf. */
  writeOutside(type: EventType, mark: ProgramMark): void;
}

/** A task of the scenario with its number in the trace. */
export interface NumberedTask {
  readonly id: TaskId;
  readonly spec: TaskSpec;
}

/** Unwinds a run that has reached its event limit. */
class EventLimitReached extends Error {}

/** One run of a program without an event loop: its clock, its server, what its threads share, and its record. */
export class ThreadRun {
  readonly clock: ThreadScheduler;
  readonly server: Server;
  readonly details: Details;
  /** Whether a thread must get a core before it can begin, and again after each wait. */
  readonly takesTurns: boolean;
  /** The tasks that the main program starts itself: all but those whose bodies are called by others. */
  readonly tasks: readonly NumberedTask[];
  /** Writes down what other programs do; a log that keeps events back takes this over. */
  writeOther: (type: EventType, detail: DetailId) => void = (type, detail) =>
    this.recordAt(this.time, type, NOBODY, detail);
  readonly #scenario: Scenario;
  /** By name; made when the first name is looked up, since most programs call no body. */
  #specs: ReadonlyMap<string, TaskSpec> | undefined;
  readonly #recorder: TraceRecorder;
  readonly #watch: RunWatch;

  constructor(scenario: Scenario, recorder: TraceRecorder, control: RunControl, sharing: Sharing) {
    const processor: Processor = processorOf(scenario, sharing, (type, detail) =>
      this.writeOther(type, this.details.of(detail)),
    );
    this.clock = new ThreadScheduler(processor);
    this.takesTurns = scenario.machine?.cores !== undefined;
    this.server = new Server(this.clock, scenario.server?.workers ?? Number.POSITIVE_INFINITY);
    this.details = new Details(recorder);
    this.#scenario = scenario;
    this.#recorder = recorder;
    this.#watch = new RunWatch(recorder, control);
    this.tasks = topLevelIds(scenario).map((id) => ({ id, spec: scenario.tasks[id - 1] as TaskSpec }));
  }

  /** The body that a `call` names. Throws when the scenario has none, which no valid scenario does. */
  specOf(name: string): TaskSpec {
    this.#specs ??= new Map(this.#scenario.tasks.map((spec) => [spec.name, spec]));
    const spec = this.#specs.get(name);
    if (spec === undefined) throw new Error(`no task is named ${name}`);
    return spec;
  }

  /** Now, on the trace's clock: ms with one decimal. */
  get time(): Milliseconds {
    return roundToTenth(this.clock.now);
  }

  /** Records an event; `worker` 0 = on no worker thread. Unwinds the run when it must stop. */
  recordAt(
    time: Milliseconds,
    type: EventType,
    task: TaskId,
    detail: DetailId = NO_DETAIL,
    mark: ProgramMark = NO_MARK,
    worker = 0,
  ): void {
    if (this.#watch.isOver()) {
      throw this.#watch.stopReason === "cancelled" ? new SimulationCancelled() : new EventLimitReached();
    }
    this.#recorder.record(time, type, task, -1, detail, mark, worker);
  }

  /** Records an event of the main program, now. */
  recordMain(type: EventType, detail?: DetailId): void {
    this.recordAt(this.time, type, MAIN, detail);
  }

  /**
   * The main program computes for `ms` to make a thread or a process: `task`, or a worker when undefined. Nothing to do
   * and nothing to tell where that takes no time.
   */
  *makeThread(ms: Milliseconds, task?: NumberedTask): ThreadProgram {
    if (ms === 0) return;
    this.recordMain("cpu_start", this.details.of({ ms, ...(task && { starts: task.spec.name }) }));
    yield this.clock.compute(ms, MAIN, (type, detail) => this.recordMain(type, this.details.of(detail)));
    this.recordMain("cpu_end");
  }

  /**
   * Waits for the interpreter and a core, as a thread must before its first line, even where all it then does takes no
   * time; nothing is told of it, for until then the task is ready. Only where the cores are counted; the main program is
   * always let in at once.
   */
  awaitFirstTurn(log: TaskLog): typeof PARKED {
    return this.clock.compute(0, log.task);
  }

  /** The same after each wait, that is, when the call which waited is over; `mark`: that call. */
  awaitTurn(log: TaskLog, mark: ProgramMark): typeof PARKED {
    const tell = tellTurn((type, detail) => log.write(type, detail && this.details.of(detail), mark));
    return this.clock.compute(0, log.task, tell);
  }

  /** The log of a task that runs on one thread from beginning to end. */
  taskLog(task: TaskId, worker: number): TaskLog {
    return new ThreadLog(this, task, worker);
  }

  /** Runs the main program to its end and records `run_end`. Throws SimulationCancelled. */
  execute(main: ThreadProgram<ErrorText>): void {
    const error = this.#runToEnd(main);
    const total_ms = this.time;
    const detail = this.details.of(error ? { total_ms, error } : { total_ms });
    this.#recorder.record(total_ms, "run_end", NOBODY, -1, detail);
  }

  #runToEnd(main: ThreadProgram<ErrorText>): ErrorText {
    try {
      return this.clock.run(main);
    } catch (reason) {
      if (reason instanceof EventLimitReached) return "event_limit";
      throw reason;
    }
  }
}

class ThreadLog implements TaskLog {
  readonly task: TaskId;
  readonly #run: ThreadRun;
  readonly #worker: number;

  constructor(run: ThreadRun, task: TaskId, worker: number) {
    this.task = task;
    this.#run = run;
    this.#worker = worker;
  }

  write(type: EventType, detail?: DetailId, mark?: ProgramMark): void {
    this.#run.recordAt(this.#run.time, type, this.task, detail, mark, this.#worker);
  }

  writeOutside(type: EventType, mark: ProgramMark): void {
    this.#run.recordAt(this.#run.time, type, this.task, NO_DETAIL, mark);
  }
}
