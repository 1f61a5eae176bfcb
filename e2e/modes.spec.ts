import { expect } from "@playwright/test";
import { crawler, test } from "./visualizer.ts";

test.describe("the crawler: three pages of two seconds each", () => {
  for (const [mode, total] of [
    ["Sync", "6.00"],
    ["Threads", "2.00"],
    ["Processes", "2.00"],
    ["Async", "2.00"],
    ["Async + blocking", "6.00"],
  ] as const) {
    test(`ends at exactly ${total} s in ${mode}`, async ({ visualizer }) => {
      await visualizer.open();
      await visualizer.chooseMode(mode);
      await visualizer.expectTotal(total);
    });
  }

  for (const [workers, total] of [
    [1, "6.00"],
    [2, "4.00"],
    [3, "2.00"],
  ] as const) {
    test(`ends at exactly ${total} s in a pool of ${workers}`, async ({ visualizer }) => {
      await visualizer.open();
      await visualizer.chooseMode("Pool");
      await visualizer.openSetup();
      await visualizer.fill(
        visualizer.setup.getByRole("textbox", { name: "Worker threads" }),
        String(workers),
      );
      await visualizer.closeSetup();
      await visualizer.expectTotal(total);
    });
  }
});

test("going through all modes and back leaves the scenario as it was", async ({ visualizer, page }) => {
  await visualizer.open();
  for (const mode of ["Sync", "Threads", "Pool", "Processes", "Async + blocking", "Async"])
    await visualizer.chooseMode(mode);
  await visualizer.expectTotal("2.00");
  await expect(visualizer.console).toContainText("parse got /static/bobo.png");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("callbacks are called one turn after their task has ended, in the console's order", async ({
  visualizer,
}) => {
  await visualizer.open();
  await visualizer.toEnd();
  const lines = ((await visualizer.console.textContent()) ?? "").replace(/\s+/g, " ");
  const order = ["end bobo", "end jay", "end tom", "parse got /static/bobo.png", "parse got /static/tom.png"];
  const places = order.map((line) => lines.indexOf(line));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(-1);
});

test("a mode in which the scenario cannot run says why, and nothing is lost", async ({
  visualizer,
  page,
}) => {
  await visualizer.openScenario({
    mode: "async",
    tasks: [
      {
        name: "parent",
        steps: [
          { kind: "spawn", task: "child" },
          { kind: "join", task: "child" },
        ],
      },
      { name: "child", steps: [{ kind: "sleep", ms: 100 }] },
    ],
  });
  await visualizer.press("1");
  await expect(page.getByText("tasks[0].steps[0]").first()).toBeVisible();
  await expect(visualizer.mode("Async")).toBeChecked();
  await visualizer.expectTotal("0.10");
});

test("a failing request fails its task and nobody else's", async ({ visualizer }) => {
  const [first, ...others] = crawler.tasks;
  const failing = { ...first, steps: [{ kind: "io", ms: 500, answer: "network_error" }] };
  await visualizer.openScenario({ ...crawler, wait: { style: "wait" }, tasks: [failing, ...others] });
  await visualizer.toEnd();
  await expect(visualizer.twin.getByRole("row", { name: /bobo.*failed/ })).not.toHaveCount(0);
  await expect(visualizer.console).toContainText("end jay");
  await expect(visualizer.console).not.toContainText("end bobo");
});
