import { describe, expect, it } from "vitest";
import { placeSeats } from "./seats.ts";
import type { StageSeat } from "./stage-moment.ts";

const looksIn = (zone: { readonly w: number; readonly h: number }, count: number) =>
  placeSeats({ x: 0, y: 0, ...zone }, Array<StageSeat>(count).fill({} as StageSeat), 2, 5, false).map(
    ({ look, y }) => `${look} at ${y}`,
  );

describe("seats", () => {
  it("stand in one row, where names have room", () => {
    expect(looksIn({ w: 40, h: 6.5 }, 5)).toEqual(Array(5).fill("tall at 0"));
  });

  it("stand in two rows where the room is high, rather than to cut names", () => {
    expect(new Set(looksIn({ w: 30, h: 9 }, 5).map((look) => look.split(" ")[0]))).toEqual(new Set(["low"]));
  });

  it("keep their own names in one row, where two rows are too high and tasks' names are cut", () => {
    expect(looksIn({ w: 30, h: 6.5 }, 5)).toEqual(Array(5).fill("tall at 0"));
  });

  it("are monograms where not even their own names have room", () => {
    expect(looksIn({ w: 20, h: 6.5 }, 5)[0]).toMatch("tiny");
  });
});
