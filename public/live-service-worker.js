/*
 * The service worker of Live: a thin layer before MSW's own script, which is loaded unchanged below. Three things are
 * different from MSW alone, all because our requests come from dedicated workers:
 *
 * 1. The page that answers. MSW hands the request of a worker to whichever page of the site is visible, so with two
 *    tabs the other one may answer, and with a hidden tab nobody does (mswjs/msw#2329, #2635). Our requests carry the
 *    client id of the page that they belong to, and MSW is told that they come from that page.
 * 2. No look-up of a blocked worker. In Firefox, `clients.get()` for a worker that is inside a synchronous
 *    XMLHttpRequest settles only when that request is answered, and MSW awaits it in order to answer
 *    (measured in Firefox 153; compare mswjs/msw#2654).
 *    With the id of the page in the worker's place it is never asked for.
 * 3. Nothing else is touched. Requests to other origins, the files of the page among them, are left to the browser as
 *    if there were no service worker; MSW would take part in each of them.
 *
 * Nothing is stored here: the browser may end this script at any time and start it anew.
 */

/* These two stand also in src/live/mocks/request-address.ts. */
const VIRTUAL_ORIGIN = "https://site.invalid";
const OWNER_HEADER = "x-live-owner";

/* How many requests to the mock server came through here since this script was started. */
let requests = 0;

self.addEventListener("fetch", (event) => {
  if (new URL(event.request.url).origin !== VIRTUAL_ORIGIN) {
    event.stopImmediatePropagation();
    return;
  }
  requests += 1;
  const owner = event.request.headers.get(OWNER_HEADER);
  /* `clientId` is an accessor of the prototype (Service Workers, § 4.6); MSW reads this own property instead. */
  if (owner) Object.defineProperty(event, "clientId", { value: owner });
});

self.addEventListener("message", (event) => {
  if (event.data === "live/whoami") {
    event.stopImmediatePropagation();
    event.ports[0].postMessage({ owner: event.source.id, requests });
  }
  if (event.data === "live/claim") {
    event.stopImmediatePropagation();
    /* Also takes over a page that was loaded past its service worker (a hard reload), without loading it again. */
    event.waitUntil(self.clients.claim());
  }
});

/* Relative to this script, so it works in a folder, too. MSW's Vite plugin puts the file there. */
importScripts("./mockServiceWorker.js");
