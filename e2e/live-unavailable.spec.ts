import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, expect } from "@playwright/test";
import { type LivePage, page, test } from "./live-page.ts";

const DELAY = 300;
const scenario = { mode: "threads", tasks: [page("bobo", DELAY), page("jay", DELAY)] };

/** Runs in the page before its own code. */
type Spoil = (context: BrowserContext) => Promise<unknown>;

const REASONS: readonly {
  readonly name: string;
  readonly en: string;
  readonly zh: string;
  readonly spoil: Spoil;
}[] = [
  {
    name: "there is no service worker",
    en: "This browser offers no service worker",
    zh: "这个浏览器没有提供 service worker",
    spoil: (context) =>
      context.addInitScript(() => {
        Reflect.deleteProperty(Navigator.prototype, "serviceWorker");
      }),
  },
  {
    name: "the registration hangs",
    en: "The browser does not answer the request for a service worker.",
    zh: "浏览器迟迟没有响应 service worker 的注册",
    spoil: (context) =>
      context.addInitScript(() => {
        ServiceWorkerContainer.prototype.register = () => new Promise(() => {});
      }),
  },
  {
    name: "the registration is rejected",
    en: "The browser refused the service worker.",
    zh: "浏览器拒绝了 service worker",
    spoil: (context) =>
      context.addInitScript(() => {
        ServiceWorkerContainer.prototype.register = async () => {
          throw new DOMException("not on this computer", "SecurityError");
        };
      }),
  },
];

for (const { name, en, zh, spoil } of REASONS) {
  test(`${name}: it says so, and why`, async ({ live, context }) => {
    await spoil(context);
    await expectUnavailable(live, en, zh);
  });
}

test("the browser's own words stand under Details", async ({ live, context }) => {
  await REASONS.at(-1)?.spoil(context);
  await live.openLive(scenario);
  await live.bar.getByText("Details").click();
  await expect(live.bar).toContainText("SecurityError: not on this computer");
});

test("DevTools bypass the service worker: it says so, and does not load the page again", async ({
  live,
  context,
  page: tab,
}) => {
  const devtools = await context.newCDPSession(tab);
  await devtools.send("Network.enable");
  await devtools.send("Network.setBypassServiceWorker", { bypass: true });
  let loads = 0;
  tab.on("load", () => loads++);
  await expectUnavailable(live, "This page is loaded past its service worker", "页面绕过了 service worker");
  // Opened once, and loaded again once by this test.
  expect(loads).toBe(2);
});

test.describe("on an address that is not secure", () => {
  test.use({ hosting: { host: "0.0.0.0" } });
  test("it says so, and why", async ({ live, page: tab }) => {
    await expectUnavailable(
      live,
      "Browsers give service workers only to secure pages",
      "浏览器只给安全的页面",
    );
    expect(await tab.evaluate(() => isSecureContext)).toBe(false);
  });
});

for (const file of ["live-service-worker.js", "mockServiceWorker.js"]) {
  test.describe(`on a host that has index.html in the place of ${file}`, () => {
    test.use({
      hosting: { folder: "/deep/er/", missing: [file] },
      complaint: /unsupported MIME type/,
    });
    test("it says so, and why", async ({ live }) => {
      await expectUnavailable(
        live,
        "The script of the service worker could not be loaded",
        "加载不到 service worker 的脚本",
      );
    });
  });
}

test.describe("in a browser whose workers go past the service worker when they block", () => {
  const script = `addEventListener("fetch", (event) => {
    if (event.clientId !== event.request.headers.get("x-live-owner")) event.stopImmediatePropagation();
  });`;
  test.use({ hosting: { before: { "live-service-worker.js": script } } });
  test("it says so, and why", async ({ live }) => {
    await expectUnavailable(
      live,
      "a blocking test request of a worker was not answered",
      "工作线程的阻塞试探请求没有得到响应",
    );
  });
});

test.describe("when something else answers every request", () => {
  const script = `addEventListener("fetch", (event) => {
    event.stopImmediatePropagation();
    event.respondWith(new Response("blocked by an extension"));
  });`;
  test.use({ hosting: { before: { "mockServiceWorker.js": script } } });
  test("it says so, and why", async ({ live }) => {
    await expectUnavailable(
      live,
      "a test request of this page did not reach the server inside it",
      "页面的试探请求没有到达页面里的服务器",
    );
  });
});

test.describe("in a browser that blocks cookies and site data", () => {
  test.use({
    context: async ({ playwright, launchOptions, baseURL }, use) => {
      const options = { ...launchOptions, baseURL: baseURL ?? "" };
      const profile = await mkdtemp(join(tmpdir(), "loopscope-profile-"));
      const open = () => playwright.chromium.launchPersistentContext(profile, options);
      // A setting is read from the profile when the browser starts; the first start makes the profile.
      await open().then((context) => context.close());
      const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
      await writeFile(join(profile, "Default", "Preferences"), JSON.stringify(settings));
      const context = await open();
      await use(context);
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  });
  test("it says so, and why", async ({ live }) => {
    await expectUnavailable(
      live,
      "This browser blocks cookies and site data here",
      "浏览器禁止这个页面存储 cookie 和网站数据",
    );
  });
});

/** Says why in both languages, has Simulated one click away, and runs threads without network where they work. */
async function expectUnavailable(live: LivePage, en: string, zh: string): Promise<void> {
  await live.openLive(scenario);
  await expect(live.root).toHaveAttribute("data-live", "unavailable");
  await expect(live.bar.getByRole("alert")).toContainText("No real requests here.");
  await expect(live.bar.getByRole("alert")).toContainText(en);
  await live.button("切换到中文").click();
  await expect(live.page.getByRole("alert")).toContainText(zh);
  await live.button("Switch to English").click();

  await live.button("Threads without network").click();
  await live.expectLive("ready");
  await expect(live.bar).toContainText("Threads without network: really blocked, no requests.");
  await live.run();
  for (const name of ["bobo", "jay"]) {
    const [blocked] = await live.rowsOf(name, "blocked");
    expect((blocked?.to ?? 0) - (blocked?.from ?? 0)).toBeGreaterThanOrEqual(DELAY);
  }
  expect(await live.longestGap()).toBeGreaterThanOrEqual(DELAY);
  expect(live.workers()).toBe(2);
  await expect(live.bar).toContainText("Threads without network: really blocked, no requests.");

  await live.page.reload();
  await live.expectLive("unavailable");
  await live.button("Use Simulated").click();
  await expect(live.root).toHaveAttribute("data-live", "off");
  await live.ready();
  await live.expectTotal("0.30");
}
