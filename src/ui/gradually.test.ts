import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { beginGradually, Later, later, toCome, useGradually } from "./gradually.ts";

const Late = () => Later({ place: "seen", children: "here" });
const Five = () => `${useGradually(5, 2, "seen")} of 5`;

/** A browser whose idle moments come when they are told to. */
function idleMoments() {
  const asked: (() => void)[] = [];
  vi.stubGlobal("requestIdleCallback", (callback: () => void) => asked.push(callback));
  return { asked, come: () => asked.shift()?.() };
}

afterEach(() => vi.unstubAllGlobals());

describe("what comes gradually", () => {
  it("is there at once, except on a page that is being opened", () => {
    expect(renderToStaticMarkup(createElement(Five))).toBe("5 of 5");
    expect(renderToStaticMarkup(createElement(Late))).toBe("here");
    beginGradually();
    expect(renderToStaticMarkup(createElement(Five))).toBe("0 of 5");
    expect(renderToStaticMarkup(createElement(Late))).toBe(renderToStaticMarkup(toCome));
  });

  it("is there at once again as soon as nothing waits", () => {
    const idle = idleMoments();
    beginGradually();
    later(() => {}, "seen");
    idle.come();
    // What that piece has rendered may have pieces, too.
    expect(renderToStaticMarkup(createElement(Five))).toBe("0 of 5");
    idle.come();
    expect(renderToStaticMarkup(createElement(Five))).toBe("5 of 5");
    expect(idle.asked).toEqual([]);
  });

  it("comes one piece in an idle moment, in the order in which it was asked for", () => {
    const idle = idleMoments();
    const told: string[] = [];
    later(() => {
      told.push("rows");
      later(() => told.push("more rows"), "seen");
    }, "seen");
    later(() => told.push("table"), "seen");
    expect([told.join(), idle.asked.length]).toEqual(["", 1]);
    idle.come();
    expect(told.join()).toBe("rows");
    idle.come();
    expect(told.join()).toBe("rows,table");
    idle.come();
    expect(told.join()).toBe("rows,table,more rows");
    idle.come();
    expect(idle.asked).toEqual([]);
  });

  it("comes the sooner where it is seen", () => {
    const idle = idleMoments();
    const told: string[] = [];
    later(() => told.push("table"), "unseen");
    later(() => told.push("code"), "seen");
    for (let k = 0; k < 3; k++) idle.come();
    expect(told.join()).toBe("code,table");
  });

  it("does not come once it has been taken back", () => {
    const idle = idleMoments();
    const told: string[] = [];
    const takeBack = later(() => told.push("gone"), "seen");
    later(() => told.push("here"), "seen");
    takeBack();
    idle.come();
    idle.come();
    expect(told).toEqual(["here"]);
  });

  it("comes also where a browser knows no idle moments", () => {
    vi.useFakeTimers();
    const told: string[] = [];
    later(() => told.push("here"), "seen");
    vi.runAllTimers();
    vi.useRealTimers();
    expect(told).toEqual(["here"]);
  });
});
