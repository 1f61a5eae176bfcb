import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { takeControl } from "./open-control.ts";

const script = new URL("https://example.org/app/live-service-worker.js");

class FakeWorker extends EventTarget {
  readonly scriptURL = script.href;
  readonly heard: unknown[] = [];
  state: ServiceWorkerState;

  constructor(state: ServiceWorkerState) {
    super();
    this.state = state;
  }

  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }

  postMessage(message: unknown): void {
    this.heard.push(message);
  }
}

class FakeContainer extends EventTarget {
  controller: FakeWorker | null = null;
  registered = 0;
  known: object | undefined;
  register: () => Promise<object> = () => new Promise(() => {});

  getRegistration = async () => this.known;

  beControlledBy(worker: FakeWorker): void {
    this.controller = worker;
    this.dispatchEvent(new Event("controllerchange"));
  }
}

let container: FakeContainer;
const open = () => takeControl(container as unknown as ServiceWorkerContainer, script, 4000);

/** Answers every request for a script with this. */
const serve = (body: string, init: ResponseInit) =>
  vi.stubGlobal("fetch", async () => new Response(body, init));

beforeEach(() => {
  vi.useFakeTimers();
  container = new FakeContainer();
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("taking control of the page", () => {
  it("takes a registration that is there, without registering", async () => {
    const worker = new FakeWorker("activated");
    container.known = { active: worker };
    container.controller = worker;
    await open();
    expect(worker.heard).toEqual([]);
  });

  it("registers the script, and waits until its worker is active and in control", async () => {
    const worker = new FakeWorker("installing");
    container.register = async () => ({ installing: worker });
    const opened = open();
    await vi.advanceTimersByTimeAsync(0);
    container.beControlledBy(worker);
    worker.become("activated");
    await opened;
    expect(worker.heard).toEqual([]);
  });

  it("registers anew where another script is registered", async () => {
    const worker = new FakeWorker("activated");
    container.known = { active: { scriptURL: "https://example.org/other.js" } };
    container.register = async () => ({ active: worker });
    container.controller = worker;
    await open();
  });

  it("claims a page that was loaded past its service worker", async () => {
    const worker = new FakeWorker("activated");
    container.known = { active: worker };
    const opened = open();
    await vi.advanceTimersByTimeAsync(0);
    expect(worker.heard).toEqual(["live/claim"]);
    container.beControlledBy(worker);
    await opened;
  });

  it("claims a page that is still under the worker of a registration that is gone", async () => {
    const worker = new FakeWorker("activated");
    container.known = { active: worker };
    container.controller = new FakeWorker("redundant");
    const opened = open();
    await vi.advanceTimersByTimeAsync(0);
    container.beControlledBy(worker);
    await opened;
    expect(worker.heard).toEqual(["live/claim"]);
  });

  it.each<[string, string, () => void]>([
    ["registration_hangs", "the registration never settles", () => {}],
    [
      "registration_hangs",
      "the worker is never activated",
      () => {
        container.register = async () => ({ installing: new FakeWorker("installing") });
      },
    ],
    [
      "bypassed",
      "the page cannot be claimed",
      () => {
        container.known = { active: new FakeWorker("activated") };
      },
    ],
  ])("gives up after the limit with %s: %s", async (reason, _, arrange) => {
    arrange();
    const opened = expect(open()).rejects.toMatchObject({ reason });
    await vi.advanceTimersByTimeAsync(4000);
    await opened;
  });

  it("says so when the worker cannot be installed", async () => {
    const worker = new FakeWorker("installing");
    container.register = async () => ({ installing: worker });
    const opened = expect(open()).rejects.toMatchObject({ reason: "registration_failed" });
    await vi.advanceTimersByTimeAsync(0);
    worker.become("redundant");
    await opened;
  });

  it.each<[string, string, () => void]>([
    ["script_missing", "there is no such file", () => serve("", { status: 404 })],
    [
      "script_missing",
      "the host answers with a page",
      () => serve("<!doctype html>", { headers: { "content-type": "text/html" } }),
    ],
    [
      "script_missing",
      "the network is gone",
      () => vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch"))),
    ],
    [
      "registration_failed",
      "the script is there, so it is something else",
      () => serve("", { headers: { "content-type": "text/javascript" } }),
    ],
  ])("tells a rejection's reason, %s: %s", async (reason, _, arrange) => {
    arrange();
    container.register = () => Promise.reject(new TypeError("Failed to register"));
    await expect(open()).rejects.toMatchObject({ reason, message: "TypeError: Failed to register" });
  });
});
