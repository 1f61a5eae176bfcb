import { expect } from "@playwright/test";
import { MOMENTS } from "./moments.ts";
import { crawler, test } from "./visualizer.ts";

const pagesOf = (pdf: Buffer): number => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;

const long = {
  mode: "async",
  tasks: Array.from({ length: 30 }, (_, k) => ({
    name: `task${k + 1}`,
    steps: [
      { kind: "sleep", ms: 100 + k },
      { kind: "print", text: `a long line of output number ${k}` },
      { kind: "cpu", ms: 5 + k },
    ],
    callbacks: [{ name: `parse${k}` }],
  })),
};

for (const [what, scenario] of [
  ["the crawler", crawler],
  ["a run with every end", MOMENTS.ends.scenario],
  ["a pool of two", MOMENTS.pool.scenario],
  ["a long program with much output", long],
] as const) {
  for (const lang of ["zh", "en"] as const) {
    test(`${what} prints on exactly one page: ${lang}`, async ({ page, visualizer }) => {
      await visualizer.openScenario(scenario, { lang });
      await expect(page.locator(".timeline-slider")).toBeVisible();
      await page.emulateMedia({ media: "print" });
      await expect(page.locator(".handout canvas")).toBeVisible();
      for (const format of ["A4", "Letter"]) expect(pagesOf(await page.pdf({ format }))).toBe(1);
    });
  }
}

test("the sheet has title, mode, total, code, times and output, and no controls", async ({
  page,
  visualizer,
}) => {
  await visualizer.openScenario({ ...crawler, title: "Crawler" });
  await expect(page.locator(".timeline-slider")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  const sheet = page.getByRole("article", { name: "Sheet to hand out" });
  await expect(sheet.getByRole("heading", { name: "Crawler", exact: true })).toBeVisible();
  await expect(sheet).toContainText("Async · total 2.00 s");
  await expect(sheet).toContainText("async def get_request");
  await expect(sheet.getByRole("row", { name: "bobo 0.00 0.00 2.00 0.00" })).toBeVisible();
  await expect(sheet.locator(".handout-console li").last()).toHaveText("2.00total 2.00 s");
  await expect(page.getByRole("button")).toHaveCount(0);
  await page.emulateMedia({ media: "screen" });
  await expect(sheet).toHaveCount(0);
  await expect(visualizer.button("Play (Space)")).toBeVisible();
});

test("it is drawn for paper whatever the theme, and before the browser prints", async ({
  page,
  visualizer,
}) => {
  await visualizer.openScenario(crawler, { theme: "dark" });
  await expect(page.locator(".timeline-slider")).toBeVisible();
  // As Ctrl+P does it: what stands there when the event is over is printed.
  const corner = () =>
    page.evaluate(() => {
      dispatchEvent(new Event("beforeprint"));
      const canvas = document.querySelector<HTMLCanvasElement>(".handout canvas");
      const pixel = canvas?.getContext("2d")?.getImageData(2, 2, 1, 1).data;
      dispatchEvent(new Event("afterprint"));
      return pixel && [...pixel];
    });
  await expect.poll(corner).toEqual([255, 255, 255, 255]);
  await expect(page.locator(".handout")).toHaveCount(0);
});
