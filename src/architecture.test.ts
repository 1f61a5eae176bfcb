import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";

const src = import.meta.dirname;

/** Who may import whom. `views/x` may import no other view; `app` composes them all. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  scenario: ["base"],
  ui: ["base"],
  i18n: ["base"],
  trace: ["scenario", "base"],
  engine: ["trace", "scenario", "base"],
  live: ["trace", "scenario", "base"],
  player: ["trace", "base"],
  lessons: ["trace", "scenario", "i18n", "base"],
  state: ["lessons", "engine", "live", "player", "trace", "scenario", "i18n", "base"],
  views: ["state", "lessons", "player", "trace", "scenario", "i18n", "ui", "base"],
  app: ["views", "state", "lessons", "player", "trace", "scenario", "i18n", "ui", "base"],
  "main.tsx": ["app", "state"],
};

/** Folders that know no clock, no chance, no network, no browser and no React. */
const PURE = ["base", "scenario", "trace", "engine", "player"];
const IMPURE =
  /\b(Date\.now|new Date|Math\.random|performance\.|setTimeout|setInterval|requestAnimationFrame|fetch\(|document\.|window\.|localStorage|navigator\.)|from "react/;

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => file.split(sep).join("/"));
const product = files.filter((file) => !/\.test\.tsx?$/.test(file) && file !== "fixed-seed.ts");
const textOf = (file: string) => readFileSync(join(src, file), "utf8");
const folderOf = (file: string) => file.split("/")[0] as string;

const imports: readonly Import[] = product.flatMap((file) =>
  [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*"([#.][^"]+)"|new URL\("(\.[^"]+)"/g)].map((match) => ({
    file,
    from: folderOf(file),
    to: resolve(file, (match[1] ?? match[2]) as string),
  })),
);

function resolve(file: string, specifier: string): string {
  if (specifier.startsWith("#")) return specifier.slice(1);
  return relative(src, join(src, file, "..", specifier))
    .split(sep)
    .join("/");
}

const viewOf = (file: string) => (folderOf(file) === "views" ? file.split("/")[1] : undefined);

function isAllowed({ file, from, to }: Import): boolean {
  if (from === folderOf(to)) return viewOf(file) === viewOf(to);
  return (MAY_IMPORT[from] ?? []).some((allowed) => to === allowed || to.startsWith(`${allowed}/`));
}

describe("the architecture", () => {
  it("knows every folder", () => {
    expect([...new Set(product.map(folderOf))].filter((folder) => MAY_IMPORT[folder] === undefined)).toEqual(
      [],
    );
  });

  it("holds the import rule", () => {
    expect(imports.length).toBeGreaterThan(50);
    const forbidden = imports.filter((one) => !isAllowed(one)).map(({ file, to }) => `${file} imports ${to}`);
    expect(forbidden).toEqual([]);
  });

  it("keeps the core pure", () => {
    const impure = product.filter((file) => PURE.includes(folderOf(file)) && IMPURE.test(textOf(file)));
    expect(impure).toEqual([]);
  });

  it("asks for animation frames in one place only", () => {
    expect(product.filter((file) => textOf(file).includes("requestAnimationFrame("))).toEqual([
      "state/frame-loop.ts",
    ]);
  });

  it("has nothing else at the top", () => {
    const top = readdirSync(join(src, ".."))
      .filter((name) => !name.startsWith("."))
      .filter((name) => !["node_modules", "dist", "test-results", "playwright-report"].includes(name));
    expect(top.sort()).toEqual([
      "README.md",
      "e2e",
      "index.html",
      "package-lock.json",
      "package.json",
      "public",
      "src",
      "tsconfig.json",
      "vite.config.ts",
    ]);
  });
});
