import { expect } from "@playwright/test";
import { test } from "./visualizer.ts";

/** Three tasks that compute for 0.3 s each. */
const computing = {
  mode: "threads",
  tasks: ["bobo", "jay", "tom"].map((name) => ({ name, steps: [{ kind: "cpu", ms: 300 }] })),
};

test("threads take as long together as one after the other; processes do not: key 4", async ({
  visualizer,
}) => {
  await visualizer.openScenario(computing);
  await visualizer.expectTotal("0.90");
  await visualizer.press("4");
  await expect(visualizer.mode("Processes")).toBeChecked();
  await visualizer.ready();
  await visualizer.expectTotal("0.30");
});

test("the table tells who was on which core, and on what another program was", async ({
  visualizer,
  page,
}) => {
  const machine = { cores: 1, time_slice_ms: 100, other_programs: [{ name: "music player" }] };
  await visualizer.openScenario({ ...computing, machine });
  await visualizer.expectTotal("1.80");
  const cores = page.getByRole("table", { name: "Who was on each core" });
  await expect(cores.getByRole("row", { name: /Core 1 music player.*0\.00.*0\.10/ })).toHaveCount(1);
  await expect(cores.getByRole("row", { name: /Core 1 bobo.*0\.10.*0\.20/ })).toHaveCount(1);
  await expect(
    visualizer.twin.getByRole("row", { name: /jay.*ready.*needs the interpreter/ }),
  ).not.toHaveCount(0);
});

test("a task that has begun waits for the interpreter at its seat, not in the queue", async ({
  visualizer,
  page,
}) => {
  const machine = { cores: 1, time_slice_ms: 100 };
  await visualizer.openScenario({ ...computing, machine }, { at: "250" });
  const stage = page.getByRole("region", { name: /^The stage/ });
  await expect(stage.getByRole("button", { name: "tom: running" })).toBeVisible();
  await expect(stage.getByRole("button", { name: "jay: ready, needs the GIL" })).toBeVisible();
  await expect(stage.getByRole("button", { name: "bobo: ready, needs the GIL" })).toBeVisible();
  await expect(stage.getByText("Ready: nobody")).toBeAttached();
});

test("another program that is removed leaves the focus with the button that adds one", async ({
  visualizer,
}) => {
  const machine = { cores: 1, other_programs: [{ name: "music player" }] };
  await visualizer.openScenario({ ...computing, machine });
  await visualizer.openSetup();
  await visualizer.button("Remove music player").focus();
  await visualizer.press("Enter");
  await expect(visualizer.button("Add a program")).toBeFocused();
});

test("the machine is set in the setup, and every change can be undone", async ({ visualizer }) => {
  await visualizer.openScenario({ ...computing, mode: "processes", machine: { cores: 3 } });
  await visualizer.expectTotal("0.30");
  await visualizer.openSetup();
  const field = (name: string) => visualizer.setup.getByRole("textbox", { name, exact: true });
  await visualizer.fill(field("Cores"), "1");
  await expect(visualizer.total).toHaveText(/0\.90 s/);
  await visualizer.fill(field("Starting a process (ms)"), "50");
  await visualizer.button("Add a program").click();
  await expect(field("program 1")).toHaveValue("music player");
  await visualizer.fill(field("program 1"), "backup");
  await expect(visualizer.setup.getByRole("textbox", { name: "Starting a thread (ms)" })).toHaveCount(0);
  for (let i = 0; i < 4; i++) await visualizer.button("Undo").click();
  await expect(visualizer.total).toHaveText(/0\.30 s/);
  await visualizer.fill(field("Cores"), "");
  await expect(field("Cores")).toBeVisible();
  await visualizer.fill(field("Cores"), "65");
  await expect(field("Cores")).toHaveAttribute("aria-invalid", "true");
});

test("the lock can be lifted: threads compute at the same instant then", async ({ visualizer }) => {
  await visualizer.openScenario({ ...computing, machine: { cores: 3 } });
  await visualizer.expectTotal("0.90");
  await visualizer.openSetup();
  await visualizer.setup.getByRole("checkbox", { name: "Interpreter lock (GIL)" }).uncheck();
  await expect(visualizer.total).toHaveText(/0\.30 s/);
});
