import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { addressOf, OWNER_HEADER } from "./mocks/request-address.ts";

const text = readFileSync(join(import.meta.dirname, "../../public/live-service-worker.js"), "utf8");

interface FakeEvent {
  readonly stopImmediatePropagation: () => void;
  readonly [key: string]: unknown;
}

/** Runs the script in a service worker's place; `dispatch` tells whether MSW's listener would get the event. */
function startScript() {
  const listeners = new Map<string, (event: FakeEvent) => void>();
  const log: string[] = [];
  const self = {
    addEventListener: (type: string, listener: (event: FakeEvent) => void) => listeners.set(type, listener),
    clients: { claim: () => log.push("claimed") },
  };
  runInNewContext(text, { self, URL, importScripts: (name: string) => log.push(name) });
  const dispatch = (type: string, properties: object) => {
    let reachesMsw = true;
    const event = Object.create(properties, {
      stopImmediatePropagation: {
        value: () => {
          reachesMsw = false;
        },
      },
      waitUntil: { value: () => {} },
    }) as FakeEvent;
    listeners.get(type)?.(event);
    return { event, reachesMsw };
  };
  return { log, dispatch };
}

const ours = addressOf({ run: "r", request: "bobo", path: "/bobo", delay: 0, answer: 200 });
const fetchOf = (url: string, headers = {}) => ({
  request: new Request(url, { headers }),
  clientId: "the worker",
});

describe("the service worker's script", () => {
  it("loads MSW's script from its own folder", () => {
    expect(startScript().log).toEqual(["./mockServiceWorker.js"]);
  });

  it("leaves everything but the virtual origin to the browser", () => {
    const { dispatch } = startScript();
    for (const url of [
      "https://example.org/app.js",
      "https://site.invalid.example.org/",
      "http://site.invalid/",
    ]) {
      expect(dispatch("fetch", fetchOf(url)).reachesMsw).toBe(false);
    }
  });

  it("tells MSW that the request of a worker comes from the page it belongs to", () => {
    const { event, reachesMsw } = startScript().dispatch(
      "fetch",
      fetchOf(ours, { [OWNER_HEADER]: "page-1" }),
    );
    expect([reachesMsw, event.clientId]).toEqual([true, "page-1"]);
  });

  it("leaves a request without that header as it is, an image of the page for example", () => {
    const { event, reachesMsw } = startScript().dispatch("fetch", fetchOf(ours));
    expect([reachesMsw, event.clientId]).toEqual([true, "the worker"]);
  });

  it("introduces itself to the page: its id, and how many requests came through", () => {
    const { dispatch } = startScript();
    dispatch("fetch", fetchOf(ours));
    const answers: unknown[] = [];
    const port = { postMessage: (answer: unknown) => answers.push(answer) };
    const asked = dispatch("message", { data: "live/whoami", source: { id: "page-1" }, ports: [port] });
    expect([answers, asked.reachesMsw]).toEqual([[{ owner: "page-1", requests: 1 }], false]);
  });

  it("takes the page over when asked to, and leaves MSW's messages to MSW", () => {
    const { dispatch, log } = startScript();
    expect(dispatch("message", { data: "live/claim" }).reachesMsw).toBe(false);
    expect(log).toContain("claimed");
    expect(dispatch("message", { data: "MOCK_ACTIVATE" }).reachesMsw).toBe(true);
  });
});
