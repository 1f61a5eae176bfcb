import { describe, expect, it } from "vitest";
import type { Future } from "./future.ts";
import { WaitingLine } from "./waiting-line.ts";

const futureNamed = (name: string, isCancelled = false) => ({ name, isCancelled }) as unknown as Future;
const anyone = () => true;

describe("a waiting line", () => {
  const [a, b, c] = [futureNamed("a"), futureNamed("b"), futureNamed("c")] as const;

  it("lets people leave from anywhere and keeps the order of the others", () => {
    const line = new WaitingLine();
    const places = [line.join(a), line.join(b), line.join(c)] as const;
    expect(line.leave(places[1])).toBe(true);
    expect(line.find(anyone)).toBe(places[0]);
    line.leave(places[0]);
    expect(line.find(anyone)).toBe(places[2]);
    line.leave(places[2]);
    expect(line.find(anyone)).toBeUndefined();
  });

  it("knows that a place cannot be given up twice", () => {
    const line = new WaitingLine();
    const place = line.join(a);
    expect([line.leave(place), line.leave(place)]).toEqual([true, false]);
  });

  it("passes over who has been cancelled", () => {
    const line = new WaitingLine();
    const cancelled = line.join(futureNamed("cancelled", true));
    line.join(b);
    expect(line.find(anyone)?.future).toBe(b);
    expect(line.leave(cancelled)).toBe(false);
  });

  it("takes newcomers at its end, also after it has been empty", () => {
    const line = new WaitingLine();
    line.leave(line.join(a));
    line.join(b);
    line.join(c);
    expect(line.find(anyone)?.future).toBe(b);
    expect(line.find((future) => future === c)?.future).toBe(c);
  });
});
