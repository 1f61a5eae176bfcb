import { expect } from "@playwright/test";
import { type LivePage, mostAtOnce, page, test } from "./live-page.ts";

const DELAY = 400;
/** A loop that is free has its heartbeat at least this often. */
const FREE = 100;
const NAMES = ["bobo", "jay", "tom", "ann", "eva"];

/** What each mode must show with five pages, whatever the computer is busy with. */
const MODES = [
  { mode: "sync", scenario: { mode: "sync" }, atOnce: 1, workers: 1, rounds: 5, inOrder: 5 },
  { mode: "threads", scenario: { mode: "threads" }, atOnce: 5, workers: 5, rounds: 1, inOrder: 0 },
  {
    mode: "a pool of 3",
    scenario: { mode: "pool", workers: 3, dispatch: "single", collect: "as_done" },
    atOnce: 3,
    workers: 3,
    rounds: 2,
    inOrder: 0,
  },
  { mode: "async", scenario: { mode: "async" }, atOnce: 5, workers: 1, rounds: 1, inOrder: 5 },
  {
    mode: "async with a blocking client",
    scenario: { mode: "async" },
    request: { how: "blocking" },
    atOnce: 1,
    workers: 1,
    rounds: 5,
    inOrder: 5,
  },
] as const;

for (const { mode, scenario, request, atOnce, workers, rounds, inOrder } of MODES.map((mode) => ({
  request: {},
  ...mode,
}))) {
  test(`${mode}: ${atOnce} of five requests at a time, on ${workers} of the browser's workers`, async ({
    live,
  }) => {
    await live.openLive({ ...scenario, tasks: NAMES.map((name) => page(name, DELAY, request)) });
    await live.run();
    // A loaded computer may keep a free loop waiting for once; one that is blocked never beats, however often it runs.
    for (let again = 0; mode === "async" && again < 5 && (await live.longestGap()) >= FREE; again++) {
      await live.run();
    }

    const requests = await live.requests();
    expect(requests).toHaveLength(5);
    expect(mostAtOnce(requests)).toBe(atOnce);
    for (const { from, to } of requests) expect(to - from).toBeGreaterThanOrEqual(DELAY);
    expect(await live.measuredTotal()).toBeGreaterThanOrEqual(rounds * DELAY);
    expect(requests.slice(0, inOrder).map(({ task }) => task)).toEqual(NAMES.slice(0, inOrder));

    expect(live.workers()).toBe(workers);
    if (scenario.mode !== "async") {
      expect(new Set(requests.map(({ thread }) => thread)).size).toBe(workers);
    }

    await live.compare();
    if (mode === "async") {
      expect(await live.longestGap()).toBeLessThan(FREE);
      await expect(live.comparison).toContainText("none to speak of in the one thread");
    } else {
      // A loop may look at its timers between two of its tasks; a program without a loop never does.
      expect(await live.longestGap()).toBeGreaterThanOrEqual(mode === "sync" ? rounds * DELAY : DELAY);
      await expect(live.comparison).not.toContainText("none to speak of");
    }
    await expect(live.comparison).toContainText("Cause before effect: 20 of 20 comparisons in order.");
    await expect(live.bar).toContainText("20 of 20 moments in order.");
    await expectComparison(live, (rounds * DELAY) / 1000);
  });
}

/** Every task beside its prediction, and the total, which is the same in the bar, the panel and the console. */
async function expectComparison(live: LivePage, predicted: number): Promise<void> {
  const measured = await live.measuredTotal();
  const [shown = ""] = /[\d.]+\ss/.exec((await live.bar.textContent()) ?? "") ?? [];
  expect(Number.parseFloat(shown) * 1000).toBeGreaterThanOrEqual(measured - 10);
  for (const name of NAMES) {
    await expect(live.comparison.getByRole("row", { name: new RegExp(`^${name} 0\\.40\\ss`) })).toHaveText(
      /\+[\d.,]+\sms/,
    );
  }
  const total = live.comparison.getByRole("row", { name: /^Total/ });
  await expect(total).toContainText(`${predicted.toFixed(2)} s`);
  await expect(total).toContainText(shown);
  await live.button("Close").click();
  await expect(live.console).toContainText(`total ${shown}`);
  await expect(live.bar).toContainText(`predicted ${predicted.toFixed(2)} s`);
}

test("a pool's workers take the next page each when they are free, and are used again", async ({ live }) => {
  const tasks = NAMES.map((name) => page(name, DELAY));
  await live.openLive({ mode: "pool", workers: 3, dispatch: "single", tasks });
  await live.run();
  const requests = await live.requests();
  const firstEnd = Math.min(...requests.map(({ to }) => to));
  const [first, second] = [requests.slice(0, 3), requests.slice(3)];
  expect(first.map(({ task }) => task).sort()).toEqual(["bobo", "jay", "tom"]);
  expect(new Set(first.map(({ thread }) => thread)).size).toBe(3);
  for (const { task, thread, from } of second) {
    expect(["ann", "eva"]).toContain(task);
    expect(from).toBeGreaterThanOrEqual(firstEnd);
    expect(first.map((request) => request.thread)).toContain(thread);
  }
});

