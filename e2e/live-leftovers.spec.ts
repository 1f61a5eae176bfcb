import { type CDPSession, expect } from "@playwright/test";
import { page, test } from "./live-page.ts";

/** How many objects with this prototype are alive in the page, after a collection of garbage. */
async function countAlive(devtools: CDPSession, name: string): Promise<number> {
  const { result: prototype } = await devtools.send("Runtime.evaluate", { expression: `${name}.prototype` });
  const { objects } = await devtools.send("Runtime.queryObjects", {
    prototypeObjectId: prototype.objectId ?? "",
    objectGroup: "count",
  });
  const { result } = await devtools.send("Runtime.callFunctionOn", {
    objectId: objects.objectId ?? "",
    functionDeclaration: "function () { return this.length; }",
  });
  await devtools.send("Runtime.releaseObjectGroup", { objectGroup: "count" });
  return result.value;
}

test("a request that is answered leaves no message, port or stream in the page", async ({
  live,
  page: tab,
  context,
}) => {
  const devtools = await context.newCDPSession(tab);
  const alive = async (): Promise<number> => {
    const messages = await countAlive(devtools, "MessageEvent");
    const ports = await countAlive(devtools, "MessagePort");
    const streams = await countAlive(devtools, "ReadableStream");
    return messages + ports + streams;
  };
  await live.openLive({ mode: "async", tasks: ["bobo", "jay", "tom"].map((name) => page(name, 100)) });
  await live.run();
  const early = await alive();
  for (let run = 0; run < 5; run++) await live.run();
  // A message may be on its way; one for each request would be 15.
  await expect.poll(alive).toBeLessThanOrEqual(early + 3);
});

test("a run does not touch what the canvases take their colours from", async ({ live, page: tab }) => {
  await live.openLive({ mode: "async", tasks: [page("bobo", 100)] });
  const touched = await tab.evaluateHandle(() => {
    const names: (string | null)[] = [];
    const observer = new MutationObserver((records) =>
      names.push(...records.map((one) => one.attributeName)),
    );
    observer.observe(document.documentElement, { attributes: true });
    return names;
  });
  await live.run();
  expect(new Set(await touched.jsonValue())).toEqual(new Set(["data-run", "data-live"]));
});
