import { expect } from "@playwright/test";
import { page, test } from "./live-page.ts";

// V8 goes on compiling what is used again and again, ever better, for hundreds of runs: that is no leak, and would hide
// one. Without its compilers the heap holds only what the page keeps.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), "--js-flags=--no-opt,--no-maglev,--no-sparkplug"],
    });
  },
});

/** What 40 runs may add to the page's heap, in bytes. If each left its three messages behind, it would be 280 kB. */
const NOISE = 100_000;

test("50 runs in a row: the same three workers, and a flat heap", async ({ live, page: tab, context }) => {
  test.setTimeout(120_000);
  const devtools = await context.newCDPSession(tab);
  const heap = async (): Promise<number> => {
    await devtools.send("HeapProfiler.collectGarbage");
    return (await devtools.send("Runtime.getHeapUsage")).usedSize;
  };
  const tasks = ["bobo", "jay", "tom"].map((name) => page(name, 100));
  await live.openLive({ mode: "pool", workers: 3, dispatch: "single", tasks });
  let early = 0;
  for (let run = 1; run <= 50; run++) {
    const ending = await live.watchEnding();
    await live.press("r");
    expect(await ending()).toBe("ended");
    expect(live.workers()).toBe(3);
    if (run === 10) early = await heap();
  }
  const grown = (await heap()) - early;
  test
    .info()
    .annotations.push({ type: "heap", description: `${early} B after 10 runs, ${grown} B more after 50` });
  expect(grown).toBeLessThan(NOISE);
});
