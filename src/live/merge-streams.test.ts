import { describe, expect, it } from "vitest";
import { mergeStreams, type Observation } from "./merge-streams.ts";

const seen = (at: number, text: string, links: Partial<Observation> = {}): Observation => ({
  at,
  event: { type: "print", task: "A", detail: { text } },
  ...links,
});
const merged = (...streams: Observation[][]) =>
  mergeStreams(streams).map(({ t_ms, detail }) => `${t_ms} ${detail?.text}`);

describe("streams of several contexts", () => {
  it("are put in order of time, ties to the earlier stream", () => {
    expect(merged([seen(1, "a"), seen(3, "b")], [seen(2, "c"), seen(3, "d")])).toEqual([
      "1 a",
      "2 c",
      "3 b",
      "3 d",
    ]);
  });

  it("have no effect before its cause, which moves to the time of the cause", () => {
    expect(merged([seen(1, "effect", { after: ["x"] })], [seen(1.1, "cause", { is: "x" })])).toEqual([
      "1.1 cause",
      "1.1 effect",
    ]);
  });

  it("do not wait for a cause that nobody saw", () => {
    expect(merged([seen(1, "effect", { after: ["x"] })])).toEqual(["1 effect"]);
  });

  it("keep the order of each context even where its clock jumps", () => {
    expect(merged([seen(5, "a"), seen(4, "b")], [seen(4.5, "c")])).toEqual(["4.5 c", "5 a", "5 b"]);
  });

  it("cannot be merged when causes go in a circle", () => {
    const one = seen(1, "a", { is: "a", after: ["b"] });
    const other = seen(1, "b", { is: "b", after: ["a"] });
    expect(() => mergeStreams([[one], [other]])).toThrow(RangeError);
  });
});
