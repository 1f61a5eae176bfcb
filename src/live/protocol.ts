import type { WallTime } from "#base/units.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { EventDetail, EventType } from "#trace/event-types.ts";

/** What a worker has to know of a run. */
export interface Assignment {
  readonly scenario: Scenario;
  /** The run's name: the server keeps one queue for each. */
  readonly run: string;
  /** What this page calls itself in its requests; absent where nothing is requested. */
  readonly owner?: string;
}

/** What the page tells a worker; in a run: `begin`, any number of `work`, `finish`. */
export type Order =
  | { readonly kind: "begin"; readonly assignment: Assignment }
  /** async: run the program, which starts these tasks. Else: run their bodies one after the other, up to an error. */
  | { readonly kind: "work"; readonly tasks: readonly string[] }
  | { readonly kind: "finish" };

/** An event as it was written down where it happened. */
export interface Mark {
  readonly kind: "mark";
  readonly at: WallTime;
  readonly type: EventType;
  readonly task?: string;
  readonly detail?: EventDetail;
  /** The request that begins or ends here, by its name inside the run. */
  readonly request?: string;
}

/** The client has the whole answer to a request, or has given it up; in async, before its task goes on. */
export interface Arrival {
  readonly kind: "arrival";
  readonly at: WallTime;
  readonly request: string;
  readonly gaveUp?: true;
}

export type Note = Mark | Arrival;

/** What a worker tells the page. Reports are delivered while their worker is blocked; a blocked worker makes none. */
export type Report =
  /** Its first word. */
  | { readonly kind: "ready" }
  /** In the order in which it happened; moments never decrease. */
  | { readonly kind: "notes"; readonly notes: readonly Note[] }
  | { readonly kind: "beats"; readonly ticks: readonly WallTime[] }
  /** The work it was given has ended, with that error if one ended it. */
  | { readonly kind: "worked"; readonly at: WallTime; readonly error?: string }
  /** The heart has stopped; everything has been said. */
  | { readonly kind: "finished" }
  /** Something went wrong that is no part of any scenario. */
  | { readonly kind: "broke"; readonly message: string };
