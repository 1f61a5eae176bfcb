// `npm test`: everything `npm run check` does, then the end-to-end tests in a real Chromium.
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "./check.mjs";
import { obtainChromium } from "./chromium.mjs";
import { findPort } from "./port.mjs";
import { prepare, run } from "./prepare.mjs";

prepare();
const unit = check();
const browser = await testInBrowser();
const passed = unit.passed + browser.passed;
const failed = unit.failed + browser.failed + (unit.ok || unit.failed > 0 ? 0 : 1);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(unit.ok && browser.ok && failed === 0 && browser.passed > 0 ? 0 : 1);

async function testInBrowser() {
  console.log("\n▸ end-to-end tests");
  const chromium = await obtainChromium();
  if (chromium === undefined) {
    console.error("No Chromium is installed and none could be obtained. Install one, or set CHROMIUM_PATH.");
    return { ok: false, passed: 0, failed: 1 };
  }
  const report = join(tmpdir(), `loopscope-e2e-${process.pid}.json`);
  const env = {
    ...process.env,
    PORT: await findPort(),
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const ok = run("npx", ["playwright", "test", "-c", "e2e", "--reporter=list,json"], { env });
  return { ok, ...readCounts(report) };
}

function readCounts(report) {
  try {
    const { stats } = JSON.parse(readFileSync(report, "utf8"));
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(report, { force: true });
  }
}
