import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** How the built page is hosted where it is not as `vite preview` does it. */
export interface Hosting {
  /** The folder that it is in, as in its address. Default `/`. */
  readonly folder?: string;
  /** The host in its address. Default `127.0.0.1`. */
  readonly host?: string;
  /** Files that are not there: as on many hosts of single-page applications, `index.html` comes in their place. */
  readonly missing?: readonly string[];
  /** Code that is put before a script, by its name. */
  readonly before?: Readonly<Record<string, string>>;
}

const BUILT = fileURLToPath(new URL("../dist/", import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** Serves the built page; gives its address, and how to stop. */
export async function serveFolder({ folder = "/", host = "127.0.0.1", missing = [], before = {} }: Hosting) {
  const server = createServer(async ({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const name = pathname.startsWith(folder) ? pathname.slice(folder.length) || "index.html" : undefined;
    if (name === undefined || name.includes("..")) {
      response.writeHead(404).end();
      return;
    }
    const file = missing.includes(name) ? "index.html" : name;
    try {
      const content = await readFile(join(BUILT, file));
      response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
      response.end(Buffer.concat([Buffer.from(before[file] ?? ""), content]));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}${folder}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
