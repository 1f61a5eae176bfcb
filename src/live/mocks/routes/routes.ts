import type { AddressedRequest } from "../request-address.ts";
import { boboRoute } from "./bobo.ts";
import { createIndexPage } from "./index-page.ts";
import { jayRoute } from "./jay.ts";
import { mainRoute } from "./main.ts";
import { renderOtherPage } from "./other-page.ts";
import type { Route } from "./route.ts";
import { renderStatusPage } from "./status-page.ts";
import { tomRoute } from "./tom.ts";

/** The pages of the mock server, in the order in which the index lists them. `route.ts` shows how to add one. */
const pages: readonly Route[] = [mainRoute, boboRoute, jayRoute, tomRoute];

/** Every route, the index first. */
export const routes: readonly Route[] = [createIndexPage(pages), ...pages];

/** The HTML that answers a request with this status. */
export function renderAnswer(status: number, request: AddressedRequest): string {
  if (status >= 400) return renderStatusPage(status, request);
  const route = routes.find(({ path }) => path === request.path);
  return route ? route.render(request) : renderOtherPage(request);
}
