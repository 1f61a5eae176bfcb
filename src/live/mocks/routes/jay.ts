import { renderPage } from "./render-page.ts";
import type { Route } from "./route.ts";

/** Two images, one written in capitals; what the script would write is text, and `data-src` is another attribute. */
export const jayRoute: Route = {
  path: "/jay",
  title: { en: "Jay's records", zh: "Jay 的唱片" },
  render: (request) =>
    renderPage(
      jayRoute.title,
      request,
      `<script>const later = '<img src="/images/jay-later.svg">';</script>
    <IMG SRC="/images/jay-first.svg" ALT="The first">
    <img data-src="/images/jay-large.svg" src="/images/jay-second.svg" alt="The second" />`,
    ),
};
