// `npm run bench:ui`: what a frame of the timeline costs, against bare canvas loops measured in the same run.
// Ends non-zero if a bound does not hold. `npm run bench:ui -- --rounds 1` is quicker, and rougher.
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import react from "@vitejs/plugin-react";
import { build, preview } from "vite";
import { startBareChromium } from "./bare-chromium.mjs";
import { measureStart, servePage } from "./bench-start.mjs";
import { obtainChromium } from "./chromium.mjs";
import { prepare, root } from "./prepare.mjs";

const { values: options } = parseArgs({
  options: { rounds: { type: "string", default: "5" }, port: { type: "string", default: "5389" } },
});
const ROUNDS = Number(options.rounds);
const SECONDS = 1.2;
const WARM_UP_SECONDS = 0.8;
const SIZES = ["1000x10", "10000x5", "100000x3"];
const LARGEST = SIZES.at(-1);

/** What must hold. Ratios compare main-thread CPU; `m` finds the median of all rounds of one number. */
const BOUNDS = [
  ...SIZES.flatMap((size) =>
    ["pan", "zoom"].map((motion) => ({
      what: `${motion} ${size}: timeline / bare loop`,
      most: 1.5,
      of: (m) => m("timeline", size, motion) / m("bare", size, motion),
    })),
  ),
  ...["pan", "zoom"].map((motion) => ({
    what: `${motion}: 100,000 lanes / 1,000 lanes`,
    most: 1.2,
    of: (m) => m("timeline", LARGEST, motion) / m("timeline", SIZES[0], motion),
  })),
  ...SIZES.map((size) => ({
    what: `${size}: script in a frame, 95th percentile (ms)`,
    most: 8,
    of: (m) => Math.max(m("timeline", size, "pan script p95"), m("timeline", size, "zoom script p95")),
  })),
  ...["pan", "zoom"].map((motion) => ({
    what: `all lanes ${LARGEST}, ${motion}: timeline / bare aggregate`,
    most: 1.3,
    of: (m) => m("all lanes", LARGEST, motion) / m("aggregate", LARGEST, motion),
  })),
  {
    what: `memory ${LARGEST}: timeline / bare loop, each with the trace`,
    most: 2,
    of: (m) => m("timeline", LARGEST, "MB") / m("bare", LARGEST, "MB"),
  },
  { what: "first picture of 100,000 tasks (ms)", most: 500, of: (m) => m("first", "100000", "ms") },
  { what: "playing 3 tasks: script in a frame, mean (ms)", most: 3, of: (m) => m("playing", "3", "script") },
  {
    what: "start on a CPU 4 times slower: interactive (ms)",
    most: 1000,
    of: (m) => m("start", "4x", "interactive"),
  },
  { what: "idle: frames in a second", most: 0, of: (m) => m("playing", "3", "idle frames") },
];

prepare();
const outDir = join(tmpdir(), `loopscope-bench-${process.pid}`);
const page = "e2e/bench/index.html";
await build({
  root,
  configFile: false,
  base: "./",
  logLevel: "warn",
  plugins: [react()],
  build: { outDir, emptyOutDir: true, target: "es2023", rollupOptions: { input: join(root, page) } },
});
const server = await preview({
  root,
  configFile: false,
  logLevel: "error",
  build: { outDir },
  preview: { host: "127.0.0.1", port: Number(options.port) },
});
const visitors = await servePage();
const executablePath = await obtainChromium();
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const visitorsBrowser = startBareChromium(executablePath, sandbox);
const browser = await chromium.launch({ executablePath, args: [...sandbox, "--js-flags=--expose-gc"] });
/** Tells what all processes of the browser together have used: what the main thread gave away is not free. */
const system = await browser.newBrowserCDPSession();
const numbers = new Map();
try {
  for (let round = 0; round < ROUNDS; round++) await measureAll(round);
} finally {
  await browser.close();
  await visitorsBrowser.close();
  visitors.close();
  server.httpServer.closeAllConnections?.();
  server.httpServer.close();
  rmSync(outDir, { recursive: true, force: true });
}
process.exitCode = report() ? 0 : 1;

/** All cases once: they take turns, so that a busy machine slows them alike and the ratios stay honest. */
async function measureAll(round) {
  process.stderr.write(`round ${round + 1} of ${ROUNDS} …\n`);
  for (const size of SIZES) {
    await measureMotions("bare", size, `size=${size}&bare=1`);
    await measureMotions("timeline", size, `size=${size}`);
  }
  await measureMotions("aggregate", LARGEST, `size=${LARGEST}&bare=aggregate`);
  await measureMotions("all lanes", LARGEST, `size=${LARGEST}`, (ctl) => ctl.setAllLanes(true));
  await inPage("tasks=100000", async ({ tab }) => {
    note("first", "100000", "ms", await tab.evaluate(() => window.__firstPaint));
  });
  const { playable, interactive } = await measureStart(visitorsBrowser, visitors.url, 4);
  note("start", "4x", "playable", playable);
  note("start", "4x", "interactive", interactive);
  await inPage("tasks=3", async ({ tab, cdp }) => {
    const frames = () => tab.evaluate(() => window.__frames.length);
    const before = await frames();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    note("playing", "3", "idle frames", (await frames()) - before);
    await tab.evaluate(() => window.__ctl.play());
    const { script } = await watch(tab, cdp, () => new Promise((resolve) => setTimeout(resolve, 1500)));
    note("playing", "3", "script", script);
  });
}

