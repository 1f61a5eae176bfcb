import type { AddressedRequest } from "../request-address.ts";

/**
 * A page of the mock server. To add one: write a file beside this one that exports a `Route`, and its line in
 * `routes.ts`.
 *
 * ```ts
 * export const annRoute: Route = {
 *   path: "/ann",
 *   title: { en: "Ann's page", zh: "Ann 的页面" },
 *   render: (request) => renderPage(annRoute.title, request, `<img src="/images/ann.svg" alt="Ann">`),
 * };
 * ```
 *
 * How long it takes and with which status it answers is not its business: that stands in the URL of each request. Any
 * `/images/NAME.svg` exists.
 */
export interface Route {
  /** As in `AddressedRequest.path`. */
  readonly path: string;
  readonly title: RouteTitle;
  /** The HTML of the whole page. The same request gives the same page: a browser may ask twice. */
  render(request: AddressedRequest): string;
}

/** What the page is called, in English and in Chinese. */
export interface RouteTitle {
  readonly en: string;
  readonly zh: string;
}
