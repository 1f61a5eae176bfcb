import { expect } from "@playwright/test";
import { mostAtOnce, page, test } from "./live-page.ts";

const JAY_FOUND = "parse got ['/images/jay-first.svg', '/images/jay-second.svg']";

/** Two pages, of which the first has something to it. */
const scenario = (mode: string, request: object) => ({
  mode,
  ...(mode === "async" && { wait: { style: "wait" } }),
  tasks: [page("bobo", 300, request), page("jay", 300)],
});

for (const mode of ["threads", "async"]) {
  for (const status of [404, 500]) {
    test(`${mode}: status ${status} is an answer like any other, without images`, async ({ live }) => {
      await live.openLive(scenario(mode, { answer: status }));
      await live.run();
      expect(await live.rowsOf("bobo", "done")).toHaveLength(1);
      await expect(live.console).toContainText("end bobo");
      if (mode === "async") {
        await expect(live.console).toContainText("parse got []");
        await expect(live.console).toContainText(JAY_FOUND);
      }
    });
  }

  for (const [outcome, request, why] of [
    ["a 404 that the program asks to be raised", { answer: 404, raise_for_status: true }, "HTTP 404"],
    ["a network error", { answer: "network_error" }, "network error"],
    ["a timeout", { ms: 9000, timeout_ms: 300 }, "timeout"],
  ] as const) {
    test(`${mode}: ${outcome} fails its task and nobody else's`, async ({ live }) => {
      await live.openLive(scenario(mode, request));
      await live.run();
      const [failed] = await live.rowsOf("bobo", "failed");
      expect(failed?.why).toBe(why);
      expect(failed?.from).toBeGreaterThanOrEqual(300);
      expect(await live.rowsOf("jay", "done")).toHaveLength(1);
      await expect(live.console).toContainText("end jay");
      await expect(live.console).not.toContainText("end bobo");
      // Whoever gives up does not wait for the answer.
      expect(await live.measuredTotal()).toBeLessThan(9000);
      await live.compare();
      await expect(live.comparison.getByRole("row", { name: /^bobo/ })).toContainText("failed");
      await expect(live.comparison).toContainText(/Cause before effect: (\d+) of \1 comparisons in order/);
    });
  }

  test(`${mode}: a slow body is awaited to its last image`, async ({ live, page: tab }) => {
    const bodies: number[] = [];
    tab.on("requestfinished", (request) => {
      const { responseStart, responseEnd } = request.timing();
      if (request.url().includes("/bobo")) bodies.push(responseEnd - responseStart);
    });
    await live.openLive(scenario(mode, { ms: 2400, body_ms: 2000 }));
    await live.run();
    const [bobo] = (await live.requests()).filter(({ task }) => task === "bobo");
    expect((bobo?.to ?? 0) - (bobo?.from ?? 0)).toBeGreaterThanOrEqual(2400);
    expect(await live.rowsOf("bobo", "done")).toHaveLength(1);
    if (mode === "async") {
      await expect(live.console).toContainText("'/images/bobo-lake.svg', '/images/bobo-hill.svg'");
    }
    await expect.poll(() => bodies).toHaveLength(1);
    // Seen from outside, the head is there long before the whole body.
    expect(bodies[0]).toBeGreaterThan(200);
  });
}

test("a server of one thread answers one after the other, whoever asks at the same time", async ({
  live,
}) => {
  const tasks = ["bobo", "jay", "tom"].map((name) => page(name, 300));
  await live.openLive({ mode: "threads", server: { workers: 1 }, tasks });
  await live.run();
  const requests = await live.requests();
  expect(mostAtOnce(requests)).toBe(3);
  const ends = requests.map(({ to }) => to).sort((a, b) => a - b);
  for (const [place, end] of ends.entries()) expect(end).toBeGreaterThanOrEqual((place + 1) * 300);
  expect(await live.measuredTotal()).toBeGreaterThanOrEqual(900);
});

test("an absolute URL is a label: its path is asked for, at the server inside the page", async ({
  live,
  context,
}) => {
  const asked: string[] = [];
  context.on("request", (request) => asked.push(request.url()));
  await live.openLive({
    mode: "async",
    tasks: [page("bobo", 200), { ...page("ann", 200), url: "http://192.168.1.1:8080/deep/page?q=1#there" }],
  });
  await live.run();
  const paths = asked.filter((url) => url.includes("run=1")).map((url) => new URL(url));
  expect(paths.map(({ origin }) => origin)).toEqual(["https://site.invalid", "https://site.invalid"]);
  expect(paths.map(({ pathname }) => pathname).sort()).toEqual(["/bobo", "/deep/page"]);
  await expect(live.bar).toBeVisible();
  await live.openSetup();
  await expect(live.row("bobo").getByRole("textbox", { name: "URL" })).toHaveValue(
    "https://example.com/bobo",
  );
});

test("the server's routes are listed, the scenario's own among them, and can be requested", async ({
  live,
}) => {
  await live.openLive({ mode: "async", tasks: [page("ann", 200)] });
  await live.button("Routes").click();
  for (const path of ["/main", "/bobo", "/jay", "/tom", "/ann"]) {
    await expect(live.routes.getByRole("button", { name: `Request ${path}`, exact: true })).toBeVisible();
  }
  await live.routes.getByRole("button", { name: "Request /bobo" }).click();
  await expect(live.routes).toContainText(/Status 200 after [\d.]+\sms/);
  await expect(live.routes).toContainText("/images/bobo-tree.svg");
});
