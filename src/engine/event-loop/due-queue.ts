import type { Milliseconds } from "#base/units.ts";

/** Everything that is due at one time, in the order in which it was put in; `next` = the first not yet taken out. */
interface Bucket<T> {
  readonly items: T[];
  next: number;
}

/**
 * Things that are due at some time; the earliest comes out first, those due at the same time in the order in which
 * they were put in. A bucket for each due time, and a binary heap of these times: with whole milliseconds many things
 * share a time, and the heap holds nothing but numbers.
 */
export class DueQueue<T> {
  private readonly buckets = new Map<Milliseconds, Bucket<T>>();
  private readonly heap: Milliseconds[] = [];

  /** When the first is due; Infinity when there is none. */
  get firstDue(): Milliseconds {
    return this.heap.length === 0 ? Number.POSITIVE_INFINITY : (this.heap[0] as number);
  }

  get first(): T | undefined {
    if (this.heap.length === 0) return undefined;
    const { items, next } = this.firstBucket();
    return items[next];
  }

  push(due: Milliseconds, item: T): void {
    const bucket = this.buckets.get(due);
    if (bucket !== undefined) {
      bucket.items.push(item);
      return;
    }
    this.buckets.set(due, { items: [item], next: 0 });
    this.insertDue(due);
  }

  /** Takes the first out. Call it only when there is one. */
  pop(): T {
    const bucket = this.firstBucket();
    const item = bucket.items[bucket.next++] as T;
    if (bucket.next === bucket.items.length) {
      this.buckets.delete(this.firstDue);
      this.removeFirstDue();
    }
    return item;
  }

  private firstBucket(): Bucket<T> {
    return this.buckets.get(this.firstDue) as Bucket<T>;
  }

  private insertDue(due: Milliseconds): void {
    const { heap } = this;
    let hole = heap.length;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (due > (heap[parent] as number)) break;
      heap[hole] = heap[parent] as number;
      hole = parent;
    }
    heap[hole] = due;
  }

  private removeFirstDue(): void {
    const { heap } = this;
    const last = heap.pop() as number;
    const size = heap.length;
    if (size === 0) return;
    let hole = 0;
    for (let child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && (heap[child + 1] as number) < (heap[child] as number)) child++;
      if ((heap[child] as number) > last) break;
      heap[hole] = heap[child] as number;
      hole = child;
    }
    heap[hole] = last;
  }
}
