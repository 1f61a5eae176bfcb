import type { Milliseconds } from "#base/units.ts";

/** Everything that is due at one time, in the order in which it was put in; `next` = the first not yet taken out. */
interface Bucket<T> {
  readonly due: Milliseconds;
  readonly items: T[];
  next: number;
}

/**
 * Things that are due at some time; the earliest comes out first, those due at the same time in the order in which
 * they were put in. A binary heap of buckets, one for each due time: with whole milliseconds many things share a time.
 */
export class DueQueue<T> {
  private readonly heap: Bucket<T>[] = [];
  private readonly buckets = new Map<Milliseconds, Bucket<T>>();

  /** When the first is due; Infinity when there is none. */
  get firstDue(): Milliseconds {
    return this.heap.length === 0 ? Number.POSITIVE_INFINITY : (this.heap[0] as Bucket<T>).due;
  }

  get first(): T | undefined {
    const bucket = this.heap[0];
    return bucket?.items[bucket.next];
  }

  push(due: Milliseconds, item: T): void {
    const bucket = this.buckets.get(due);
    if (bucket !== undefined) bucket.items.push(item);
    else this.insert({ due, items: [item], next: 0 });
  }

  /** Takes the first out. Call it only when there is one. */
  pop(): T {
    const bucket = this.heap[0] as Bucket<T>;
    const item = bucket.items[bucket.next++] as T;
    if (bucket.next === bucket.items.length) this.removeFirst();
    return item;
  }

  private insert(bucket: Bucket<T>): void {
    const { heap } = this;
    this.buckets.set(bucket.due, bucket);
    let hole = heap.length;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = heap[parent] as Bucket<T>;
      if (bucket.due > above.due) break;
      heap[hole] = above;
      hole = parent;
    }
    heap[hole] = bucket;
  }

  private removeFirst(): void {
    const { heap } = this;
    this.buckets.delete(this.firstDue);
    const last = heap.pop() as Bucket<T>;
    const size = heap.length;
    if (size === 0) return;
    let hole = 0;
    for (let child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && (heap[child + 1] as Bucket<T>).due < (heap[child] as Bucket<T>).due) child++;
      const below = heap[child] as Bucket<T>;
      if (below.due > last.due) break;
      heap[hole] = below;
      hole = child;
    }
    heap[hole] = last;
  }
}
