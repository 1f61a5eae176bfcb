import type { Milliseconds } from "#base/units.ts";
import { OWNER_HEADER } from "../mocks/request-address.ts";

/** What has come of a request. */
export type Answer =
  | { readonly kind: "page"; readonly status: number; readonly text: string }
  | { readonly kind: "network_error" }
  | { readonly kind: "timeout" };

/**
 * A request that blocks its worker until the answer is there (XHR, § 3.5.6, `send` of a synchronous request). WebKit
 * takes no notice of the timeout of such a request: there the answer comes late, and counts as one that timed out.
 */
export function requestBlocking(url: string, owner: string, timeout: Milliseconds | undefined): Answer {
  const request = new XMLHttpRequest();
  const begin = performance.now();
  try {
    request.open("GET", url, false);
    request.setRequestHeader(OWNER_HEADER, owner);
    if (timeout !== undefined) request.timeout = timeout;
    request.send();
  } catch (error) {
    return {
      kind: error instanceof DOMException && error.name === "TimeoutError" ? "timeout" : "network_error",
    };
  }
  if (timeout !== undefined && performance.now() - begin > timeout) return { kind: "timeout" };
  if (request.status === 0) return { kind: "network_error" };
  return { kind: "page", status: request.status, text: request.responseText };
}

/** A request that leaves the worker free. The promise is never rejected; an aborted request is a network error. */
export async function requestFreely(url: string, owner: string, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(url, { headers: { [OWNER_HEADER]: owner }, signal });
    return { kind: "page", status: response.status, text: await response.text() };
  } catch {
    return { kind: "network_error" };
  }
}
