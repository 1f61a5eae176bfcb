import { describe, expect, it } from "vitest";
import { tickInterval, tickLabel } from "#base/ticks.ts";
import { instantLabel } from "./draw-ruler.ts";

describe("the ruler", () => {
  it("labels every 1, 2 or 5 times a power of ten, as close as they fit", () => {
    expect(tickInterval(0.185, 46)).toBe(500);
    expect(tickInterval(0.05, 46)).toBe(1000);
    expect(tickInterval(0.04, 46)).toBe(2000);
    expect(tickInterval(20, 46)).toBe(5);
  });

  it("never goes below a millisecond", () => {
    expect(tickInterval(1000, 46)).toBe(1);
  });

  it("gives seconds as many decimals as the ticks differ by", () => {
    expect(tickLabel(500, 500)).toBe("0.5");
    expect(tickLabel(2000, 1000)).toBe("2.0");
    expect(tickLabel(50, 50)).toBe("0.05");
    expect(tickLabel(5, 5)).toBe("0.005");
  });

  it("gives an instant as many decimals as it has", () => {
    expect(instantLabel(2000, 1)).toBe("2.0");
    expect(instantLabel(2000, 0)).toBe("2");
    expect(instantLabel(450, 1)).toBe("0.45");
    expect(instantLabel(1234, 1)).toBe("1.234");
  });
});
