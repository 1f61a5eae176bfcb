/** A duration or a virtual-clock reading in milliseconds. Plain on purpose: differences of moments are durations. */
export type Milliseconds = number;

/** CSS pixels: what layout and pointer events speak. */
export type CssPixels = number;

/** A moment on a trace's own clock, in ms since the run began. Branded: it never mixes with a wall clock. */
export type TraceTime = number & { readonly __moment: "trace" };

/** A moment on the computer's clock, in ms since 1970. Branded too. */
export type WallTime = number & { readonly __moment: "wall" };

/** Turns a plain number of ms since the run began into a moment of the trace. */
export const traceTime = (ms: Milliseconds): TraceTime => ms as TraceTime;
