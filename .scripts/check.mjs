// `npm run check`: everything that needs no browser. Prints each step and ends non-zero if one failed.
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { prepare, run } from "./prepare.mjs";
import { checkSize } from "./size.mjs";

/** Runs every step, also after a failure, so that one run tells all. Returns the counts of the unit tests. */
export function check() {
  const report = join(tmpdir(), `loopscope-unit-${process.pid}.json`);
  const steps = {
    types: () => run("npx", ["tsc", "--noEmit", "-p", "."]),
    "lint and format": () => run("npx", ["biome", "ci", "."]),
    "unit tests and architecture": () =>
      run("npx", ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]),
    build: () => run("npx", ["vite", "build", "--logLevel", "warn"]),
    "size budget": checkSize,
  };
  const failed = Object.entries(steps).filter(([name, step]) => {
    console.log(`\n▸ ${name}`);
    return !step();
  });
  for (const [name] of failed) console.error(`✕ ${name}`);
  return { ok: failed.length === 0, ...readCounts(report) };
}

function readCounts(report) {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8"));
    return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(report, { force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  prepare();
  const { ok } = check();
  process.exit(ok ? 0 : 1);
}
