import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { msw } from "msw/vite";
import type { ChunkingContext } from "rolldown";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** The file of the views that a run cannot do without. */
const VIEWS = "views";

/** The file of the views that come when the run is there. */
const LATER_VIEWS = "later-views";

/** What the page asks for as soon as it runs. */
const WANTED_AT_ONCE = /src\/(app\/main-views|engine\/simulate)\.ts$/;

/**
 * Has V8 compile all of these files in the thread that loads them, instead of each function when the page first calls
 * it, and waits (v8.dev/blog/explicit-compile-hints): the first line must say so. To other engines it is a comment.
 */
const compileAtOnce: Plugin = {
  name: "compile-at-once",
  generateBundle: {
    order: "post",
    handler: (_, bundle) => {
      for (const file of Object.values(bundle))
        if (
          file.type === "chunk" &&
          (file.isEntry ||
            file.name === VIEWS ||
            file.name === LATER_VIEWS ||
            WANTED_AT_ONCE.test(file.facadeModuleId ?? ""))
        )
          file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
    },
  },
};

/** Loads that beside the frame of the page, instead of after it. */
const preloadViews: Plugin = {
  name: "preload-views",
  transformIndexHtml: {
    order: "post",
    handler: (html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const wanted = chunks.filter(({ facadeModuleId }) => WANTED_AT_ONCE.test(facadeModuleId ?? ""));
      const names = new Set(wanted.flatMap(({ fileName, imports }) => [fileName, ...imports]));
      const hint = (attrs: Record<string, string>) => ({
        tag: "link",
        attrs: { ...attrs, crossorigin: "" },
        injectTo: "head" as const,
      });
      return chunks
        .filter(({ fileName }) => names.has(fileName) && !html.includes(fileName))
        .flatMap(({ fileName, viteMetadata }) => [
          hint({ rel: "modulepreload", href: `./${fileName}` }),
          ...[...(viteMetadata?.importedCss ?? [])].map((href) =>
            hint({ rel: "preload", as: "style", href: `./${href}` }),
          ),
        ]);
    },
  },
};

export default defineConfig({
  base: "./",
  plugins: [react(), msw({ mode: "worker-only" }), preloadViews, compileAtOnce],
  resolve: {
    // MSW keeps cookies with a list of all public suffixes, 120 kB compressed; our server has no cookies.
    alias: { "tough-cookie": fileURLToPath(new URL("src/live/mocks/no-cookies.ts", import.meta.url)) },
  },
  build: {
    target: "es2023",
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // A file for the page's frame and one for the views that are always there: each file more is a request more.
      output: {
        codeSplitting: {
          groups: [
            { name: "page", tags: ["$initial"], priority: 3 },
            // The recorder: a few lines that the engine shares with what comes later.
            { name: fileOf(VIEWS, /src\/(app\/main-views|trace\/trace-recorder)\.ts$/), priority: 2 },
            {
              name: fileOf(LATER_VIEWS, /src\/(app\/side-views\.ts|views\/timeline\/twin\/table-twin\.tsx)$/),
              priority: 1,
            },
          ],
        },
      },
    },
  },
  worker: { format: "es" },
  test: { include: ["src/**/*.test.{ts,tsx}"], environment: "node", setupFiles: ["src/fixed-seed.ts"] },
});

/** The name of a file, for whatever the modules that it begins with import; null for all else. */
function fileOf(name: string, begin: RegExp) {
  const isPart = (id: string, context: ChunkingContext, seen: Set<string>): boolean => {
    if (begin.test(id)) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return (context.getModuleInfo(id)?.importers ?? []).some((importer) => isPart(importer, context, seen));
  };
  return (id: string, context: ChunkingContext) => (isPart(id, context, new Set()) ? name : null);
}
