import type { Milliseconds } from "#base/units.ts";
import { timeSliceOf } from "#scenario/defaults.ts";
import { LIMITS } from "#scenario/limits.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { EventDetail } from "#trace/event-types.ts";
import { Fifo } from "../event-loop/fifo.ts";
import { TimeQueue } from "../time-queue.ts";
import { type Core, Interpreter, Job } from "./core.ts";
import { Cores } from "./cores.ts";
import { type Computing, type Processor, TooManySwitches } from "./processor.ts";

/** Told when another program gets a core, or loses it. */
export type TellOther = (type: "other_start" | "other_end", detail: EventDetail) => void;

/**
 * Cores and interpreters, shared out in slices of time, in turn to whoever has waited longest. A slice ends when it has
 * lasted its time and somebody else has waited for as long: who is alone is never interrupted. With an interpreter lock a
 * thread needs the interpreter first, then a core; while it has no core it keeps the interpreter.
 */
export class TimeSlices implements Processor {
  readonly #slice: Milliseconds;
  readonly #switchTime: Milliseconds;
  /** Whether every slice is told, or only those that others come between. */
  readonly #tellsAll: boolean;
  /** Whether even what takes no time needs a core. */
  readonly #countsCores: boolean;
  readonly #tellOther: TellOther;
  readonly #cores: Cores;
  /** Which the threads of our program share; processes have one each, and wait for nothing but a core. */
  readonly #interpreter: Interpreter | undefined;
  /** Who needs nothing but a core. */
  readonly #queue = new Fifo<Job>();
  /** Who computes for no time at all, and waits for nobody, as long as nobody counts the cores; by rank. */
  readonly #instant = new TimeQueue<() => void>();
  /** Whose slices have just begun to matter: they are told at the end of the moment what they wait for. */
  #fresh: Job[] = [];
  #mustDispatch = false;
  #now: Milliseconds = 0;
  #computing = 0;
  #switches = 0;

  constructor(scenario: Scenario, tellOther: TellOther) {
    const { mode, machine = {} } = scenario;
    this.#slice = timeSliceOf(scenario);
    this.#switchTime = machine.switch_ms ?? 0;
    this.#cores = new Cores(machine.cores ?? Number.POSITIVE_INFINITY);
    this.#interpreter =
      mode !== "processes" && (machine.interpreter_lock ?? true) ? new Interpreter() : undefined;
    this.#tellsAll = scenario.machine !== undefined;
    this.#countsCores = machine.cores !== undefined;
    this.#tellOther = tellOther;
    // The other programs have been there before ours.
    for (const { name } of machine.other_programs ?? []) this.#enqueue(new Job(name, undefined));
  }

  get isComputing(): boolean {
    return this.#computing > 0 || this.#instant.length > 0;
  }

  start(now: Milliseconds, computing: Computing): void {
    this.#advance(now);
    if (computing.ms === 0 && !this.#countsCores) {
      this.#instant.push(now, computing.rank, computing.onEnd);
      return;
    }
    this.#computing += 1;
    const interpreter = this.#interpreter;
    const job = new Job(computing, interpreter);
    if (this.#goesOn(job)) return;
    this.#fresh.push(job);
    if (interpreter === undefined) this.#enqueue(job);
    else {
      if (interpreter.waiting.length === 0) interpreter.used = 0;
      interpreter.waiting.push(job);
      if (!this.#tellsAll && interpreter.waiting.length > LIMITS.threadsInTurn) throw new TooManySwitches();
      this.#mustDispatch = true;
    }
  }

  nextEvent(): Milliseconds {
    if (this.#mustDispatch || this.#instant.length > 0) return this.#now;
    let next = Number.POSITIVE_INFINITY;
    for (const core of this.#cores.all) {
      const { job } = core;
      if (job === undefined) continue;
      next = Math.min(
        next,
        this.#now + (job.switching > 0 ? job.switching : job.left),
        this.#endOfSlice(core),
        this.#now + this.#leftOfTurn(job),
      );
    }
    return next;
  }

  happen(now: Milliseconds): void {
    this.#advance(now);
    const done = this.#cores.nextDone();
    if (this.#instant.length > 0) this.#instant.pop()();
    else if (done !== undefined) this.#finish(done);
    else if (this.#mustDispatch) this.#dispatch();
    else this.#interrupt();
  }

  /** Whether the same thread's last job ended just now, so that its slice goes on. */
  #goesOn(job: Job): boolean {
    const core = this.#cores.keptFor(job.thread);
    if (core === undefined) return false;
    this.#cores.put(job, core);
    if (job.interpreter !== undefined) {
      job.interpreter.keeper = undefined;
      job.interpreter.holder = job;
    }
    this.#tellRuns(job);
    return true;
  }

  #enqueue(job: Job): void {
    job.queuedAt = this.#now;
    this.#queue.push(job);
    this.#mustDispatch = true;
  }

  #advance(now: Milliseconds): void {
    const passed = now - this.#now;
    this.#now = now;
    if (passed <= 0) return;
    for (const { job } of this.#cores.all) {
      if (job === undefined) continue;
      const switching = Math.min(job.switching, passed);
      job.switching -= switching;
      job.left -= passed - switching;
      if (job.interpreter !== undefined) job.interpreter.used += passed - switching;
      if (job.switching === 0 && job.told !== "runs") this.#tellRuns(job);
    }
  }

  /** When somebody else gets the core; Infinity while nobody wants it. */
  #endOfSlice({ since }: Core): Milliseconds {
    const first = this.#queue.first;
    return first === undefined ? Number.POSITIVE_INFINITY : Math.max(since, first.queuedAt) + this.#slice;
  }

  /** How long it may still compute until another thread gets the interpreter. */
  #leftOfTurn({ interpreter, switching }: Job): Milliseconds {
    if (interpreter === undefined || interpreter.waiting.length === 0) return Number.POSITIVE_INFINITY;
    return switching + this.#slice - interpreter.used;
  }

