import type { Milliseconds } from "#base/units.ts";
import type { LiveServer } from "./live-server.ts";
import type { Unavailability } from "./live-session.ts";
import { takeControl } from "./open-control.ts";
import { Refusal, within } from "./open-refusal.ts";
import { requireServiceWorkers } from "./open-requirements.ts";
import { askFromPage, askFromWorker, probe } from "./probe-server.ts";

export interface OpeningOptions {
  /** Of the service worker. Default: `live-service-worker.js` beside the page, which also works in a folder. */
  readonly script?: URL;
  /** How long any one step of opening may take. Default 4000 ms. */
  readonly limit?: Milliseconds;
}

/** What came of the attempt; `detail` is in the browser's words. */
export type ServerOpening =
  | { readonly ok: true; readonly server: LiveServer }
  | { readonly ok: false; readonly reason: Unavailability; readonly detail: string };

let opening: Promise<ServerOpening> | undefined;

/**
 * Gets the mock server ready and proves that it answers, requests of the page and blocking requests of a worker; only
 * then it is open. It never rejects and never reloads the page. Once it is open a second call gives the same server;
 * after a failure it tries anew. MSW is loaded on the way.
 */
export function openServer(options: OpeningOptions = {}): Promise<ServerOpening> {
  opening ??= open(options).then(
    (server) => ({ ok: true, server }),
    (error) => {
      opening = undefined;
      const { reason, message } =
        error instanceof Refusal ? error : new Refusal("registration_failed", error);
      return { ok: false, reason, detail: message };
    },
  );
  return opening;
}

async function open({ script = defaultScript(), limit = 4000 }: OpeningOptions): Promise<LiveServer> {
  const container = await requireServiceWorkers(globalThis);
  await takeControl(container, script, limit);
  const { startMockServer } = await import("./mocks/mock-server.ts").catch((error) => {
    throw new Refusal("script_missing", error);
  });
  const mockServer = await within(limit, startMockServer(script), "registration_hangs", "MSW");
  const before = await introduce(container, limit);
  const server: LiveServer = { owner: before.owner, ...mockServer };
  try {
    await probe(server, askFromPage, limit, "page_not_answered");
  } catch (error) {
    // The service worker is alive, and the browser did not ask it.
    const { requests } = await introduce(container, limit);
    if (requests === before.requests) throw new Refusal("bypassed", (error as Refusal).message);
    throw error;
  }
  await probe(server, askFromWorker(limit), limit, "worker_not_answered");
  return server;
}

/** How the service worker calls this page, and how many requests came through it since it was started. */
interface Introduction {
  readonly owner: string;
  readonly requests: number;
}

/** Asks whoever controls the page now: a new version may have taken over a moment ago. */
async function introduce({ controller }: ServiceWorkerContainer, limit: Milliseconds): Promise<Introduction> {
  if (!controller) throw new Refusal("bypassed", "no service worker controls the page");
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<Introduction>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
  controller.postMessage("live/whoami", [port2]);
  try {
    return await within(limit, answer, "registration_failed", "the service worker's answer");
  } finally {
    port1.close();
  }
}

const defaultScript = (): URL => new URL("live-service-worker.js", document.baseURI);
