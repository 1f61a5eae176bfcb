import type { Milliseconds } from "#base/units.ts";

/** As long as this without a change is rest. */
const REST: Milliseconds = 120;

/** Watches something that may change with every frame. */
export interface RestWatch {
  /** It has changed. */
  moved(): void;
  stop(): void;
}

/**
 * Calls `rested` when changes have come to rest, and `began` with the first one. For what need not follow every
 * frame: words for a screen reader, a legend. One timer looks again and again, instead of being set anew each time.
 */
export function watchRest(rested: () => void, began: () => void = () => {}): RestWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasMoved = false;
  const look = () => {
    timer = hasMoved ? setTimeout(look, REST) : undefined;
    if (!hasMoved) rested();
    hasMoved = false;
  };
  return {
    moved() {
      hasMoved = timer !== undefined;
      if (hasMoved) return;
      timer = setTimeout(look, REST);
      began();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
