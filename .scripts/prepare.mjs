// What every command needs first: a Node that is new enough, and the packages of the lock file.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs a command in the project, its output shown. Returns whether it succeeded. */
export function run(command, args, options = {}) {
  const windows = process.platform === "win32";
  return spawnSync(command, args, { cwd: root, stdio: "inherit", shell: windows, ...options }).status === 0;
}

/** Ends with a message unless Node is new enough and the packages are there (installs them when they are not). */
export function prepare() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19) || (major === 22 && minor < 12)) {
    fail(`Loopscope needs Node 20.19 or newer (22.12 or newer in the 22 line); this is ${process.version}.`);
  }
  const installed = `${root}/node_modules/.package-lock.json`;
  const lock = `${root}/package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log("Installing the packages of the lock file …");
  if (!run("npm", ["ci", "--no-audit", "--no-fund"]))
    fail("The packages could not be installed (see above).");
}

/** Says why and ends with exit code 1. */
export function fail(message) {
  console.error(message);
  process.exit(1);
}
