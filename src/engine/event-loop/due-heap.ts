import type { Milliseconds } from "#base/units.ts";

/**
 * Things that are due at some time; the earliest comes out first, those due at the same time in the order in which
 * they were put in. A binary heap whose keys stand in arrays of their own, so that comparing touches no object.
 */
export class DueHeap<T> {
  private readonly dues: Milliseconds[] = [];
  private readonly orders: number[] = [];
  private readonly items: T[] = [];
  private nextOrder = 0;

  /** When the first is due; Infinity when there is none. */
  get firstDue(): Milliseconds {
    return this.items.length === 0 ? Number.POSITIVE_INFINITY : (this.dues[0] as number);
  }

  get first(): T | undefined {
    return this.items[0];
  }

  push(due: Milliseconds, item: T): void {
    const order = this.nextOrder++;
    let hole = this.items.length;
    // An item put in last comes after its equals, so only a strictly earlier due time moves it up.
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (due >= (this.dues[parent] as number)) break;
      this.move(parent, hole);
      hole = parent;
    }
    this.put(hole, due, order, item);
  }

  /** Takes the first out. Call it only when there is one. */
  pop(): T {
    const first = this.items[0] as T;
    const due = this.dues.pop() as number;
    const order = this.orders.pop() as number;
    const item = this.items.pop() as T;
    const size = this.items.length;
    if (size > 0) this.sink(size, due, order, item);
    return first;
  }

  private sink(size: number, due: Milliseconds, order: number, item: T): void {
    let hole = 0;
    for (let child = 1; child < size; child = 2 * hole + 1) {
      const right = child + 1;
      if (right < size && this.isBefore(right, this.dues[child] as number, this.orders[child] as number)) child = right;
      if (!this.isBefore(child, due, order)) break;
      this.move(child, hole);
      hole = child;
    }
    this.put(hole, due, order, item);
  }

  private isBefore(index: number, due: Milliseconds, order: number): boolean {
    const own = this.dues[index] as number;
    return own < due || (own === due && (this.orders[index] as number) < order);
  }

  private move(from: number, to: number): void {
    this.put(to, this.dues[from] as number, this.orders[from] as number, this.items[from] as T);
  }

  private put(index: number, due: Milliseconds, order: number, item: T): void {
    this.dues[index] = due;
    this.orders[index] = order;
    this.items[index] = item;
  }
}
