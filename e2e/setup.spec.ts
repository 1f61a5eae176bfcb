import { expect } from "@playwright/test";
import { crawler, test, type Visualizer } from "./visualizer.ts";

const delayOf = (visualizer: Visualizer, task: string) =>
  visualizer.row(task).getByRole("textbox", { name: "Delay" });

test("a changed delay changes the total, the console and the table", async ({ visualizer }) => {
  await visualizer.openScenario({ ...crawler, mode: "sync" });
  await visualizer.openSetup();
  await visualizer.fill(delayOf(visualizer, "jay"), "3.5");
  await visualizer.closeSetup();
  await visualizer.expectTotal("7.50");
  await expect(visualizer.console.getByRole("button", { name: /5\.50.*end jay/ })).toHaveCount(1);
  await expect(visualizer.twin.getByRole("row", { name: /jay.*blocked.*2\.00.*5\.50.*3\.50/ })).toHaveCount(
    1,
  );
});

test("rows are added, duplicated, moved and removed, and every change can be undone", async ({
  visualizer,
}) => {
  await visualizer.openScenario({ ...crawler, mode: "sync" });
  await visualizer.openSetup();
  await visualizer.button("Duplicate bobo").click();
  await expect(visualizer.row("bobo-2")).toBeVisible();
  await expect(visualizer.total).toHaveText(/8\.00 s/);
  await visualizer.button("Remove jay").click();
  await expect(visualizer.total).toHaveText(/6\.00 s/);
  await visualizer.button("Move tom up").click();
  await visualizer.button("Add a task").click();
  await expect(visualizer.setup.getByRole("listitem", { name: /^Task / })).toHaveCount(4);
  for (let i = 0; i < 4; i++) await visualizer.button("Undo").click();
  await expect(visualizer.setup.getByRole("listitem", { name: /^Task / })).toHaveCount(3);
  await expect(visualizer.row("jay")).toBeVisible();
  await visualizer.button("Redo").click();
  await expect(visualizer.row("bobo-2")).toBeVisible();
});

test("what cannot be stays in its field with a message, and the last good scenario stays in force", async ({
  visualizer,
}) => {
  await visualizer.openScenario({ ...crawler, mode: "sync" });
  await visualizer.openSetup();
  const delay = delayOf(visualizer, "bobo");
  await visualizer.fill(delay, "soon");
  await expect(delay).toHaveValue("soon");
  await expect(delay).toHaveAttribute("aria-invalid", "true");
  await expect(delay).toHaveAccessibleDescription(/86,?400/);
  await expect(visualizer.total).toHaveText(/6\.00 s/);
  await visualizer.fill(delay, "1");
  await expect(delay).not.toHaveAttribute("aria-invalid", "true");
  await expect(visualizer.total).toHaveText(/5\.00 s/);
});

for (const [outcome, shows] of [
  ["404", "end bobo"],
  ["500", "end bobo"],
  ["slow body", "end bobo"],
  ["network error", "end jay"],
  ["timeout", "end jay"],
] as const) {
  test(`the outcome "${outcome}" can be chosen and runs in every mode`, async ({ visualizer }) => {
    await visualizer.openScenario({ ...crawler, wait: { style: "wait" } });
    await visualizer.openSetup();
    await visualizer.row("bobo").getByRole("combobox", { name: "Outcome" }).selectOption(outcome);
    await visualizer.closeSetup();
    for (const mode of ["Threads", "Async", "Async + blocking"]) {
      await visualizer.chooseMode(mode);
      await visualizer.toEnd();
      await expect(visualizer.console).toContainText(shows);
    }
  });
}

test("many tasks are made at once, by chance that can be repeated", async ({ visualizer }) => {
  await visualizer.openScenario(crawler);
  await visualizer.openSetup();
  await visualizer.setup.getByText("×N: many at once").click();
  await visualizer.fill(visualizer.setup.getByRole("textbox", { name: "How many" }), "500");
  await visualizer
    .button(/^(Replace|Append|Make)/)
    .first()
    .click();
  await expect(visualizer.setup.getByRole("heading", { name: /Workload/ })).toContainText("50");
  await visualizer.closeSetup();
  await visualizer.toEnd();
});

test("the scenario can be edited as JSON, and mistakes are listed with their paths", async ({
  visualizer,
}) => {
  await visualizer.openScenario(crawler);
  await visualizer.openSetup();
  await visualizer.setup.getByRole("tab", { name: "JSON" }).click();
  const text = visualizer.setup.getByRole("textbox");
  await text.fill('{ "mode": "sync", "tasks": [{ "name": "a", "steps": [{ "kind": "io", "ms": -5 }] }] }');
  await expect(visualizer.setup).toContainText("tasks[0].steps[0].ms");
  await expect(visualizer.button("Apply")).toBeDisabled();
  await text.fill('{ "mode": "sync", "tasks": [{ "name": "a", "steps": [{ "kind": "io", "ms": 1500 }] }] }');
  await visualizer.button("Apply").click();
  await expect(visualizer.total).toHaveText(/1\.50 s/);
});
