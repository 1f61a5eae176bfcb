import { expect, type Page } from "@playwright/test";
import { LivePage, mostAtOnce, page, test } from "./live-page.ts";

const NAMES = ["bobo", "jay", "tom"];
const threads = (ms: number) => ({ mode: "threads", tasks: NAMES.map((name) => page(name, ms)) });

test("two tabs run at the same time, each answered by its own page", async ({ live, context }) => {
  const other = new LivePage(await context.newPage());
  await live.openLive(threads(800));
  await other.openLive({ mode: "sync", tasks: [page("ann", 300), page("eva", 300)] });
  const endings = await Promise.all([live.watchEnding(), other.watchEnding()]);
  await Promise.all([live.begin(), other.begin()]);
  expect(await Promise.all(endings.map((ending) => ending()))).toEqual(["ended", "ended"]);
  // What a server tells is heard in its own page alone: were it another's, the moments would be missing.
  await expect(live.bar).toContainText("12 of 12 moments in order.");
  await expect(other.bar).toContainText("8 of 8 moments in order.");
  expect(mostAtOnce(await live.requests())).toBe(3);
  expect(mostAtOnce(await other.requests())).toBe(1);
  expect([live.workers(), other.workers()]).toEqual([3, 1]);
});

/** Playwright keeps every page visible: this is what the page hears when it is hidden. */
const hide = (tab: Page) =>
  tab.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });

test("a tab that is hidden cancels its run and says why", async ({ live, page: tab }) => {
  await live.openLive(threads(20_000));
  await live.begin();
  await expect(live.root).toHaveAttribute("data-live", "running");
  await hide(tab);
  await live.expectLive("cancelled");
  await expect(live.bar).toContainText("timings are not valid in a background tab");
  await live.button("切换到中文").click();
  await expect(tab.getByRole("region", { name: "真实运行" })).toContainText("标签页在后台时");
  await expect.poll(() => live.workers()).toBe(0);
});

test("a tab that is reloaded in the middle of a run is ready again, and none of it goes on", async ({
  live,
  page: tab,
}) => {
  await live.openLive(threads(1500));
  await live.begin();
  await expect(live.root).toHaveAttribute("data-live", "running");
  await tab.reload();
  await live.expectLive("ready");
  expect(live.workers()).toBe(0);
  await live.run();
  expect(live.workers()).toBe(3);
  await expect(live.bar).toContainText("12 of 12 moments in order.");
});

test("a forced reload, past the service worker, is no obstacle", async ({ live, page: tab, context }) => {
  await live.openLive(threads(300));
  await live.run();
  const devtools = await context.newCDPSession(tab);
  let loads = 0;
  tab.on("load", () => loads++);
  await devtools.send("Page.reload", { ignoreCache: true });
  await expect.poll(() => loads).toBe(1);
  await live.expectLive("ready");
  await live.run();
  await expect(live.bar).toContainText("12 of 12 moments in order.");
  expect(loads).toBe(1);
});

test("a forced reload while another tab is open is no obstacle either", async ({
  live,
  page: tab,
  context,
}) => {
  const other = new LivePage(await context.newPage());
  await other.openLive(threads(300));
  await live.openLive(threads(300));
  const devtools = await context.newCDPSession(tab);
  let loads = 0;
  tab.on("load", () => loads++);
  await devtools.send("Page.reload", { ignoreCache: true });
  await expect.poll(() => loads).toBe(1);
  await live.expectLive("ready");
  await live.run();
  await other.run();
  await expect(other.bar).toContainText("12 of 12 moments in order.");
});

test.describe("offline", () => {
  // The tab's icon, which the browser asks for again.
  test.use({ complaint: /ERR_INTERNET_DISCONNECTED/ });
  test("it runs, for the first time and after a cancelled run, too", async ({ live, context }) => {
    // Long enough that a busy computer cancels it before it is over.
    await live.openLive(threads(2500));
    await context.setOffline(true);
    await live.run();
    await expect(live.bar).toContainText("12 of 12 moments in order.");
    await live.begin();
    await expect(live.root).toHaveAttribute("data-live", "running");
    await live.press("Escape");
    await live.expectLive("cancelled");
    await expect.poll(() => live.workers()).toBe(0);
    await live.run();
    expect(await live.requests()).toHaveLength(3);
    await expect(live.bar).toContainText("12 of 12 moments in order.");
  });
});

test.describe("in a folder of its host", () => {
  test.use({ hosting: { folder: "/deep/er/" } });
  test("it runs as it does anywhere", async ({ live, page: tab }) => {
    await live.openLive(threads(300));
    expect(new URL(tab.url()).pathname).toBe("/deep/er/");
    await live.run();
    expect(mostAtOnce(await live.requests())).toBe(3);
    await tab.reload();
    await live.expectLive("ready");
    await live.run();
  });
});
