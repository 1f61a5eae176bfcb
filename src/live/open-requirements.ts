import { Refusal } from "./open-refusal.ts";

/** What of a page's global object decides whether there can be a service worker. */
export type PageGlobals = Pick<
  typeof globalThis,
  "isSecureContext" | "origin" | "navigator" | "localStorage" | "caches"
>;

/**
 * Throws a Refusal unless this page can have a service worker that answers requests; gives the container to register it
 * with. Must come before MSW is loaded: without storage its import throws (it reads `localStorage`), and without a
 * service worker it falls back to answering the page alone, while requests of workers go to the network.
 */
export async function requireServiceWorkers(page: PageGlobals): Promise<ServiceWorkerContainer> {
  // Secure Contexts, § 3.1: https, and http on localhost. Elsewhere `navigator.serviceWorker` is not there at all.
  if (!page.isSecureContext) throw new Refusal("insecure_context", page.origin);
  try {
    // Throws where cookies and site data are blocked (HTML, § 12.2.3 "localStorage"); so does the cache store.
    page.localStorage.getItem("");
    await page.caches.has("");
  } catch (error) {
    throw new Refusal("storage_blocked", error);
  }
  if (!page.navigator.serviceWorker) throw new Refusal("no_service_worker", page.navigator.userAgent);
  return page.navigator.serviceWorker;
}
