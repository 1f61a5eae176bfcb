import { OWNER_HEADER } from "./mocks/request-address.ts";

/**
 * A throw-away worker that asks once, blocking, and tells what it got. The server must prove itself here: a worker's
 * synchronous request takes another way through the browser than the page's `fetch`.
 */
addEventListener("message", ({ data }: MessageEvent<WorkerProbe>) => {
  postMessage(ask(data));
});

/** Where to ask, and on behalf of which page. */
export interface WorkerProbe {
  readonly address: string;
  readonly owner: string;
}

/** The text of the answer; of a failure, the browser's words. */
export type WorkerProbeResult = { readonly text: string } | { readonly error: string };

function ask({ address, owner }: WorkerProbe): WorkerProbeResult {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.setRequestHeader(OWNER_HEADER, owner);
  try {
    request.send();
    return { text: request.responseText };
  } catch (error) {
    return { error: String(error) };
  }
}
