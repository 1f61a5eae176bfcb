import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { beginGradually, Later, later, useGradually } from "./gradually.ts";

const Five = () => `${useGradually(5, 2)} of 5`;

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
    expect(renderToStaticMarkup(createElement(Later, undefined, "here"))).toBe("here");
    beginGradually();
    expect(renderToStaticMarkup(createElement(Five))).toBe("0 of 5");
    expect(renderToStaticMarkup(createElement(Later, undefined, "here"))).toBe("");
  });

  it("is there at once again from the first idle moment on", () => {
    const idle = idleMoments();
    beginGradually();
    later(() => {});
    idle.come();
    expect(renderToStaticMarkup(createElement(Five))).toBe("5 of 5");
  });

  it("comes one piece in an idle moment, in the order in which it was asked for", () => {
    const idle = idleMoments();
    const told: string[] = [];
    later(() => {
      told.push("rows");
      later(() => told.push("more rows"));
    });
    later(() => told.push("table"));
    expect([told.join(), idle.asked.length]).toEqual(["", 1]);
    idle.come();
    expect(told.join()).toBe("rows");
    idle.come();
    expect(told.join()).toBe("rows,table");
    idle.come();
    expect(told.join()).toBe("rows,table,more rows");
    expect(idle.asked).toEqual([]);
  });

  it("does not come once it has been taken back", () => {
    const idle = idleMoments();
    const told: string[] = [];
    const takeBack = later(() => told.push("gone"));
    later(() => told.push("here"));
    takeBack();
    idle.come();
    expect(told).toEqual(["here"]);
  });

  it("comes also where a browser knows no idle moments", () => {
    vi.useFakeTimers();
    const told: string[] = [];
    later(() => told.push("here"));
    vi.runAllTimers();
    vi.useRealTimers();
    expect(told).toEqual(["here"]);
  });
});
