import { describe, expect, it } from "vitest";
import { gripAt, moved } from "./minimap.ts";

const part = { left: 0.4, right: 0.6, top: 0, bottom: 1 };

describe("the minimap's window", () => {
  it("is taken by its edges, its middle, or not at all", () => {
    const grips = [0.1, 0.395, 0.5, 0.605, 0.9].map((x) => gripAt(part, x, 0.01));
    expect(grips).toEqual(["outside", "left", "middle", "right", "outside"]);
  });

  it("can still be moved as a whole when it is narrow", () => {
    expect(gripAt({ ...part, left: 0.5, right: 0.51 }, 0.505, 0.01)).toBe("middle");
  });

  it("keeps its length when it is moved, and stops at the ends of the run", () => {
    expect(moved(part, "middle", 0.1, 0.01)).toEqual([0.5, 0.7]);
    expect(moved(part, "middle", 5, 0.01)).toEqual([0.8, 1]);
    expect(moved(part, "middle", -5, 0.01)).toEqual([0, expect.closeTo(0.2)]);
  });

  it("never turns inside out when an edge is dragged over the other", () => {
    expect(moved(part, "left", 5, 0.01)).toEqual([expect.closeTo(0.59), 0.6]);
    expect(moved(part, "right", -5, 0.01)).toEqual([0.4, expect.closeTo(0.41)]);
  });
});
