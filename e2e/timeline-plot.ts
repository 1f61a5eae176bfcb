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

  /** How far in the view is, and which part of the axis it begins with, in px. */
  async view(): Promise<{ readonly zoom: number; readonly left: number }> {
    return this.slider.evaluate((slider) => {
      const content = slider.parentElement as HTMLElement;
      const box = content.parentElement as HTMLElement;
      return { zoom: content.clientWidth / box.clientWidth, left: box.scrollLeft };
    });
  }

  /** The view once it has stood still for so many frames that no glide can be under way: it changes every one of them. */
  async settledView(): Promise<{ readonly zoom: number; readonly left: number }> {
    await this.slider.evaluate((slider, frames) => {
      const content = slider.parentElement as HTMLElement;
      const box = content.parentElement as HTMLElement;
      const place = () => `${content.clientWidth} ${box.scrollLeft}`;
      return new Promise<void>((resolve) => {
        let before = place();
        let still = 0;
        const look = () => {
          still = place() === before ? still + 1 : 0;
          before = place();
          if (still === frames) resolve();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
    }, LONGEST_GLIDE);
    return this.view();
  }

  /** What is drawn, to be compared. */
  async picture(): Promise<string> {
    const canvas = this.page.getByRole("region", { name: "Timeline" }).locator("canvas").first();
    return canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());
  }
}
