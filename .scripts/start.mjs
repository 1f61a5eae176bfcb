// `npm start`: installs what is missing, builds, and serves the production build on a local port.
import { createServer } from "node:net";
import { fail, prepare, root, run } from "./prepare.mjs";

const FIRST_PORT = 5290;
const PORTS_TRIED = 20;

prepare();
if (!run("npx", ["vite", "build", "--logLevel", "warn"])) fail("The build failed (see above).");

const port = await findPort();
const { preview } = await import("vite");
const server = await preview({
  root,
  logLevel: "error",
  preview: { host: "127.0.0.1", port, strictPort: true },
});
console.log(`\nLoopscope is ready: http://127.0.0.1:${port}/\nPress Ctrl+C to stop.`);
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    server.httpServer.closeAllConnections?.();
    server.httpServer.close(() => process.exit(0));
  });
}

async function findPort() {
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port++) {
    if (await isFree(port)) return port;
    console.log(`Port ${port} is in use by another program; trying ${port + 1}.`);
  }
  return fail(`No free port between ${FIRST_PORT} and ${FIRST_PORT + PORTS_TRIED - 1}.`);
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
