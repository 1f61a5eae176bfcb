// A Chromium without the debugger's runtime. Drivers of tests turn that on, and then V8 reads a whole file once more for
// each Error that is made in it; React makes three while it is loaded. Visitors do not wait for that.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Starts one, with nothing in its cache. `send(method, params, sessionId)` speaks the DevTools protocol with it, over
 * the pipes of `--remote-debugging-pipe`: JSON, ended by a zero byte.
 */
export function startBareChromium(executablePath, args = []) {
  const data = mkdtempSync(join(tmpdir(), "loopscope-chromium-"));
  // With each window Chromium loads a page for the list under the address bar; who visits a page has that already.
  const quiet = "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup";
  const flags = [
    "--headless=new",
    "--no-first-run",
    "--remote-debugging-pipe",
    `--user-data-dir=${data}`,
    quiet,
  ];
  const stdio = ["ignore", "ignore", "ignore", "pipe", "pipe"];
  const child = spawn(executablePath, [...flags, ...args, "about:blank"], { stdio });
  const [, , , toBrowser, fromBrowser] = child.stdio;
  const waiting = new Map();
  let id = 0;
  let unread = "";
  fromBrowser.setEncoding("utf8").on("data", (text) => {
    const messages = (unread + text).split("\0");
    unread = messages.pop();
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message);
      if (error) waiting.get(id)?.reject(new Error(error.message));
      else waiting.get(id)?.resolve(result);
      waiting.delete(id);
    }
  });
  const closed = new Promise((resolve) => child.once("exit", resolve));
  closed.then((code) => {
    for (const { reject } of waiting.values()) reject(new Error(`Chromium has ended, with ${code}`));
  });
  const send = (method, params = {}, sessionId = undefined) => {
    toBrowser.write(`${JSON.stringify({ id: ++id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  };
  return {
    send,
    async close() {
      await send("Browser.close");
      await closed;
      rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}
