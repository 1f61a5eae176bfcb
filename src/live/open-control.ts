import type { Milliseconds } from "#base/units.ts";
import type { Unavailability } from "./live-session.ts";
import { Refusal, within } from "./open-refusal.ts";

/**
 * Registers the service worker and makes it control this page, at once and without loading the page again; throws a
 * Refusal. It must control the page before MSW starts and before a worker is created: a worker keeps for life the
 * service worker that it was born under.
 */
export async function takeControl(
  container: ServiceWorkerContainer,
  script: URL,
  limit: Milliseconds,
): Promise<void> {
  const registering = register(container, script);
  const registration = await within(limit, registering, "registration_hangs", "register()");
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (!worker) throw new Refusal("registration_failed", "a registration without a worker");
  await within(limit, activated(worker), "registration_hangs", `activation (${worker.state})`);
  if (container.controller !== worker) {
    // After a hard reload, or under the worker of a registration that is gone. MSW would reload the page.
    const controlled = new Promise((resolve) =>
      container.addEventListener("controllerchange", resolve, { once: true }),
    );
    worker.postMessage("live/claim");
    await within(limit, controlled, "bypassed", "clients.claim()");
  }
}

/**
 * The registration of this script. One that is there already is taken as it is, for `register()` queues behind an update
 * that is under way, in Chromium up to 5 s; MSW has it updated in the background.
 */
async function register(container: ServiceWorkerContainer, script: URL): Promise<ServiceWorkerRegistration> {
  try {
    const known = await container.getRegistration(script);
    if (known?.active?.scriptURL === script.href) return known;
    // MSW's script, which it imports, has to be of the version in the bundle, so no cache may answer.
    return await container.register(script, { updateViaCache: "none" });
  } catch (error) {
    throw new Refusal(await reasonFor(script), error);
  }
}

/** Tells a script that is not served, or as a page of a host that answers every path, from other failures. */
async function reasonFor(script: URL): Promise<Unavailability> {
  for (const url of [script, new URL("mockServiceWorker.js", script)]) {
    const response = await fetch(url, { cache: "no-store" }).catch(() => undefined);
    const type = response?.headers.get("content-type") ?? "";
    if (!response?.ok || !/javascript/.test(type)) return "script_missing";
  }
  return "registration_failed";
}

function activated(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = () => {
      if (worker.state === "activated") resolve();
      else if (worker.state === "redundant")
        reject(new Refusal("registration_failed", "the worker became redundant"));
      else return;
      worker.removeEventListener("statechange", check);
    };
    worker.addEventListener("statechange", check);
    check();
  });
}
