/** A first-in first-out queue: a ring buffer, so that taking the first never moves the others. */
export class Fifo<T> {
  length = 0;
  private items: (T | undefined)[] = new Array(16).fill(undefined);
  private head = 0;

  push(item: T): void {
    if (this.length === this.items.length) this.grow();
    this.items[(this.head + this.length) & (this.items.length - 1)] = item;
    this.length++;
  }

  shift(): T | undefined {
    if (this.length === 0) return undefined;
    const first = this.items[this.head];
    this.items[this.head] = undefined;
    this.head = (this.head + 1) & (this.items.length - 1);
    this.length--;
    return first;
  }

  /** The first item that satisfies the condition; it stays in the queue. */
  find(condition: (item: T) => boolean): T | undefined {
    for (let i = 0; i < this.length; i++) {
      const item = this.at(i);
      if (condition(item)) return item;
    }
    return undefined;
  }

  /** Takes one item out, wherever it stands. False when it is not in the queue. */
  remove(item: T): boolean {
    if (this.length > 0 && this.at(0) === item) {
      this.shift();
      return true;
    }
    const others: T[] = [];
    let found = false;
    for (let i = 0; i < this.length; i++) {
      const other = this.at(i);
      if (other === item && !found) found = true;
      else others.push(other);
    }
    if (found) this.refill(others);
    return found;
  }

  private at(index: number): T {
    return this.items[(this.head + index) & (this.items.length - 1)] as T;
  }

  private grow(): void {
    // The capacity is a power of two, so that a position wraps around by masking.
    const inOrder = this.items.slice(this.head).concat(this.items.slice(0, this.head));
    this.items = inOrder.concat(new Array(inOrder.length).fill(undefined));
    this.head = 0;
  }

  private refill(items: readonly T[]): void {
    this.items.fill(undefined);
    this.head = 0;
    this.length = 0;
    for (const item of items) this.push(item);
  }
}