async function measureMotions(name, size, query, prepareView) {
  await inPage(query, async ({ tab, cdp }) => {
    if (prepareView) await tab.evaluate(`(${prepareView})(window.__ctl)`);
    note(name, size, "MB", await memory(cdp));
    for (const motion of ["pan", "zoom"]) {
      // Code that runs for the first time is compiled meanwhile: what a motion costs is what it costs to go on with it.
      await tab.evaluate(move, { motion, ms: WARM_UP_SECONDS * 1000 });
      const { cpu, all, p95, frames } = await watch(tab, cdp, () =>
        tab.evaluate(move, { motion, ms: SECONDS * 1000 }),
      );
      note(name, size, motion, cpu);
      note(name, size, `${motion}, all processes`, all);
      note(name, size, `${motion} script p95`, p95);
      note(name, size, `${motion} frames`, frames);
    }
  });
}

async function inPage(query, work) {
  const tab = await browser.newPage({ viewport: { width: 1300, height: 780 } });
  const cdp = await tab.context().newCDPSession(tab);
  await tab.addInitScript(countScript);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  await tab.goto(`http://127.0.0.1:${server.config.preview.port}/${page}?${query}`);
  await tab.waitForFunction(() => window.__ready, undefined, { timeout: 60_000, polling: 50 });
  await work({ tab, cdp });
  await tab.close();
}

/** CPU of the main thread and script per frame while something moves, in ms. */
async function watch(tab, cdp, motion) {
  const read = async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    const { processInfo } = await system.send("SystemInfo.getProcessInfo");
    const all = processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
    return { all, ...Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000])) };
  };
  await tab.evaluate(() => {
    window.__frames.length = 0;
  });
  const before = await read();
  await motion();
  const after = await read();
  const scripts = (await tab.evaluate(() => [...window.__frames])).sort((a, b) => a - b);
  const frames = scripts.length;
  return {
    frames,
    cpu: (after.ThreadTime - before.ThreadTime) / frames,
    all: (after.all - before.all) / frames,
    script: scripts.reduce((sum, ms) => sum + ms, 0) / frames,
    p95: scripts[Math.floor(frames * 0.95)],
  };
}

/** What a page holds on to, buffers included. */
async function memory(cdp) {
  await cdp.send("HeapProfiler.collectGarbage");
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize = 0 } = await cdp.send("Runtime.getHeapUsage");
  return (usedSize + backingStorageSize) / 1e6;
}

/** In the page, before its own scripts: notes for each frame how long its callbacks took. */
function countScript() {
  window.__frames = [];
  const request = window.requestAnimationFrame.bind(window);
  let frame = -1;
  window.requestAnimationFrame = (callback) =>
    request((now) => {
      const start = performance.now();
      callback(now);
      const took = performance.now() - start;
      if (now === frame) window.__frames[window.__frames.length - 1] += took;
      else window.__frames.push(took);
      frame = now;
    });
}

/** In the page: pans or zooms to and fro, a little with each frame. */
function move({ motion, ms }) {
  const show = (share) => {
    if (motion === "pan") return window.__ctl.setView(0.05 + 0.8 * share, 0.15 + 0.8 * share);
    const width = 0.01 ** (share < 0.5 ? 2 * share : 2 - 2 * share);
    window.__ctl.setView(0.5 - width / 2, 0.5 + width / 2);
  };
  return new Promise((resolve) => {
    const start = performance.now();
    const step = () => {
      const share = Math.min(1, (performance.now() - start) / ms);
      show(share);
      if (share < 1) requestAnimationFrame(step);
      else resolve();
    };
    requestAnimationFrame(step);
  });
}

function note(...path) {
  const value = path.pop();
  const key = path.join(" | ");
  numbers.set(key, [...(numbers.get(key) ?? []), value]);
}

function median(...path) {
  const sorted = numbers.get(path.join(" | ")).toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

function report() {
  const round = (value) => Math.round(value * 100) / 100;
  const cases = [...numbers.keys()].filter((key) => key.endsWith("| pan")).map((key) => key.split(" | "));
  console.log(`main-thread CPU in ms per frame, MB held; medians of ${ROUNDS} interleaved rounds`);
  console.table(
    Object.fromEntries(
      cases.map(([name, size]) => [
        `${name} ${size}`,
        Object.fromEntries(
          [
            "pan",
            "zoom",
            "pan, all processes",
            "zoom, all processes",
            "pan script p95",
            "zoom script p95",
            "MB",
          ].map((key) => [key, round(median(name, size, key))]),
        ),
      ]),
    ),
  );
  const verdicts = BOUNDS.map(({ what, most, of }) => ({ what, most, is: round(of(median)) }));
  console.table(verdicts.map((verdict) => ({ ...verdict, holds: verdict.is <= verdict.most })));
  return verdicts.every(({ is, most }) => is <= most);
}
