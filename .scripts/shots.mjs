// `npm run shots`: writes every canonical moment on every screen to e2e/gallery/, with one page that shows them all.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { obtainChromium } from "./chromium.mjs";
import { findPort } from "./port.mjs";
import { prepare, run } from "./prepare.mjs";

const gallery = "e2e/gallery";

prepare();
const chromium = await obtainChromium();
if (chromium === undefined) {
  console.error("No Chromium is installed and none could be obtained. Install one, or set CHROMIUM_PATH.");
  process.exit(1);
}
rmSync(gallery, { recursive: true, force: true });
mkdirSync(gallery);
const env = { ...process.env, PORT: await findPort(), CHROMIUM_PATH: chromium };
const ok =
  run("npx", ["vite", "build", "--logLevel", "warn"]) &&
  run("npx", ["playwright", "test", "-c", "e2e/shots.config.ts", "--reporter=line", "--trace=off"], { env });
const pictures = readdirSync(gallery).filter((name) => name.endsWith(".png"));
const figures = pictures.map(
  (name) =>
    `<figure><a href="${name}"><img src="${name}" alt="" loading="lazy"></a><figcaption>${name}</figcaption></figure>`,
);
const style =
  "body{font:14px sans-serif;display:grid;gap:16px;grid-template-columns:repeat(auto-fill,minmax(420px,1fr))}" +
  "figure{margin:0}img{max-width:100%;max-height:420px;border:1px solid #ccc}";
writeFileSync(
  join(gallery, "index.html"),
  `<!doctype html><meta charset="utf-8"><title>Gallery</title><style>${style}</style>${figures.join("\n")}`,
);
console.log(`\n${pictures.length} pictures: ${gallery}/index.html`);
process.exit(ok ? 0 : 1);
