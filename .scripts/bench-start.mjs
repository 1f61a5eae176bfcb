// How long the page itself, as it is built for visitors, takes from the first byte until it answers.
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, preview } from "vite";
import { root } from "./prepare.mjs";

/** The browser is still busy with a new window for so long, in ms; who visits a page has one. */
const NEW_WINDOW = 2000;
const SCREEN = { width: 1280, height: 720, deviceScaleFactor: 1, mobile: false };

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
 * Milliseconds from the start of the navigation, in a window at rest with nothing in its cache, until the page says that
 * its run can be played (`playable`), and until, besides, the last long task before a second of quiet is over
 * (`interactive`).
 */
export async function measureStart({ send }, url, slowdown) {
  const context = await send("Target.createBrowserContext");
  try {
    const { targetId } = await send("Target.createTarget", { url: "about:blank", ...context });
    const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
    const ask = (method, params) => send(method, params, sessionId);
    await ask("Page.enable");
    await ask("Page.addScriptToEvaluateOnNewDocument", { source: `(${watchStart})()` });
    await ask("Emulation.setDeviceMetricsOverride", SCREEN);
    await ask("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await passed(NEW_WINDOW);
    await ask("Page.navigate", { url });
    for (;;) {
      await passed(100);
      const started = { expression: "window.__started?.()", returnByValue: true };
      const { result } = await ask("Runtime.evaluate", started);
      if (result.value) return result.value;
    }
  } finally {
    await send("Target.disposeBrowserContext", context);
  }
}

const passed = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

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
  window.__started = () => {
    const interactive = Math.max(playable, busyUntil);
    return performance.now() - interactive > QUIET ? { playable, interactive } : undefined;
  };
}
