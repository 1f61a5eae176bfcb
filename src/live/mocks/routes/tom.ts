import { renderPage } from "./render-page.ts";
import type { Route } from "./route.ts";

/** Two images: one with a `>` inside an attribute, one over several lines. A third has no address yet. */
export const tomRoute: Route = {
  path: "/tom",
  title: { en: "Tom's drawings", zh: "Tom 的画" },
  render: (request) =>
    renderPage(
      tomRoute.title,
      request,
      `<p><img alt="small -> large" src="/images/tom-arrow.svg"></p>
    <img
      src = "/images/tom-cat.svg"
      alt = "A cat"
    >
    <img alt="to be drawn">`,
    ),
};