test("awaited pages print in the order of their ends, each callback after its own task", async ({ live }) => {
  const pages = [
    { name: "bobo", delay: 2400, images: ["bobo-lake", "bobo-hill", "bobo-tree"] },
    { name: "jay", delay: 1400, images: ["jay-first", "jay-second"] },
    { name: "tom", delay: 400, images: ["tom-arrow", "tom-cat"] },
  ];
  await live.openLive({ mode: "async", tasks: pages.map(({ name, delay }) => page(name, delay)) });
  await live.run();
  const lines = ((await live.console.textContent()) ?? "").replace(/\s+/g, " ");
  const requests = await live.requests();
  expect(mostAtOnce(requests)).toBe(3);
  for (const { name, delay, images } of pages) {
    const { from, to } = requests.find(({ task }) => task === name) ?? { from: 0, to: 0 };
    expect(to - from).toBeGreaterThanOrEqual(delay);
    const list = images.map((image) => `'/images/${image}.svg'`).join(", ");
    expectInOrder(lines, ["begin bobo", "begin jay", "begin tom", `end ${name}`, `parse got [${list}]`]);
  }
  // The server keeps each delay, but a computer that stalls may hand over a later answer first: what was measured counts.
  const ends = requests
    .map(({ task, to }) => ({ to, place: lines.indexOf(`end ${task}`) }))
    .sort((a, b) => a.place - b.place)
    .map(({ to }) => to);
  expect(ends).toEqual([...ends].sort((a, b) => a - b));
});

function expectInOrder(text: string, parts: readonly string[]): void {
  const places = parts.map((part) => text.indexOf(part));
  expect(Math.min(...places)).toBeGreaterThan(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
}

for (const [mode, settings] of [
  ["async with a blocking client", { mode: "async" }],
  [
    "a pool whose results are taken as they come",
    { mode: "pool", workers: 2, dispatch: "single", collect: "as_done" },
  ],
] as const) {
  test(`${mode}: the callbacks print what they find in the pages`, async ({ live }) => {
    const request = settings.mode === "async" ? { how: "blocking" } : {};
    await live.openLive({ ...settings, tasks: [page("bobo", 200, request), page("ann", 200, request)] });
    await live.run();
    await expect(live.console).toContainText(
      "parse got ['/images/bobo-lake.svg', '/images/bobo-hill.svg', '/images/bobo-tree.svg']",
    );
    await expect(live.console).toContainText("parse got ['/images/ann-1.svg', '/images/ann-2.svg']");
  });
}

test("computing and sleeping in a coroutine are real, too", async ({ live }) => {
  await live.openLive({
    mode: "async",
    tasks: [
      { name: "nap", steps: [{ kind: "sleep", ms: 300 }] },
      { name: "sum", steps: [{ kind: "cpu", ms: 300 }] },
    ],
  });
  await live.run();
  expect(await live.longestGap()).toBeGreaterThanOrEqual(300);
  await expect(live.bar).toContainText(/The loop stood still for 0\.\d\d\ss/);
});

test("while it runs, the page goes along with it and says how far it is", async ({ live }) => {
  // The last page takes as long as anyone may need to look at the run before it is over.
  const tasks = [page("bobo", 600), page("jay", 600), page("tom", 20_000)];
  await live.openLive({ mode: "sync", tasks });
  await live.begin();
  await expect(live.bar).toContainText("Your browser is doing it now.");
  await expect(live.root).toHaveAttribute("data-run", "running");
  await expect(live.bar).toContainText("1 worker");
  await expect(live.bar).toContainText("2 of 3 tasks ended");
  const before = await live.at();
  expect(before).toBeGreaterThanOrEqual(1200);
  await expect.poll(() => live.at()).toBeGreaterThan(before);
  await live.button("Cancel (Esc)").click();
  await live.expectLive("cancelled");
});

test("a run that is over can be played, stepped and scrubbed like a simulated one", async ({ live }) => {
  await live.openLive({ mode: "async", tasks: [page("bobo", 300), page("jay", 300)] });
  await live.run();
  await live.press("Home");
  await expect.poll(() => live.at()).toBe(0);
  await live.press("ArrowRight", "ArrowRight");
  await expect.poll(() => live.told()).toContain("step 2 of");
  await live.toEnd();
  await expect.poll(() => live.at()).toBeGreaterThanOrEqual(300);
});

test("R runs it, Simulated goes back to the prediction, and no worker stays", async ({ live, page: tab }) => {
  await live.openLive({ mode: "threads", tasks: [page("bobo", 300), page("jay", 300)] });
  const ending = await live.watchEnding();
  await live.press("r");
  expect(await ending()).toBe("ended");
  expect(live.workers()).toBe(2);
  await live.mode("Simulated").check({ force: true });
  await expect(live.root).toHaveAttribute("data-live", "off");
  await expect.poll(() => live.workers()).toBe(0);
  await expect(live.total).toHaveText(/\/ 0\.30 s$/);
  await expect(tab).not.toHaveURL(/run=live/);
});

test("changing the mode runs another program: the former run is gone", async ({ live }) => {
  await live.openLive({ mode: "sync", tasks: [page("bobo", 300), page("jay", 300)] });
  await live.run();
  expect(await live.measuredTotal()).toBeGreaterThanOrEqual(600);
  await live.mode("Threads").check({ force: true });
  await live.expectLive("ready");
  await expect(live.total).toHaveText(/\/ 0\.30 s$/);
  await live.run();
  expect(mostAtOnce(await live.requests())).toBe(2);
});
