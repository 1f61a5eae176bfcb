import type { WallTime } from "#base/units.ts";

/** The mock server as the runs see it: who to say one is, and what it does with each request. */
export interface LiveServer {
  /** The browser's name for this page (a service worker's client id); every request carries it in `OWNER_HEADER`. */
  readonly owner: string;
  /** Hears of every request of this page from now on, in order; returns how to stop listening. */
  listen(listener: (visit: ServerVisit) => void): () => void;
  /**
   * A run is over or was cancelled: whatever of it still waits for a server thread or is worked on ends at once. Without
   * it the server works on, for nobody: ending a worker does not end its requests.
   */
  forget(run: string): void;
}

/** One moment of one request at the server, by the page's clock. A worker that restarts may make it visit twice. */
export interface ServerVisit {
  readonly run: string;
  /** The request's name inside its run. */
  readonly request: string;
  /** The handler has it; a server thread takes it up; the whole answer, its body included, has been handed over. */
  readonly phase: "entered" | "taken_up" | "left";
  readonly at: WallTime;
}
