import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as noCookies from "./mocks/no-cookies.ts";

const root = join(import.meta.dirname, "../..");
const msw = join(root, "node_modules/msw");
const readJson = (path: string) => JSON.parse(readFileSync(path, "utf8"));

const CHECKED = "3.0.5";
const CHECKLIST = `MSW is no longer ${CHECKED}. Live leans on more than its documentation promises; before this number is changed, see:
  1. lib/mockServiceWorker.js: it finds the page by event.clientId and nothing else, and a page that is active
     answers whether it is visible or not (public/live-service-worker.js).
  2. start(): with a controller it never reloads the page; "onUnhandledFrame" and "serviceWorker" are still its options.
     A wrong name would be silent. The source that MSW makes while it loads is still not the one that it starts, and
     "response:mocked" still tells of each answer (src/live/mocks/mock-server.ts, e2e/live-leftovers.spec.ts).
  3. What it imports of tough-cookie, and that its import still needs localStorage (no-cookies.ts, open-requirements.ts).
  4. The size of the chunk that Live loads: at most 35 kB compressed.
  5. Opening, and a run in each mode, in Chromium, Firefox and WebKit: ready, second tab, hidden tab, hard reload,
     developer tools' "Bypass for network", service worker killed during a request.`;

it("is the version of MSW that was looked into, in the package and on the disk", () => {
  const { dependencies } = readJson(join(root, "package.json"));
  const installed = readJson(join(msw, "package.json")).version;
  expect([dependencies.msw, installed], CHECKLIST).toEqual([CHECKED, CHECKED]);
});

it("has a stand-in for each name that MSW imports from tough-cookie", () => {
  const chunks = readdirSync(join(msw, "lib"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js") && !file.startsWith("iife"))
    .map((file) => readFileSync(join(msw, "lib", file), "utf8"));
  const imported = chunks.flatMap((text) =>
    [...text.matchAll(/import \{([^}]+)\} from "tough-cookie"/g)].flatMap(([, names = ""]) =>
      names.split(",").map((name) => name.trim()),
    ),
  );
  expect(imported.sort()).toEqual(Object.keys(noCookies).sort());
});

it.each([
  ["looks a client up by event.clientId", "self.clients.get(event.clientId)"],
  ["answers an active page at once", "if (activeClientIds.has(event.clientId)) {\n    return client"],
])("has a worker script that still %s", (_, code) => {
  expect(readFileSync(join(msw, "lib/mockServiceWorker.js"), "utf8"), CHECKLIST).toContain(code);
});
