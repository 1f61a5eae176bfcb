import type { Milliseconds } from "#base/units.ts";
import type { CancelReason, LiveObstacle, Unavailability } from "#live/live-session.ts";
import type { LiveTransport, Measurement } from "#trace/measurement/measurement.ts";
import type { TraceModel } from "#trace/model-types.ts";

/** What makes the trace that is shown. */
export type Executor = "simulated" | "live";

/** How far Live is. The simulation of the same scenario goes on beside it: it is the prediction. */
export type LiveState =
  | { readonly status: "off" }
  | { readonly status: "starting" }
  | {
      readonly status: "unavailable";
      readonly reason: Unavailability;
      readonly detail: string;
      /** Whether threads without network would do. */
      readonly sleepWorks: boolean;
    }
  /** This browser cannot do this scenario for real. */
  | { readonly status: "refused"; readonly obstacles: readonly LiveObstacle[] }
  | { readonly status: "ready"; readonly transport: LiveTransport }
  | { readonly status: "running"; readonly run: LiveRun }
  | { readonly status: "ended"; readonly run: LiveRun }
  | { readonly status: "cancelled"; readonly why: CancelReason; readonly run: LiveRun }
  | { readonly status: "failed"; readonly message: string };

/** A run of this browser, as much of it as is known. */
export interface LiveRun {
  readonly model: TraceModel;
  readonly measurement: Measurement;
  readonly elapsed: Milliseconds;
}

/** The run that there is to look at, if there is one. */
export function liveRunOf(live: LiveState): LiveRun | undefined {
  return "run" in live ? live.run : undefined;
}
