import { deflateRawSync } from "node:zlib";
import { type BrowserContext, test as base, expect, type Locator, type Page } from "@playwright/test";

/** Letters of a scenario's JSON. */
const MOST_READABLE = 20_000;

/** Ten thousand tasks on a computer that is busy with other browsers take longer than Playwright waits by itself. */
const RUN_WITHIN_MS = 20_000;

/** The page, spoken to in its users' verbs. Handles are roles and names; the words are English unless told otherwise. */
export class Visualizer {
  readonly page: Page;
  readonly root: Locator;
  readonly total: Locator;
  readonly console: Locator;
  readonly twin: Locator;
  readonly position: Locator;
  readonly setup: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator("html");
    this.total = page.getByRole("region", { name: "Playback" }).getByText(/\/ [\d.,]+ s/);
    this.console = page.getByRole("region", { name: "Console" });
    this.twin = page.getByRole("table", { name: /^Every state of every task/ });
    this.position = page.getByRole("slider", { name: "Position in the run" });
    this.setup = page.getByRole("complementary", { name: "Setup" });
  }

  /** Opens the page with hash parameters, such as `{ lang: "en", at: "1200" }`, and waits for its run. */
  async open(parameters: Readonly<Record<string, string>> = { lang: "en" }): Promise<void> {
    const hash = Object.entries(parameters)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join("&");
    await this.page.goto(hash === "" ? "./" : `./#${hash}`);
    await this.ready();
  }

  /** Opens a scenario by a link as written by hand; an enormous one, which takes a browser seconds to read, packed. */
  async openScenario(scenario: unknown, parameters: Readonly<Record<string, string>> = {}): Promise<void> {
    const json = JSON.stringify(scenario);
    const content =
      json.length <= MOST_READABLE ? { scenario: json } : { z: deflateRawSync(json).toString("base64url") };
    await this.open({ lang: "en", ...parameters, ...content });
  }

  async ready(): Promise<void> {
    const ran = /^(paused|playing|ended)$/;
    await expect(this.root).toHaveAttribute("data-run", ran, { timeout: RUN_WITHIN_MS });
    await expect(this.page.locator("[aria-busy=true]")).toHaveCount(0);
  }

  mode(name: string): Locator {
    return this.page.getByRole("radio", { name, exact: true });
  }

  async chooseMode(name: string): Promise<void> {
    await this.mode(name).check({ force: true });
    await this.ready();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  async toEnd(): Promise<void> {
    await this.press("End");
    await expect(this.root).toHaveAttribute("data-run", "ended");
  }

  async openSetup(): Promise<void> {
    await this.press("s");
    await expect(this.setup).toBeVisible();
  }

  async closeSetup(): Promise<void> {
    await this.button("Close setup").click();
    await expect(this.setup).toHaveCount(0);
  }

  /** A task's row in the workload. */
  row(task: string): Locator {
    return this.setup.getByRole("listitem", { name: `Task ${task}`, exact: true });
  }

  /** A field in which text is typed; what is typed counts when the field is left. */
  async fill(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    await field.blur();
  }

  /** The same number from three places: the page's total, the console's last line, the twin's caption. */
  async expectTotal(seconds: string): Promise<void> {
    await expect(this.total).toHaveText(new RegExp(`/ ${seconds} s$`));
    await this.toEnd();
    await expect(this.console).toContainText(`total ${seconds} s`);
    await expect(this.twin).toHaveAccessibleName(new RegExp(`total ${seconds} s`));
  }

  /** What a screen reader says of the position. */
  async told(): Promise<string> {
    return (await this.position.getAttribute("aria-valuetext")) ?? "";
  }

  /** The position in ms. It is written with the next frame: poll for it after an action. */
  async at(): Promise<number> {
    return Number(await this.position.getAttribute("aria-valuenow"));
  }
}

interface Fixtures {
  readonly visualizer: Visualizer;
}

/** What went wrong in the background: errors in the browser's console, and requests that left for somebody else. */
export interface Amiss {
  readonly errors: readonly string[];
  readonly foreign: readonly string[];
}

/**
 * Watches all pages of a context and their workers. `isOurs`: where requests may go; `mayFail`: which of them may be
 * answered with an error, or not at all, for the browser says so in its console.
 */
export function watch(
  context: BrowserContext,
  isOurs: (url: string) => boolean,
  mayFail: (url: string) => boolean = () => false,
): Amiss {
  const errors: string[] = [];
  const foreign: string[] = [];
  context.on("weberror", (error) => errors.push(error.error().message));
  context.on("console", (message) => {
    const isFailure = message.text().startsWith("Failed to load resource");
    if (isFailure && mayFail(message.location().url)) return;
    if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
  });
  context.on("request", (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && !isOurs(url)) foreign.push(url);
  });
  return { errors, foreign };
}

export function expectNothing({ errors, foreign }: Amiss): void {
  expect(errors, "errors in the browser's console").toEqual([]);
  expect(foreign, "requests to other origins").toEqual([]);
}

/** Every test also proves that the page logs no error and talks to nobody but its own origin. */
export const test = base.extend<Fixtures>({
  visualizer: async ({ page, context, baseURL }, use) => {
    const amiss = watch(context, (url) => url.startsWith(baseURL ?? ""));
    await use(new Visualizer(page));
    expectNothing(amiss);
  },
});

/** The course's crawler, as written by hand: three pages, two seconds each. */
export const crawler = {
  mode: "async",
  workers: 3,
  tasks: ["bobo", "jay", "tom"].map((name) => ({
    name,
    url: `http://127.0.0.1:5000/${name}`,
    steps: [{ kind: "io", ms: 2000 }],
  })),
};
