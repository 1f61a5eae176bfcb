import type { AddressedRequest } from "../request-address.ts";
import { renderPage } from "./render-page.ts";

/** The page that comes with a status of 400 or more: no images. */
export function renderStatusPage(status: number, request: AddressedRequest): string {
  const title =
    status < 500
      ? { en: `${status}: not to be had`, zh: `${status}：取不到` }
      : { en: `${status}: the server failed`, zh: `${status}：服务器出错` };
  return renderPage(title, request, "<p>:(</p>");
}
