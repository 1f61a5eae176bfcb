import { expect, type Page } from "@playwright/test";
import { page, test } from "./live-page.ts";

/** The names of all that a page requests, from now on. */
function requestsOf(tab: Page): readonly string[] {
  const urls: string[] = [];
  tab.on("request", (request) => urls.push(request.url()));
  return urls;
}

/** MSW's bundle, its service worker and ours, and whatever else belongs to Live alone. */
const LIVE_FILES = /mock-server|mockServiceWorker|live-service-worker|live-runs|live-bar/;

test("Simulated loads nothing of Live, also when it is played to the end", async ({ live, page: tab }) => {
  const requests = requestsOf(tab);
  await live.openScenario({ mode: "async", tasks: [page("bobo", 300)] });
  await live.toEnd();
  await live.openSetup();
  expect(requests.filter((url) => LIVE_FILES.test(url))).toEqual([]);
  const registrations = await tab.evaluate(() => navigator.serviceWorker.getRegistrations());
  expect(registrations).toHaveLength(0);
});

test("choosing Live in the header loads it, and the address says so", async ({ live, page: tab }) => {
  const requests = requestsOf(tab);
  await live.openScenario({ mode: "async", tasks: [page("bobo", 300)] });
  await live.mode("Live").check({ force: true });
  await live.expectLive("ready");
  await expect(live.bar).toContainText("Your browser will really do this. Below: the prediction, 0.30 s.");
  await expect(live.bar).toContainText("URLs are labels");
  await expect(tab).toHaveURL(/run=live/);
  expect(requests.filter((url) => LIVE_FILES.test(url))).not.toEqual([]);
  expect(requests.filter((url) => /mock-server/.test(url))).toHaveLength(1);
  await tab.reload();
  await live.expectLive("ready");
});
