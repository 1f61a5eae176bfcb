import type { Future } from "./future.ts";

/** Somebody's place in a line; the future is what he waits for. */
export interface Place {
  readonly future: Future;
  ahead: Place | null;
  behind: Place | null;
  isInLine: boolean;
}

/** Futures waiting in line. A linked list, because any number of them may leave from anywhere at the same moment. */
export class WaitingLine {
  private head: Place | null = null;
  private tail: Place | null = null;

  join(future: Future): Place {
    const place: Place = { future, ahead: this.tail, behind: null, isInLine: true };
    if (this.tail === null) this.head = place;
    else this.tail.behind = place;
    this.tail = place;
    return place;
  }

  /** False when the place had been given up before. */
  leave(place: Place): boolean {
    if (!place.isInLine) return false;
    if (place.ahead === null) this.head = place.behind;
    else place.ahead.behind = place.behind;
    if (place.behind === null) this.tail = place.ahead;
    else place.behind.ahead = place.ahead;
    place.isInLine = false;
    return true;
  }

  /** The first in line that satisfies the condition; it stays. Whoever has been cancelled loses his place on the way. */
  find(condition: (future: Future) => boolean): Place | undefined {
    for (let place = this.head; place !== null; place = place.behind) {
      if (place.future.isCancelled) this.leave(place);
      else if (condition(place.future)) return place;
    }
    return undefined;
  }
}
