import type { Milliseconds } from "#base/units.ts";
import type { Hire } from "./crew.ts";
import type { LiveSession, Opening } from "./live-session.ts";
import { openServer } from "./open-server.ts";
import type { Order, Report } from "./protocol.ts";
import { provesBlocking } from "./prove-blocking.ts";
import { createSession, type SessionWorld } from "./session.ts";
import { wallNow } from "./wall-clock.ts";
import LiveWorker from "./worker/live-worker.ts?worker&inline";

/**
 * Gets Live ready: with the mock server when it proves to answer, else, where a worker can be blocked, offering a
 * session without network. Never rejects.
 */
export async function openLive(): Promise<Opening> {
  const opening = await openServer();
  const world: SessionWorld = { hire, now: wallNow, clockStep: measureClockStep(), every };
  if (opening.ok) return { ok: true, session: createSession(world, opening.server) };
  const fallback: LiveSession | undefined = (await provesBlocking(hire)) ? createSession(world) : undefined;
  return { ...opening, fallback };
}

/**
 * Workers are made only when the server is open: one made before would go past it after a reload. Their script is part
 * of this one, as a blob. So they can also be made offline; and WebKit (2.50) gives the service worker only to the first
 * two of several workers that are made at a time from one address, but to all that are made from blobs.
 */
const hire: Hire = (hear) => {
  const worker = new LiveWorker();
  worker.onmessage = ({ data }: MessageEvent<Report>) => hear(data);
  worker.onerror = ({ message }) =>
    hear({ kind: "broke", message: message || "the worker's script did not load" });
  worker.onmessageerror = () => hear({ kind: "broke", message: "a message could not be read" });
  return { send: (order: Order) => worker.postMessage(order), terminate: () => worker.terminate() };
};

function every(ms: Milliseconds, callback: () => void): () => void {
  const timer = setInterval(callback, ms);
  return () => clearInterval(timer);
}

/** The smallest difference between two readings: browsers coarsen their clocks (High Resolution Time, § 10.1). */
function measureClockStep(): Milliseconds {
  let smallest = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 5; look++) {
    const begin = performance.now();
    let now = begin;
    while (now === begin) now = performance.now();
    smallest = Math.min(smallest, now - begin);
  }
  return smallest;
}
