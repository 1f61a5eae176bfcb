import { expect, type Page } from "@playwright/test";
import { page, test } from "./live-page.ts";

/**
 * Presses Cancel inside the page; gives how long it took until the last worker was ended, in ms. The drawing of what is
 * left comes after that, and how long it takes depends on the computer.
 */
async function timeToCancel(tab: Page): Promise<number> {
  await tab.evaluate(() => {
    const { terminate } = Worker.prototype;
    Worker.prototype.terminate = function (this: Worker) {
      terminate.call(this);
      performance.mark("a worker was ended");
    };
  });
  return tab.evaluate(() => {
    const button = [...document.querySelectorAll("button")].find((one) => one.textContent === "Cancel (Esc)");
    const begin = performance.now();
    button?.click();
    const [last] = performance.getEntriesByName("a worker was ended").slice(-1);
    return last === undefined ? Number.POSITIVE_INFINITY : last.startTime - begin;
  });
}

const NAMES = ["bobo", "jay", "tom", "ann", "eva"];

for (const { mode, scenario, request, workers } of [
  { mode: "threads, all blocked", scenario: { mode: "threads" }, request: {}, workers: 5 },
  { mode: "sync", scenario: { mode: "sync" }, request: {}, workers: 1 },
  { mode: "async, all suspended", scenario: { mode: "async" }, request: {}, workers: 1 },
  {
    mode: "async with a blocking client",
    scenario: { mode: "async" },
    request: { how: "blocking" },
    workers: 1,
  },
]) {
  test(`${mode}: Cancel ends the run within 100 ms and leaves no worker`, async ({ live, page: tab }) => {
    await live.openLive({ ...scenario, tasks: NAMES.map((name) => page(name, 20_000, request)) });
    await live.begin();
    await expect(live.root).toHaveAttribute("data-live", "running");
    const underWay = scenario.mode === "sync" || request.how === "blocking" ? 1 : 5;
    await expect.poll(async () => (await live.requests()).length).toBe(underWay);
    expect(live.workers()).toBe(workers);
    expect(await timeToCancel(tab)).toBeLessThanOrEqual(100);
    await live.expectLive("cancelled");
    await expect.poll(() => live.workers()).toBe(0);
    await expect(live.bar).toContainText("The run was cancelled.");
    if (mode.startsWith("threads")) {
      for (const name of NAMES) expect(await live.rowsOf(name, "cancelled")).toHaveLength(1);
    }
  });
}

test("after a cancelled run the next one is a whole one, with new workers", async ({ live }) => {
  await live.openLive({ mode: "threads", tasks: NAMES.map((name) => page(name, 1000)) });
  await live.begin();
  await expect(live.root).toHaveAttribute("data-live", "running");
  await live.press("Escape");
  await live.expectLive("cancelled");
  await live.run();
  expect(await live.requests()).toHaveLength(5);
  for (const { from, to } of await live.requests()) expect(to - from).toBeGreaterThanOrEqual(1000);
  expect(live.workers()).toBe(5);
  await live.compare();
  await expect(live.comparison).toContainText("5 workers, all made for this run.");
});

test("the workers of a run are kept for the next one", async ({ live }) => {
  await live.openLive({ mode: "threads", tasks: [page("bobo", 200), page("jay", 200)] });
  await live.run();
  await live.run();
  expect(live.workers()).toBe(2);
  await live.compare();
  await expect(live.comparison).toContainText("2 workers, left over from a run before.");
});

test("a change of the scenario in the middle of a run ends it", async ({ live }) => {
  await live.openLive({ mode: "threads", tasks: [page("bobo", 20_000), page("jay", 20_000)] });
  await live.begin();
  await expect(live.root).toHaveAttribute("data-live", "running");
  await live.mode("Sync").check({ force: true });
  await live.expectLive("ready");
  await expect.poll(() => live.workers()).toBe(0);
  await expect(live.total).toHaveText(/\/ 40\.00 s$/);
});

test("going to Simulated in the middle of a run ends it", async ({ live }) => {
  await live.openLive({ mode: "threads", tasks: [page("bobo", 20_000), page("jay", 20_000)] });
  await live.begin();
  await expect(live.root).toHaveAttribute("data-live", "running");
  await live.mode("Simulated").check({ force: true });
  await expect(live.root).toHaveAttribute("data-live", "off");
  await expect.poll(() => live.workers()).toBe(0);
  await live.ready();
  await expect(live.total).toHaveText(/\/ 20\.00 s$/);
});
