import { expectAccessible } from "./access-page.ts";
import { page as pageOf, test } from "./live-page.ts";

test("a measured run has no barrier, nor have its panels", async ({ live, page }) => {
  await live.openLive({ mode: "async", tasks: [pageOf("bobo", 300), pageOf("jay", 400)] });
  await live.button("Routes").click();
  await expectAccessible(page);
  await live.run();
  await live.button("Prediction").click();
  await expectAccessible(page);
});
