import { defineConfig } from "@playwright/test";

const port = Number(process.env.PORT ?? 5391);
const chromium = process.env.CHROMIUM_PATH;
/** Chromium's sandbox does not start for root, which is who runs tests in most containers. */
const isRoot = process.getuid?.() === 0;
/**
 * What Chromium does without. The first two fill the list under the address bar with a page of 400 files for each
 * window: a third of all the time that the tests take. The rest Playwright switches off by itself, for the sake of
 * driving the browser and of asking nobody else; but of two such lists Chromium heeds only the last.
 */
const WITHOUT = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "TcpPortRandomizationWin",
  "ThirdPartyStoragePartitioning",
];

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: "en-US",
    viewport: { width: 1280, height: 720 },
    // Recording every test for the case that it fails costs a third of their time: `--trace on` for who looks at one.
    trace: "off",
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [`--disable-features=${WITHOUT.join(",")}`, ...(isRoot ? ["--no-sandbox"] : [])],
    },
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: "..",
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