  #finish(job: Job): void {
    this.#cores.takeOff(job).keeper = job.thread;
    if (job.interpreter !== undefined) {
      job.interpreter.holder = undefined;
      job.interpreter.keeper = job.thread;
    }
    this.#computing -= 1;
    this.#mustDispatch = true;
    job.computing?.onEnd();
  }

  /** Gives what is free to those who have waited longest, and tells those who have come now what they wait for. */
  #dispatch(): void {
    this.#cores.forgetKeepers();
    const granted = this.#grantInterpreter();
    this.#mustDispatch = false;
    while (this.#queue.length > 0) {
      const core = this.#cores.freeFor((this.#queue.first as Job).thread);
      if (core === undefined) break;
      this.#place(this.#queue.shift() as Job, core);
    }
    for (const job of [...this.#fresh, ...granted]) if (job.told !== "runs") this.#tellWaits(job);
    this.#fresh = [];
  }

  /** Gives the interpreter, if it is free, to who has waited longest; returns whom it went to. */
  #grantInterpreter(): readonly Job[] {
    const interpreter = this.#interpreter;
    if (interpreter === undefined) return [];
    interpreter.keeper = undefined;
    const next = interpreter.holder === undefined ? interpreter.waiting.shift() : undefined;
    if (next === undefined) return [];
    interpreter.holder = next;
    interpreter.used = 0;
    this.#enqueue(next);
    return [next];
  }

  #place(job: Job, core: Core): void {
    const isSwitch = core.last !== undefined && core.last !== job.thread;
    job.switching = isSwitch ? this.#switchTime : 0;
    core.since = this.#now + job.switching;
    this.#cores.put(job, core);
    if (job.switching === 0) this.#tellRuns(job);
  }

  /** Ends one slice that has lasted its time. */
  #interrupt(): void {
    for (const { job } of this.#cores.all) {
      const interpreter = job?.interpreter;
      if (interpreter === undefined || job === undefined || this.#leftOfTurn(job) > 0) continue;
      this.#takeOff(job, "interpreter");
      interpreter.holder = undefined;
      interpreter.waiting.push(job);
      return;
    }
    let first: Core | undefined;
    for (const core of this.#cores.all) {
      if (core.job === undefined || this.#endOfSlice(core) > this.#now) continue;
      if (first === undefined || core.since < first.since) first = core;
    }
    if (first?.job === undefined) return;
    const { job } = first;
    this.#takeOff(job, "core");
    this.#enqueue(job);
  }

  #takeOff(job: Job, waits_for: "interpreter" | "core"): void {
    const core = this.#cores.takeOff(job);
    job.told = waits_for === "core" ? "waits for core" : "waits for interpreter";
    const detail = { core: core.number };
    if (job.program !== undefined) this.#tellOther("other_end", { ...detail, program: job.program });
    else job.computing?.tell?.("slice_end", { ...detail, waits_for });
    this.#mustDispatch = true;
    this.#switches += 1;
    if (this.#switches > LIMITS.switches) throw new TooManySwitches();
  }

  #tellRuns(job: Job): void {
    const isPlain = job.told === "nothing";
    job.told = "runs";
    const core = (job.core as Core).number;
    if (job.program !== undefined) this.#tellOther("other_start", { core, program: job.program });
    else if (this.#tellsAll || !isPlain) job.computing?.tell?.("slice_start", { core });
  }

  #tellWaits(job: Job): void {
    const waits_for =
      job.interpreter !== undefined && job.interpreter.holder !== job ? "interpreter" : "core";
    const told = waits_for === "core" ? "waits for core" : "waits for interpreter";
    if (job.told === told) return;
    job.told = told;
    job.computing?.tell?.("slice_wait", { waits_for });
  }
}
