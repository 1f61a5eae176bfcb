// The size budget, compressed as servers send it: what a visitor must load before the frame of the page is there; the
// run's views and the engine, which are loaded beside it; the views that come when the run is there; and the mock server,
// which is loaded when Live is chosen.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { root } from "./prepare.mjs";

const assets = `${root}/dist/assets`;

/** Prints the sizes of what was built and returns whether they are within the budget. */
export function checkSize() {
  const page = `${root}/dist/index.html`;
  if (!existsSync(page)) return false;
  const html = readFileSync(page, "utf8");
  const filesIn = (tag) => [...html.matchAll(tag)].map(([, file]) => file);
  const entry = filesIn(/<(?:script|link rel="stylesheet")[^>]* (?:src|href)="\.\/assets\/([^"]+)"/g);
  const beside = filesIn(/<link rel="modulepreload"[^>]* href="\.\/assets\/([^"]+)"/g);
  const filesOf = (name) =>
    readdirSync(assets).filter((file) => file.startsWith(`${name}-`) && file.endsWith(".js"));
  const budgets = [
    { what: "JavaScript at entry", kb: 110, files: entry.filter((file) => file.endsWith(".js")) },
    { what: "CSS at entry", kb: 16, files: entry.filter((file) => file.endsWith(".css")) },
    { what: "JavaScript of the run's views and of the engine", kb: 125, files: beside },
    { what: "JavaScript of the views that come later", kb: 30, files: filesOf("later-views") },
    { what: "mock server", kb: 35, files: filesOf("mock-server") },
  ];
  return budgets.map(isWithin).every(Boolean);
}

function isWithin({ what, kb, files }) {
  const bytes = files.map((file) => gzipSync(readFileSync(`${assets}/${file}`), { level: 9 }).length);
  const size = bytes.reduce((sum, each) => sum + each, 0) / 1000;
  console.log(`${what}: ${size.toFixed(1)} kB gzip, budget ${kb} kB`);
  return files.length > 0 && size <= kb;
}
