import type { EventDetail, EventType } from "#trace/event-types.ts";
import type { Notebook } from "./notebook.ts";

/**
 * The worker's own event loop, as asyncio's is used: `callSoon` lets something run on a later turn, first in, first
 * out. A message to oneself is such a turn (HTML, § 8.1.7, task queues); a promise is not, for its callbacks run before
 * the loop turns.
 */
export class EventLoop {
  readonly #notebook: Notebook;
  readonly #queue: (() => void)[] = [];
  readonly #channel = new MessageChannel();
  readonly #broke: (error: unknown) => void;

  /** `broke`: hears of what was thrown and is no exception of the scenario's. */
  constructor(notebook: Notebook, broke: (error: unknown) => void) {
    this.#notebook = notebook;
    this.#broke = broke;
    this.#channel.port1.onmessage = () => this.#turn();
  }

  callSoon(callback: () => void): void {
    this.#queue.push(callback);
    this.#channel.port2.postMessage(null);
  }

  tell(type: EventType, task?: string, detail?: EventDetail): void {
    this.#notebook.mark(type, task, detail);
  }

  /** Nothing is called any more. */
  close(): void {
    this.#channel.port1.close();
  }

  #turn(): void {
    try {
      this.#queue.shift()?.();
    } catch (error) {
      this.#broke(error);
    }
    this.#notebook.flush();
  }
}
