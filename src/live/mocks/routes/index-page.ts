import { escapeHtml, renderPage } from "./render-page.ts";
import type { Route } from "./route.ts";

/** The page at `/`, which lists the others. */
export function createIndexPage(routes: readonly Route[]): Route {
  const title = { en: "All pages", zh: "全部页面" };
  const rows = routes.map(
    ({ path, title }) =>
      `<li><a href="${escapeHtml(path)}">${escapeHtml(path)}</a> ${escapeHtml(title.zh)} · ${escapeHtml(title.en)}</li>`,
  );
  return {
    path: "/",
    title,
    render: (request) => renderPage(title, request, `<ul>\n      ${rows.join("\n      ")}\n    </ul>`),
  };
}
