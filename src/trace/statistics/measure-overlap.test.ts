import { describe, expect, it } from "vitest";
import { goldenModel } from "../model/models-for-tests.ts";
import { measureOverlap } from "./measure-overlap.ts";

const waitsOf = (name: string) => measureOverlap(goldenModel(name)).waits;

describe("the overlap of waits", () => {
  it("is none in sync, however many tasks there are", () => {
    expect(waitsOf("sync-equal")).toBe(1);
  });

  it("is as many as there are threads that wait", () => {
    expect(waitsOf("threads-equal")).toBe(3);
    expect(waitsOf("pool-map-5x3")).toBe(3);
  });

  it("is no more than a server answers at a time", () => {
    expect(waitsOf("server-threads-1")).toBe(1);
    expect(waitsOf("server-async-2")).toBe(2);
  });

  it("counts helper threads apart", () => {
    expect(measureOverlap(goldenModel("offload-two-helpers"))).toEqual({ waits: 2, helpers: 2 });
  });
});
