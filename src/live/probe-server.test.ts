import { describe, expect, it } from "vitest";
import type { WallTime } from "#base/units.ts";
import type { LiveServer, ServerVisit } from "./live-server.ts";
import { readAddress } from "./mocks/request-address.ts";
import { type Ask, probe } from "./probe-server.ts";

function startServer() {
  const listeners = new Set<(visit: ServerVisit) => void>();
  const server: LiveServer = {
    owner: "page-1",
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forget() {},
  };
  /** What happens when the request reaches this page's handler. */
  const answer = (address: string): string => {
    const { run, request } = readAddress(address);
    for (const listener of listeners) listener({ run, request, phase: "left", at: 0 as WallTime });
    return `<footer>${request}</footer>`;
  };
  return { server, answer, listeners };
}

describe("a probe", () => {
  it("is passed when this page's server answers, and asks on behalf of this page", async () => {
    const { server, answer, listeners } = startServer();
    let askedFor = "";
    const ask: Ask = async (address, owner) => {
      askedFor = owner;
      return answer(address);
    };
    await probe(server, ask, 4000, "page_not_answered");
    expect(askedFor).toBe("page-1");
    expect(listeners.size).toBe(0);
  });

  it.each<[string, (answer: (address: string) => string) => Ask]>([
    ["answered by somebody else", () => async () => "<!doctype html><title>Captive portal</title>"],
    ["answered by another page", () => async (address) => readAddress(address).request],
    ["TypeError: Failed to fetch", () => () => Promise.reject(new TypeError("Failed to fetch"))],
    ["probe: nothing happened in 5 ms", () => () => new Promise(() => {})],
  ])("is failed otherwise: %s", async (message, createAsk) => {
    const { server, answer, listeners } = startServer();
    await expect(probe(server, createAsk(answer), 5, "worker_not_answered")).rejects.toMatchObject({
      reason: "worker_not_answered",
      message,
    });
    expect(listeners.size).toBe(0);
  });
});
