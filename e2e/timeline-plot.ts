import { expect, type Locator, type Page } from "@playwright/test";

/** Frames: more than a glide of 240 ms has at 60 a second. */
const LONGEST_GLIDE = 24;

/** The timeline's plot, spoken to in pointer and view. Places are shares of its width and height, 0 to 1. */
export class TimelinePlot {
  readonly page: Page;
  readonly slider: Locator;
  readonly card: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.slider = page.getByRole("slider", { name: "Timeline" });
    this.card = page.getByRole("tooltip");
  }

  /** Once it is there: it comes after the rest of the page, and hears no keys before. */
  static async on(page: Page): Promise<TimelinePlot> {
    const plot = new TimelinePlot(page);
    await expect(plot.slider).toBeVisible();
    return plot;
  }

  tool(name: RegExp): Locator {
    return this.page.getByRole("region", { name: "Timeline" }).getByRole("button", { name });
  }

  /** Where in the window a place of the plot is. */
  async at(x: number, y: number): Promise<{ readonly x: number; readonly y: number }> {
    const box = await this.slider.boundingBox();
    if (box === null) throw new Error("the timeline has no place");
    return { x: box.x + box.width * x, y: box.y + box.height * y };
  }

  async point(x: number, y: number): Promise<void> {
    const place = await this.at(x, y);
    await this.page.mouse.move(place.x, place.y);
  }

  async drag(from: readonly [x: number, y: number], to: readonly [x: number, y: number]): Promise<void> {
    await this.point(...from);
    await this.page.mouse.down();
    const place = await this.at(...to);
    await this.page.mouse.move(place.x, place.y, { steps: 6 });
    await this.page.mouse.up();
  }

  /** How far in the view is, and how far it is scrolled, in px, where it last stood still. */
  async view(): Promise<{ readonly zoom: number; readonly left: number }> {
    await expect(this.slider).not.toHaveAttribute("data-view", "moving");
    const [zoom = 0, left = 0] = ((await this.slider.getAttribute("data-view")) ?? "").split(" ").map(Number);
    return { zoom, left };
  }

  /** The view once it has stood still for so many frames that no glide can be under way: it changes every one of them. */
  async settledView(): Promise<{ readonly zoom: number; readonly left: number }> {
    await this.slider.evaluate(async (slider, frames) => {
      for (let still = 0; still < frames; still++) {
        await new Promise(requestAnimationFrame);
        if (slider.getAttribute("data-view") === "moving") still = 0;
      }
    }, LONGEST_GLIDE);
    return this.view();
  }

  /** What is drawn, to be compared, once no picture is on its way. */
  async picture(): Promise<string> {
    const canvas = this.page.getByRole("region", { name: "Timeline" }).locator("canvas").first();
    await expect(canvas.locator("..")).toHaveAttribute("data-picture", "painted");
    return canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());
  }
}
