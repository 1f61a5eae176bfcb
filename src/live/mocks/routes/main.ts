import { renderPage } from "./render-page.ts";
import type { Route } from "./route.ts";

/** Where a crawler begins: it leads to the others. */
export const mainRoute: Route = {
  path: "/main",
  title: { en: "Main page", zh: "主页" },
  render: (request) =>
    renderPage(
      mainRoute.title,
      request,
      `<img src="/images/logo.svg" alt="">
    <nav><a href="/bobo">bobo</a> <a href="/jay">jay</a> <a href="/tom">tom</a></nav>`,
    ),
};
