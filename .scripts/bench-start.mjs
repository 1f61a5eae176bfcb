// How long the page itself, as it is built for visitors, takes from the first byte until it answers.
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, preview } from "vite";
import { root } from "./prepare.mjs";

/** Builds the page and serves it. */
export async function servePage() {
  const outDir = join(tmpdir(), `loopscope-bench-page-${process.pid}`);
  const at = { root, build: { outDir, emptyOutDir: true } };
  await build({ ...at, logLevel: "warn" });
  const server = await preview({ ...at, logLevel: "error", preview: { host: "127.0.0.1", port: 0 } });
  return {
    url: server.resolvedUrls.local[0],
    close() {
      server.httpServer.closeAllConnections?.();
      server.httpServer.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

/**
 * Milliseconds from the start of the navigation, in an empty browser, until the page says that its run can be played
 * and the last long task before a second of quiet is over.
 */
export async function measureStart(browser, url, slowdown) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const tab = await context.newPage();
  const cdp = await context.newCDPSession(tab);
  await tab.addInitScript(watchStart);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await tab.goto(url);
  const interactive = await tab.waitForFunction(() => window.__interactive?.(), undefined, { polling: 100 });
  const ms = await interactive.jsonValue();
  await context.close();
  return ms;
}

/** In the page, before its own scripts. */
function watchStart() {
  const QUIET = 1000;
  let playable = Number.POSITIVE_INFINITY;
  let busyUntil = 0;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) busyUntil = startTime + duration;
  }).observe({ type: "longtask", buffered: true });
  new MutationObserver(() => {
    if (document.documentElement?.dataset.run === "paused") playable = Math.min(playable, performance.now());
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-run"] });
  window.__interactive = () => {
    const ready = Math.max(playable, busyUntil);
    return performance.now() - ready > QUIET ? ready : undefined;
  };
}
