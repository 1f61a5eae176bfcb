import { expect, type Locator, type Page } from "@playwright/test";
import { type Hosting, serveFolder } from "./serve-folder.ts";
import { test as base, expectNothing, Visualizer, watch } from "./visualizer.ts";

/** Where the server inside the page answers. */
const VIRTUAL_ORIGIN = "https://site.invalid";

/** A row of the timeline's text twin; moments in ms. */
export interface TwinRow {
  readonly task: string;
  readonly thread: string;
  readonly state: string;
  readonly why: string;
  readonly from: number;
  readonly to: number;
}

/** The page with Live chosen, spoken to in its users' verbs. */
export class LivePage extends Visualizer {
  readonly bar: Locator;
  readonly comparison: Locator;
  readonly routes: Locator;
  readonly heartbeat: Locator;

  constructor(page: Page) {
    super(page);
    this.bar = page.getByRole("region", { name: "Live run" });
    this.comparison = page.getByRole("region", { name: "Predicted and measured" });
    this.routes = page.getByRole("region", { name: "Routes of the server" });
    this.heartbeat = page.getByRole("region", { name: "Table" }).getByText(/^Heartbeat every 10\sms/);
  }

  /** Opens a scenario with Live chosen and waits until it is known whether it can be run. */
  async openLive(scenario: unknown, parameters: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.openScenario(scenario, { run: "live", ...parameters });
    await this.expectLive(/^(ready|refused|unavailable)$/);
  }

  /** Opening tries each step for 4 s, and several may fail. */
  async expectLive(status: string | RegExp): Promise<void> {
    await expect(this.root).toHaveAttribute("data-live", status, { timeout: 15_000 });
  }

  async begin(): Promise<void> {
    await this.button(/^Run (live|again) \(R\)$/).click();
  }

  /** Runs the scenario and waits for the end. */
  async run(): Promise<void> {
    const ending = await this.watchEnding();
    await this.begin();
    expect(await ending()).toBe("ended");
  }

  /** From now on watches for the end of a run; what it gives waits for that and tells how it was. */
  async watchEnding(): Promise<() => Promise<string | undefined>> {
    const ending = await this.page.evaluateHandle(() => {
      const { dataset } = document.documentElement;
      let isUnderWay = false;
      const status = new Promise<string | undefined>((resolve) => {
        const observer = new MutationObserver(() => {
          if (dataset.live === "running") isUnderWay = true;
          else if (isUnderWay || dataset.live === "failed") {
            observer.disconnect();
            resolve(dataset.live);
          }
        });
        observer.observe(document.documentElement, { attributeFilter: ["data-live"] });
      });
      return { status };
    });
    return () => ending.evaluate(({ status }) => status);
  }

  /** How many workers there are that run scenarios. Their script is a blob; that of simulations is a file. */
  workers(): number {
    return this.page.workers().filter((worker) => worker.url().startsWith("blob:")).length;
  }

  async rows(): Promise<readonly TwinRow[]> {
    const cells = await this.twin
      .locator("tbody tr")
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
    return cells.map(([task = "", thread = "", state = "", why = "", from, to]) => {
      return { task, thread, state, why, from: milliseconds(from), to: milliseconds(to) };
    });
  }

  /** The requests as their tasks see them, in order of time: blocked in them, or suspended until the answer is there. */
  async requests(): Promise<readonly TwinRow[]> {
    const rows = await this.rows();
    return rows
      .filter(({ task }) => task !== "main")
      .filter(({ why }) => why === "requests.get()" || why === "waiting for the response")
      .sort((a, b) => a.from - b.from);
  }

  /** The rows of a task in a state. */
  async rowsOf(task: string, state: string): Promise<readonly TwinRow[]> {
    const rows = await this.rows();
    return rows.filter((row) => row.task === task && row.state === state);
  }

  /** How long the run took, in ms: as the twin's caption has it. */
  async measuredTotal(): Promise<number> {
    const [, total] = /total ([\d.]+)\ss/.exec(await this.twin.locator("caption").innerText()) ?? [];
    return milliseconds(total);
  }

  /** For how long there was no heartbeat, in ms, to a hundredth of a second; 0 when it never missed more than 50 ms. */
  async longestGap(): Promise<number> {
    const [, gap] = /longest gap ([\d.]+)\ss/.exec((await this.heartbeat.textContent()) ?? "") ?? [];
    return gap === undefined ? 0 : milliseconds(gap);
  }

  async compare(): Promise<void> {
    await this.button("Prediction").click();
    await expect(this.comparison).toBeVisible();
  }
}

const milliseconds = (seconds: string | undefined): number => Math.round(Number(seconds) * 1000);

/** How many of these were under way at the same time at most. */
export function mostAtOnce(spans: readonly { readonly from: number; readonly to: number }[]): number {
  return Math.max(
    0,
    ...spans.map(({ from }) => spans.filter((other) => other.from <= from && from < other.to).length),
  );
}

interface Fixtures {
  /** Hosts the page another way than the other tests do. */
  readonly hosting: Hosting | undefined;
  /** What the browser may complain of in its console, where a test makes it complain. */
  readonly complaint: RegExp | undefined;
  readonly live: LivePage;
}

/** Every test also proves that nothing is requested but the page's own files and what the server inside it answers. */
export const test = base.extend<Fixtures>({
  hosting: [undefined, { option: true }],
  complaint: [undefined, { option: true }],
  baseURL: async ({ baseURL, hosting }, use) => {
    if (hosting === undefined) return use(baseURL);
    const { url, stop } = await serveFolder(hosting);
    await use(url);
    await stop();
  },
  live: async ({ page, context, baseURL, complaint }, use) => {
    const isVirtual = (url: string) => url.startsWith(`${VIRTUAL_ORIGIN}/`);
    const { errors, foreign } = watch(
      context,
      (url) => url.startsWith(baseURL ?? "") || isVirtual(url),
      isVirtual,
    );
    await use(new LivePage(page));
    expectNothing({ errors: errors.filter((error) => !complaint?.test(error)), foreign });
  },
});

/** One request of so many ms, and what its page holds printed by a done-callback where the mode has them. */
export const page = (name: string, ms: number, request: object = {}) => ({
  name,
  url: `https://example.com/${name}`,
  steps: [{ kind: "io", ms, ...request }],
  callbacks: [{ name: "parse", reads_result: true }],
});
