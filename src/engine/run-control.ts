import type { TraceRecorder } from "#trace/recorder-types.ts";

/** How far a simulation may go, and how its caller watches and stops it. */
export interface RunControl {
  /** The run stops here with `run_end { error: "event_limit" }`, however much its scenario still has to do. */
  readonly maxEvents: number;
  /** Called every few thousand events with their number so far. */
  onProgress?(events: number): void;
  /** Asked every few thousand events; `true` ends the simulation with SimulationCancelled. */
  isCancelled?(): boolean;
}

/** Thrown by a simulation whose caller no longer wants it: there is no trace. */
export class SimulationCancelled extends Error {
  override readonly name = "SimulationCancelled";
}

const EVENTS_BETWEEN_LOOKS = 4096;

/** Watches a recorder on behalf of a RunControl. Cheap enough to be asked before every event. */
export class RunWatch {
  /** Why the run must stop; undefined while it may go on. */
  stopReason: "event_limit" | "cancelled" | undefined;
  private readonly recorder: TraceRecorder;
  private readonly control: RunControl;
  private nextLook: number;

  constructor(recorder: TraceRecorder, control: RunControl) {
    this.recorder = recorder;
    this.control = control;
    this.nextLook = Math.min(EVENTS_BETWEEN_LOOKS, control.maxEvents);
  }

  /** True when the run must stop, for the reason in `stopReason`. */
  isOver(): boolean {
    return this.recorder.length >= this.nextLook && this.look();
  }

  private look(): boolean {
    const events = this.recorder.length;
    this.control.onProgress?.(events);
    if (this.control.isCancelled?.()) this.stopReason = "cancelled";
    else if (events >= this.control.maxEvents) this.stopReason = "event_limit";
    else this.nextLook = Math.min(events + EVENTS_BETWEEN_LOOKS, this.control.maxEvents);
    return this.stopReason !== undefined;
  }
}
