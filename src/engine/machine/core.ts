import type { Milliseconds } from "#base/units.ts";
import { Fifo } from "../event-loop/fifo.ts";
import type { Computing } from "./processor.ts";

/** One that wants to compute: of our program, or another program that never has enough. */
export class Job {
  readonly computing: Computing | undefined;
  /** The name of another program. */
  readonly program: string | undefined;
  readonly interpreter: Interpreter | undefined;
  /** How much is still to be computed; Infinity for another program. */
  left: Milliseconds;
  /** How long the core that it got still takes to switch over to it. */
  switching: Milliseconds = 0;
  core: Core | undefined;
  /** Since when it waits for a core. */
  queuedAt: Milliseconds = 0;
  /** The last that its listener was told of it. */
  told: "nothing" | "runs" | "waits for interpreter" | "waits for core" = "nothing";

  constructor(work: Computing | string, interpreter: Interpreter | undefined) {
    this.computing = typeof work === "string" ? undefined : work;
    this.program = typeof work === "string" ? work : undefined;
    this.left = typeof work === "string" ? Number.POSITIVE_INFINITY : work.ms;
    this.interpreter = interpreter;
  }

  /** Who computes: a thread of ours, or the other program. */
  get thread(): object {
    return this.computing?.thread ?? this;
  }

  get rank(): number {
    return this.computing?.rank ?? Number.POSITIVE_INFINITY;
  }
}

/** A core runs one thread at an instant. */
export class Core {
  /** From 1. */
  readonly number: number;
  job: Job | undefined;
  /** When its job's slice began. */
  since: Milliseconds = 0;
  /** Whom it ran last: another one costs a switch. */
  last: object | undefined;
  /** Whose job ended on it at this very moment, and may be followed by another one. */
  keeper: object | undefined;

  constructor(number: number) {
    this.number = number;
  }
}

/**
 * The interpreter of one process with the global interpreter lock: only its holder runs Python code. Whoever waits asks
 * for it after one switch interval; the holder lets go, and does not take it again before another thread has had it
 * (`take_gil` and `drop_gil` in CPython's `Python/ceval_gil.c`, `FORCE_SWITCHING`). Which of the waiting threads comes
 * next is the operating system's choice there, and the one that has waited longest here.
 */
export class Interpreter {
  holder: Job | undefined;
  readonly waiting = new Fifo<Job>();
  /** How long its holder has computed since it got it, or since somebody waits for it. */
  used: Milliseconds = 0;
  keeper: object | undefined;
}
