/** A duration or a virtual-clock reading in milliseconds. Plain on purpose: differences of moments are durations. */
export type Milliseconds = number;

/** CSS pixels: what layout and pointer events speak. */
export type CssPixels = number;

/** A moment on a trace's own clock, in ms since the run began. Branded: it never mixes with a wall clock. */
export type TraceTime = number & { readonly __moment: "trace" };

/** Turns a plain number of ms since the run began into a moment of the trace. */
export const traceTime = (ms: Milliseconds): TraceTime => ms as TraceTime;
