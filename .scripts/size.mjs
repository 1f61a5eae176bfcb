// The size budget: what a visitor must load before the page is there, compressed as servers send it.
import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { root } from "./prepare.mjs";

const BUDGET_KB = { js: 110, css: 16 };

/** Prints the sizes of what index.html loads and returns whether they are within the budget. */
export function checkSize() {
  const page = `${root}/dist/index.html`;
  if (!existsSync(page)) return false;
  const assets = [...readFileSync(page, "utf8").matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(js|css))"/g)];
  return Object.entries(BUDGET_KB)
    .map(([kind, budget]) => {
      const files = assets
        .filter((asset) => asset[2] === kind)
        .map((asset) => readFileSync(`${root}/dist/${asset[1]}`));
      const kb = files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0) / 1000;
      console.log(`${kind}: ${kb.toFixed(1)} kB gzip at entry, budget ${budget} kB`);
      return files.length > 0 && kb <= budget;
    })
    .every(Boolean);
}
