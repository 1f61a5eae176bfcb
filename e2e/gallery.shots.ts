import { join } from "node:path";
import { MOMENTS, SCREENS, show } from "./moments.ts";
import { test } from "./visualizer.ts";

const GALLERY = join(import.meta.dirname, "gallery");

for (const moment of Object.values(MOMENTS)) {
  for (const screen of Object.values(SCREENS)) {
    test(`${moment.name} on ${screen.name}`, async ({ visualizer }) => {
      await show(visualizer, moment, screen);
      const path = join(GALLERY, `${moment.name}-${screen.name}.png`);
      await visualizer.page.screenshot({ path, animations: "disabled", caret: "hide" });
    });
  }
}
