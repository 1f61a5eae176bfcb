/** A column of 32-bit integers that grows at its end. */
export class GrowingColumn {
  length = 0;
  #values: Int32Array;

  constructor(capacity = 64) {
    this.#values = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const longer = new Int32Array(2 * this.length + 64);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#values[index] as number;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  /** The values so far, not copied. */
  values(): Int32Array {
    return this.#values.subarray(0, this.length);
  }
}
