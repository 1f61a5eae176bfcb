import type { AddressedRequest } from "../request-address.ts";
import type { RouteTitle } from "./route.ts";

/** An HTML page with a title in both languages, a body, and the name of the request that it answers. */
export function renderPage(title: RouteTitle, { request }: AddressedRequest, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <title>${escapeHtml(title.zh)} · ${escapeHtml(title.en)}</title>
  </head>
  <body>
    <h1>${escapeHtml(title.zh)} <small lang="en">${escapeHtml(title.en)}</small></h1>
    ${body}
    <footer>${escapeHtml(request)}</footer>
  </body>
</html>
`;
}

/** Text as it may stand in HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
