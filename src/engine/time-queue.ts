interface Entry<T> {
  readonly key: number;
  readonly rank: number;
  readonly sequence: number;
  readonly value: T;
}

/**
 * A binary heap: the smallest key leaves first; among equal keys the lowest rank; then whoever came first. Keys are
 * moments, or any other number that only grows.
 */
export class TimeQueue<T> {
  readonly #heap: Entry<T>[] = [];
  #pushed = 0;

  get length(): number {
    return this.#heap.length;
  }

  /** The smallest key; Infinity when the queue is empty. */
  get nextKey(): number {
    return this.#heap[0]?.key ?? Number.POSITIVE_INFINITY;
  }

  push(key: number, rank: number, value: T): void {
    const heap = this.#heap;
    const entry = { key, rank, sequence: this.#pushed++, value };
    let hole = heap.length;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = heap[parent] as Entry<T>;
      if (!isBefore(entry, above)) break;
      heap[hole] = above;
      hole = parent;
    }
    heap[hole] = entry;
  }

  /** Takes out the first value. The queue must not be empty. */
  pop(): T {
    const heap = this.#heap;
    const first = heap[0] as Entry<T>;
    const last = heap.pop() as Entry<T>;
    const length = heap.length;
    if (length === 0) return first.value;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= length) break;
      if (child + 1 < length && isBefore(heap[child + 1] as Entry<T>, heap[child] as Entry<T>)) child += 1;
      if (!isBefore(heap[child] as Entry<T>, last)) break;
      heap[hole] = heap[child] as Entry<T>;
      hole = child;
    }
    heap[hole] = last;
    return first.value;
  }
}

function isBefore(a: Entry<unknown>, b: Entry<unknown>): boolean {
  if (a.key !== b.key) return a.key < b.key;
  if (a.rank !== b.rank) return a.rank < b.rank;
  return a.sequence < b.sequence;
}
