import { expect } from "@playwright/test";
import { MOMENTS, type Moment, SCREENS, type Screen, show } from "./moments.ts";
import { test } from "./visualizer.ts";

/**
 * The pictures beside this file are what the page looked like when somebody last looked at it and found it right, in
 * Debian's Chromium with the Noto CJK and DejaVu fonts. README.md says how to make new ones.
 */
const PICTURES: readonly (readonly [Moment, Screen])[] = [
  [MOMENTS.async, SCREENS.zhLight],
  [MOMENTS.firstTurn, SCREENS.enDark],
  [MOMENTS.blocking, SCREENS.enDark],
  [MOMENTS.blocking, SCREENS.zhContrast],
  [MOMENTS.pool, SCREENS.projector],
  [MOMENTS.threads, SCREENS.zhLight],
  [MOMENTS.sync, SCREENS.wide],
  [MOMENTS.ends, SCREENS.zhLight],
  [MOMENTS.async, SCREENS.phone],
  [MOMENTS.blocking, SCREENS.phoneDark],
  [MOMENTS.pool, SCREENS.tablet],
  [MOMENTS.forty, SCREENS.zhLight],
  [MOMENTS.tenThousand, SCREENS.enDark],
  [MOMENTS.table, SCREENS.wide],
];

for (const [moment, screen] of PICTURES) {
  test(`${moment.name} on ${screen.name} looks as it did`, async ({ visualizer }) => {
    await show(visualizer, moment, screen);
    await expect(visualizer.page).toHaveScreenshot(`${moment.name}-${screen.name}.png`, {
      // Edges of letters and lines differ by a shade from one build of Chromium to the next; a moved token does not.
      maxDiffPixelRatio: 0.005,
      threshold: 0.2,
      animations: "disabled",
      caret: "hide",
    });
  });
}
