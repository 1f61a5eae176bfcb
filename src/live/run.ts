import type { WallTime } from "#base/units.ts";
import type { CrewMember } from "./crew.ts";
import { createMainProgram, type MainProgram } from "./main-program.ts";
import type { Assignment, Note, Report } from "./protocol.ts";
import type { Recorder } from "./recorder.ts";

/** Hears how a run has ended. The recorder knows the rest. */
export interface RunListener {
  finished(): void;
  broke(message: string): void;
}

interface Hand {
  readonly member: CrewMember;
  readonly number: number;
}

/**
 * Runs a scenario on its workers: the queue of the work is here, on the page, and whoever is free is given the next
 * piece. Every worker is ordered to begin, works, and says when it has finished.
 */
export class Run {
  readonly #hands: readonly Hand[];
  readonly #recorder: Recorder;
  readonly #now: () => WallTime;
  readonly #listener: RunListener;
  readonly #main: MainProgram;
  readonly #isProgramInWorker: boolean;
  #queue: (readonly string[])[];
  #working = 0;
  #unfinished: number;

  /** `hands`: the workers with their numbers in the trace. */
  constructor(
    { scenario }: Assignment,
    pieces: readonly (readonly string[])[],
    hands: readonly Hand[],
    recorder: Recorder,
    now: () => WallTime,
    listener: RunListener,
  ) {
    this.#hands = hands;
    this.#recorder = recorder;
    this.#now = now;
    this.#listener = listener;
    this.#queue = [...pieces];
    this.#unfinished = hands.length;
    this.#isProgramInWorker = scenario.mode === "sync" || scenario.mode === "async";
    this.#main = createMainProgram(scenario, {
      tell: (type, task, detail, after) => recorder.main(now(), type, task, detail, after),
      withdraw: () => this.#queue.splice(0).flat(),
    });
  }

  begin(assignment: Assignment): void {
    for (const hand of this.#hands) {
      hand.member.listen((report) => this.#hear(hand, report));
      hand.member.send({ kind: "begin", assignment });
    }
    this.#main.begin(this.#queue);
    for (const hand of this.#hands) this.#giveWork(hand);
  }

  #giveWork({ member }: Hand): void {
    const tasks = this.#queue.shift();
    if (tasks === undefined) return;
    this.#working += 1;
    member.send({ kind: "work", tasks });
  }

  #hear(hand: Hand, report: Report): void {
    switch (report.kind) {
      case "ready":
        return;
      case "notes":
        this.#recorder.notes(hand.number, report.notes);
        this.#learn(report.notes);
        return;
      case "beats":
        this.#recorder.beats(hand.number, report.ticks);
        return;
      case "worked":
        this.#working -= 1;
        this.#giveWork(hand);
        if (this.#working === 0) this.#end(report);
        return;
      case "finished":
        this.#unfinished -= 1;
        if (this.#unfinished === 0) this.#listener.finished();
        return;
      case "broke":
        this.#listener.broke(report.message);
        return;
    }
  }

  #learn(notes: readonly Note[]): void {
    for (const note of notes) {
      if (note.kind !== "mark" || note.task === undefined) continue;
      if (note.type === "task_done" || note.type === "task_failed") {
        this.#main.taskEnded(note.task, note.detail?.error);
      }
    }
  }

  /** A program inside its worker has ended when it says so; the page's own, when the page knows. */
  #end({ at, error }: Report & { kind: "worked" }): void {
    if (this.#isProgramInWorker) this.#recorder.end(at, error);
    else this.#recorder.end(this.#now(), this.#main.allEnded());
    for (const { member } of this.#hands) member.send({ kind: "finish" });
  }
}
