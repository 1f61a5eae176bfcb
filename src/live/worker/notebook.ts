import type { WallTime } from "#base/units.ts";
import type { EventDetail, EventType } from "#trace/event-types.ts";
import type { Note } from "../protocol.ts";

/** Where a worker writes down what happens, with the moment at which it happens, until it is handed over. */
export class Notebook {
  readonly #now: () => WallTime;
  readonly #handOver: (notes: readonly Note[]) => void;
  #notes: Note[] = [];

  constructor(now: () => WallTime, handOver: (notes: readonly Note[]) => void) {
    this.#now = now;
    this.#handOver = handOver;
  }

  /** Writes down an event. `request`: the name of the request that begins or ends with it. */
  mark(type: EventType, task?: string, detail?: EventDetail, request?: string): void {
    this.#notes.push({
      kind: "mark",
      at: this.#now(),
      type,
      ...(task !== undefined && { task }),
      ...(detail !== undefined && { detail }),
      ...(request !== undefined && { request }),
    });
  }

  /** Writes down that a request is over for the client: it has the answer, or `gaveUp`. */
  arrival(request: string, gaveUp = false): void {
    this.#notes.push({ kind: "arrival", at: this.#now(), request, ...(gaveUp && { gaveUp }) });
  }

  /** Hands over what is not handed over yet. To be called before the worker blocks: then it could not. */
  flush(): void {
    if (this.#notes.length === 0) return;
    this.#handOver(this.#notes);
    this.#notes = [];
  }
}
