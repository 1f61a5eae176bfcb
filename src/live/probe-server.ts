import type { Milliseconds } from "#base/units.ts";
import type { LiveServer } from "./live-server.ts";
import type { Unavailability } from "./live-session.ts";
import { addressOf, OWNER_HEADER } from "./mocks/request-address.ts";
import { Refusal, within } from "./open-refusal.ts";
import type { WorkerProbe, WorkerProbeResult } from "./probe-worker.ts";
import ProbeWorker from "./probe-worker.ts?worker&inline";

/** Asks for an address on behalf of a page and gives the text of the answer; rejects when there is none. */
export type Ask = (address: string, owner: string) => Promise<string>;

/**
 * Throws a Refusal with this reason unless the request that `ask` makes is answered by this page's server: the answer
 * carries a name that was made up for the purpose, and the server has seen it go.
 */
export async function probe(
  server: LiveServer,
  ask: Ask,
  limit: Milliseconds,
  reason: Unavailability,
): Promise<void> {
  const name = crypto.randomUUID();
  let isOurs = false;
  const unlisten = server.listen(({ request, phase }) => {
    if (request === name && phase === "left") isOurs = true;
  });
  const address = addressOf({ run: "probe", request: name, path: "/", delay: 0, answer: 200 });
  try {
    const text = await within(limit, ask(address, server.owner), reason, "probe");
    if (!text.includes(name)) throw new Refusal(reason, "answered by somebody else");
    if (!isOurs) throw new Refusal(reason, "answered by another page");
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(reason, error);
  } finally {
    unlisten();
  }
}

/** Asks with `fetch`, from this page. */
export async function askFromPage(address: string, owner: string): Promise<string> {
  const response = await fetch(address, { headers: { [OWNER_HEADER]: owner } });
  return response.text();
}

/**
 * Asks with a synchronous request, from a worker of its own, which is made the way those are that run scenarios, and is
 * ended afterwards, even while it is blocked.
 */
export function askFromWorker(limit: Milliseconds): Ask {
  return async (address, owner) => {
    const worker = new ProbeWorker();
    try {
      const answer = new Promise<WorkerProbeResult>((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message || "the worker's script did not load"));
      });
      worker.postMessage({ address, owner } satisfies WorkerProbe);
      const result = await within(limit, answer, "worker_not_answered", "probe");
      if ("error" in result) throw new Refusal("worker_not_answered", result.error);
      return result.text;
    } finally {
      worker.terminate();
    }
  };
}
