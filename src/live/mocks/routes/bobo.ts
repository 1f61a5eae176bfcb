import { renderPage } from "./render-page.ts";
import type { Route } from "./route.ts";

/** Three images, the attribute quoted in three ways; the one in the comment is none. */
export const boboRoute: Route = {
  path: "/bobo",
  title: { en: "Bobo's album", zh: "Bobo 的相册" },
  render: (request) =>
    renderPage(
      boboRoute.title,
      request,
      `<img src="/images/bobo-lake.svg" alt="A lake">
    <img alt='A hill' src='/images/bobo-hill.svg'>
    <!-- <img src="/images/bobo-draft.svg"> -->
    <img src=/images/bobo-tree.svg alt=tree>`,
    ),
};
