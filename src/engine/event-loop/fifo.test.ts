import { describe, expect, it } from "vitest";
import { Fifo } from "./fifo.ts";

const drain = <T>(fifo: Fifo<T>): T[] => {
  const items: T[] = [];
  while (fifo.length > 0) items.push(fifo.shift() as T);
  return items;
};

describe("a first-in first-out queue", () => {
  it("keeps its order while it grows and wraps around", () => {
    const fifo = new Fifo<number>();
    const out: (number | undefined)[] = [];
    for (let i = 0; i < 100; i++) {
      fifo.push(i);
      if (i % 3 === 0) out.push(fifo.shift());
    }
    expect([...out, ...drain(fifo)]).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });

  it("has nothing to give when it is empty", () => {
    expect(new Fifo<number>().shift()).toBeUndefined();
  });
});
