import type { Milliseconds } from "#base/units.ts";

/**
 * Blocks this worker: nothing else runs in it until the time is over (ECMA-262, § 25.4, Atomics.wait). Memory can be
 * waited for when it is shared; WebAssembly gives such memory to pages that are not cross-origin isolated, too.
 */
export function block(ms: Milliseconds): void {
  Atomics.wait(new Int32Array(sharedMemory()), 0, 0, ms);
}

function sharedMemory(): SharedArrayBuffer {
  if (typeof SharedArrayBuffer === "function") return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  return new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })
    .buffer as unknown as SharedArrayBuffer;
}

/** Keeps the processor busy. */
export function compute(ms: Milliseconds): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}
