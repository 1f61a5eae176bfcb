import { defaultNetworkOptions, setupWorker } from "msw/browser";
import type { ServerVisit } from "../live-server.ts";
import { createHandlers } from "./handlers.ts";
import { pageClock } from "./server-clock.ts";
import { ServerThreads } from "./server-threads.ts";

/** The mock server of this page, before it is known whether anything reaches it. */
export interface MockServer {
  /** As in `LiveServer`. */
  listen(listener: (visit: ServerVisit) => void): () => void;
  forget(run: string): void;
}

let started: Promise<MockServer> | undefined;

/**
 * Connects the handlers with the service worker at `script`, which must already control the page: if it did not, MSW
 * would reload the page, again and again where that does not help. A second call gives the same server; after a failure
 * it tries anew. MSW is imported here and in `handlers.ts` alone, so this file is loaded only when it is needed.
 */
export function startMockServer(script: URL): Promise<MockServer> {
  started ??= start(script).catch((reason) => {
    started = undefined;
    throw reason;
  });
  return started;
}

async function start(script: URL): Promise<MockServer> {
  const listeners = new Set<(visit: ServerVisit) => void>();
  const threads = new ServerThreads();
  const report = (visit: ServerVisit) => {
    for (const listener of listeners) listener(visit);
  };
  await endIdleSource();
  const mocks = setupWorker(...createHandlers({ clock: pageClock, threads, report }));
  mocks.events.on("response:mocked", ({ response }) => discardBody(response));
  await mocks.start({
    quiet: true,
    onUnhandledFrame: "bypass",
    serviceWorker: { url: script.href, options: { updateViaCache: "none" } },
  });
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forget: (run) => threads.forget(run),
  };
}

/**
 * Loading, MSW makes a source of requests of its own accord. It is never started, yet it hears the service worker, and
 * each message is kept until a start that does not come.
 */
async function endIdleSource(): Promise<void> {
  for (const source of defaultNetworkOptions.sources) {
    if ("terminate" in source) await source.terminate();
  }
}

/**
 * The service worker sends a copy of each answer back to the page, for observers. Its body is a transferred stream, and
 * that holds a port here and one in the service worker until it is read to its end or cancelled; MSW does neither.
 */
function discardBody({ body }: Response): void {
  // One that broke off on the way refuses, and holds nothing any more.
  body?.cancel().catch(() => {});
}
