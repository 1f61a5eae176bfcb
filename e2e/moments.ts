import { expect, type Page } from "@playwright/test";
import { crawler, type Visualizer } from "./visualizer.ts";

/** A moment of a run that shows what the page is about: where it is looked at, and what is open. */
export interface Moment {
  readonly name: string;
  readonly scenario: unknown;
  /** Hash parameters besides the scenario: `at`, `step`. */
  readonly at: Readonly<Record<string, string>>;
  /** Keys to press once it is there. */
  readonly keys?: readonly string[];
}

/** What a moment is seen on. */
export interface Screen {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly lang: "zh" | "en";
  readonly theme: "light" | "dark" | "hc";
  readonly presenting?: boolean;
}

const { tasks, workers } = crawler;
const blocking = {
  ...crawler,
  tasks: tasks.map((task) => ({
    ...task,
    steps: [{ kind: "io", ms: 2000, how: "blocking" }],
    callbacks: [{ name: "parse" }],
  })),
};
const many = (count: number) => ({
  ...crawler,
  tasks: Array.from({ length: count }, (_, k) => ({
    name: `page${k + 1}`,
    steps: [{ kind: "io", ms: 2000 + 10 * (k % 50) }],
  })),
});
/** All kinds of ends, and a callback. */
export const everyEnd = {
  mode: "async",
  wait: { style: "gather", collect_errors: true },
  tasks: [
    { name: "fine", steps: [{ kind: "sleep", ms: 800 }], callbacks: [{ name: "parse" }] },
    {
      name: "fails",
      steps: [
        { kind: "sleep", ms: 400 },
        { kind: "fail", error: "bad page" },
      ],
    },
    { name: "victim", steps: [{ kind: "sleep", ms: 2000 }] },
    {
      name: "killer",
      steps: [
        { kind: "sleep", ms: 600 },
        { kind: "cancel", task: "victim" },
      ],
    },
    {
      name: "sums",
      steps: [
        { kind: "sleep", ms: 500 },
        { kind: "cpu", ms: 300 },
      ],
    },
  ],
};

/** The canonical moments; each is told in the course, or is an end that a run can come to. */
export const MOMENTS = {
  async: { name: "async-hanging", scenario: crawler, at: { at: "1200" } },
  firstTurn: { name: "async-first-turn", scenario: crawler, at: { step: "20" } },
  wake: { name: "async-waking", scenario: crawler, at: { step: "40" } },
  blocking: { name: "loop-frozen", scenario: blocking, at: { at: "3000" } },
  pool: { name: "pool-of-two", scenario: { ...crawler, mode: "pool", workers: 2 }, at: { at: "2600" } },
  threads: { name: "threads", scenario: { ...crawler, mode: "threads", workers }, at: { at: "1200" } },
  sync: { name: "sync", scenario: { ...crawler, mode: "sync" }, at: { at: "3000" } },
  ends: { name: "every-end", scenario: everyEnd, at: { at: "1100" } },
  forty: { name: "forty-tasks", scenario: many(40), at: { at: "1200" } },
  manyPool: {
    name: "hundred-in-a-pool",
    scenario: { ...many(100), mode: "pool", workers: 8 },
    at: { at: "5200" },
  },
  tenThousand: { name: "ten-thousand", scenario: many(10_000), at: { at: "1200" } },
  table: { name: "table", scenario: crawler, at: { at: "1200" } },
} satisfies Record<string, Moment>;

export const SCREENS = {
  zhLight: { name: "zh-light", width: 1280, height: 720, lang: "zh", theme: "light" },
  enDark: { name: "en-dark", width: 1280, height: 720, lang: "en", theme: "dark" },
  zhContrast: { name: "zh-hc", width: 1280, height: 720, lang: "zh", theme: "hc" },
  wide: { name: "en-wide", width: 1920, height: 1080, lang: "en", theme: "light" },
  projector: {
    name: "zh-presenting",
    ...{ width: 1920, height: 1080, lang: "zh", theme: "light", presenting: true },
  },
  tablet: { name: "en-tablet", width: 768, height: 1024, lang: "en", theme: "light" },
  phone: { name: "zh-phone", width: 390, height: 844, lang: "zh", theme: "light" },
  phoneDark: { name: "en-phone-dark", width: 390, height: 844, lang: "en", theme: "dark" },
} satisfies Record<string, Screen>;

/** The views are loaded one by one; each is there when this is. */
const VIEWS = [".stage-drawing", ".narration", ".timeline-canvas", ".playback canvas", ".code-line"];

/** Brings a moment onto a screen. */
export async function show(visualizer: Visualizer, moment: Moment, screen: Screen): Promise<void> {
  const { width, height, lang, theme, presenting } = screen;
  await visualizer.page.setViewportSize({ width, height });
  await visualizer.openScenario(moment.scenario, { ...moment.at, lang, theme });
  for (const view of VIEWS) await expect(visualizer.page.locator(view).first()).toBeAttached();
  if (presenting) await visualizer.press("p");
  if (moment.name === "table") await visualizer.page.getByRole("button", { name: /^(Table|表格)$/ }).click();
  await visualizer.press(...(moment.keys ?? []));
  await isDrawn(visualizer.page);
}

/** Whatever a key or a size has changed is laid out with the next frame, and pictures are drawn by another thread. */
async function isDrawn(page: Page): Promise<void> {
  const frames = () =>
    page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  await frames();
  await expect(page.locator("[data-picture=pending]")).toHaveCount(0);
  await frames();
}
