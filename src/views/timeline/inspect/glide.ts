import { addTick, wake } from "#state/frame-loop.ts";

/** How long the view takes to get somewhere (DESIGN: view 240 ms). */
const GLIDE_MS = 240;

/** Slows down towards the end. */
const eased = (share: number) => 1 - (1 - share) ** 3;

/** Moves something in small steps; a new movement, or `stop`, ends the one under way where it is. */
export interface Glide {
  /** Calls `move` with how much of the way is done, from 0 to 1, in every frame; the last time with 1. */
  run(move: (done: number) => void): void;
  stop(): void;
}

/** In reduced motion everything arrives at once. */
export function createGlide(isCalm: () => boolean): Glide {
  let end: (() => void) | undefined;
  const stop = () => {
    end?.();
    end = undefined;
  };
  return {
    run(move) {
      stop();
      if (isCalm()) {
        move(1);
        return;
      }
      let elapsed = 0;
      end = addTick((ms) => {
        elapsed += ms;
        const share = Math.min(1, elapsed / GLIDE_MS);
        move(eased(share));
        if (share === 1) stop();
        return share < 1;
      });
      wake();
    },
    stop,
  };
}
