import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { msw } from "msw/vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "./",
  plugins: [react(), msw({ mode: "worker-only" })],
  resolve: {
    // MSW keeps cookies with a list of all public suffixes, 120 kB compressed; our server has no cookies.
    alias: { "tough-cookie": fileURLToPath(new URL("src/live/mocks/no-cookies.ts", import.meta.url)) },
  },
  build: { target: "es2023", modulePreload: { polyfill: false } },
  worker: { format: "es" },
  test: { include: ["src/**/*.test.{ts,tsx}"], environment: "node", setupFiles: ["src/fixed-seed.ts"] },
});
