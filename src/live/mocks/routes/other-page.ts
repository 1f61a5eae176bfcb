import type { AddressedRequest } from "../request-address.ts";
import { renderPage } from "./render-page.ts";

/** The page of any path that has no route: the names are the visitor's own. Two images, called after the path. */
export function renderOtherPage(request: AddressedRequest): string {
  const { path } = request;
  const name = encodeURIComponent(path.slice(path.lastIndexOf("/") + 1) || "page").replaceAll("'", "%27");
  return renderPage(
    { en: `The page at ${path}`, zh: `${path} 的页面` },
    request,
    `<img src="/images/${name}-1.svg" alt="">
    <img src='/images/${name}-2.svg' alt="">`,
  );
}
