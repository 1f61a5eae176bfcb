/** A first-in first-out queue: a ring buffer, so that taking the first never moves the others. */
export class Fifo<T> {
  length = 0;
  private items: (T | undefined)[] = new Array(16).fill(undefined);
  private head = 0;

  /** The one that leaves next; undefined when there is none. */
  get first(): T | undefined {
    return this.items[this.head];
  }

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

  private grow(): void {
    // The capacity is a power of two, so that a position wraps around by masking.
    const inOrder = this.items.slice(this.head).concat(this.items.slice(0, this.head));
    this.items = inOrder.concat(new Array(inOrder.length).fill(undefined));
    this.head = 0;
  }
}
