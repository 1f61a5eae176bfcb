import type { TraceModel } from "../model-types.ts";
import type { Measurement } from "./measurement.ts";

/** What views of a measured run are given beside its model. */
export interface LiveFacts {
  /** The simulation of the same scenario. */
  readonly predicted: TraceModel;
  readonly measurement: Measurement;
}
