import type { Milliseconds } from "#base/units.ts";

/** Advances state by the time since the last frame; returns true while it wants more frames. */
type Tick = (elapsed: Milliseconds) => boolean;

const ticks = new Set<Tick>();
const draws = new Set<() => void>();
let frame = 0;
let last: Milliseconds | undefined;

/**
 * The page's only frame loop: first state changes, then drawing; nothing runs when nothing moves. A hidden tab gets no
 * frames, and the first frame after a pause counts as no time at all, so nothing jumps.
 */
function run(now: Milliseconds): void {
  frame = 0;
  const elapsed = last === undefined ? 0 : now - last;
  let more = false;
  for (const tick of ticks) more = tick(elapsed) || more;
  last = more ? now : undefined;
  const due = [...draws];
  draws.clear();
  for (const draw of due) draw();
  if (more || draws.size > 0) wake();
}

/** Asks for a frame. */
export function wake(): void {
  if (frame === 0) frame = requestAnimationFrame(run);
}

/** Calls `tick` on every frame from `wake()` on until it returns false. Returns how to take it out again. */
export function addTick(tick: Tick): () => void {
  ticks.add(tick);
  return () => ticks.delete(tick);
}

/** Calls `draw` once in the next frame, after all state has changed; asking twice draws once. */
export function requestDraw(draw: () => void): void {
  draws.add(draw);
  wake();
}

/** Takes back a `requestDraw`. */
export function cancelDraw(draw: () => void): void {
  draws.delete(draw);
}
