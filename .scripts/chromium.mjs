// Finds or obtains a Chromium for the end-to-end tests.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { run } from "./prepare.mjs";

const COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Path of a Chromium, tried in this order: CHROMIUM_PATH, Playwright's own, an installed one, Playwright's own after
 * installing it, Debian's package after installing it. Undefined when none can be had.
 */
export async function obtainChromium() {
  return (
    existing(process.env.CHROMIUM_PATH) ??
    (await playwrights()) ??
    installed() ??
    ((run("npx", ["playwright", "install", "--with-deps", "chromium"]) && (await playwrights())) ||
      undefined) ??
    (installDebians() ? installed() : undefined)
  );
}

const existing = (path) => (path && existsSync(path) ? path : undefined);

async function playwrights() {
  const { chromium } = await import("@playwright/test");
  return existing(chromium.executablePath());
}

function installed() {
  const found = COMMANDS.map((name) => spawnSync("which", [name], { encoding: "utf8" }).stdout?.trim());
  return [...found, ...PLACES].find((path) => existing(path));
}

function installDebians() {
  if (process.platform !== "linux") return false;
  console.log("Installing Debian's chromium …");
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args) => run([...sudo, "apt-get"][0], [...sudo, "apt-get", ...args].slice(1));
  return apt("update") && apt("install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk");
}
