import { HttpResponse, http, type RequestHandler } from "msw";
import type { Milliseconds, WallTime } from "#base/units.ts";
import type { ServerVisit } from "../live-server.ts";
import { drawImage } from "./image.ts";
import { type AddressedRequest, readAddress, VIRTUAL_ORIGIN } from "./request-address.ts";
import { renderAnswer } from "./routes/routes.ts";
import type { ServerClock } from "./server-clock.ts";
import type { ServerThreads } from "./server-threads.ts";
import { type TricklePace, trickle } from "./trickle.ts";

/** What the handlers work with. */
export interface ServerParts {
  readonly clock: ServerClock;
  readonly threads: ServerThreads;
  report(visit: ServerVisit): void;
}

/** Statuses whose answer has no body (Fetch, § 2.2.3 "null body status"), of those that a `Response` can have. */
const NULL_BODY_STATUSES = [204, 205, 304];

/**
 * The mock server: the images, and a page for every other path. All that a request wants stands in its URL, and asking
 * twice does no harm: a browser that had to restart the service worker repeats the request.
 */
export function createHandlers(parts: ServerParts): readonly RequestHandler[] {
  return [
    http.get(`${VIRTUAL_ORIGIN}/images/:name`, ({ request, params }) => answerImage(request, params.name)),
    http.get(`${VIRTUAL_ORIGIN}/*`, ({ request }) => answerPage(request, parts)),
  ];
}

/** Undefined, which passes it on to the next handler, for a page that happens to be called like an image. */
function answerImage({ url }: Request, file: unknown): Response | undefined {
  const name = /^(.+)\.svg$/.exec(String(file))?.[1];
  if (name === undefined || new URL(url).searchParams.has("run")) return;
  return new HttpResponse(drawImage(name), { headers: { "content-type": "image/svg+xml" } });
}

async function answerPage({ url }: Request, parts: ServerParts): Promise<Response> {
  let address: AddressedRequest;
  try {
    address = readAddress(url);
  } catch (mistake) {
    return HttpResponse.text((mistake as RangeError).message, { status: 400 });
  }
  const { clock, threads } = parts;
  const { run, request, delay, answer } = address;
  const report = (phase: ServerVisit["phase"]): WallTime => {
    const at = clock.now();
    parts.report({ run, request, phase, at });
    return at;
  };
  const entered = report("entered");
  if (answer === "network_error") {
    // As simulated: such a connection never reaches the server, so none of its threads takes it up.
    await clock.waitUntil(later(entered, delay));
    return HttpResponse.error();
  }
  try {
    const thread = await threads.take(run, address.threads ?? Number.POSITIVE_INFINITY);
    const due = later(report("taken_up"), delay);
    return await work(address, answer, due, { clock, signal: thread.forgotten }, () => {
      report("left");
      thread.free();
    });
  } catch (reason) {
    if ((reason as Error).name !== "AbortError") throw reason;
    // The run was forgotten: whatever is sent reaches nobody.
    return HttpResponse.error();
  }
}

/** Works until `due`; of that, the body's share is spent on handing over the body, when the head is out already. */
async function work(
  address: AddressedRequest,
  status: number,
  due: WallTime,
  { clock, signal }: TricklePace,
  leave: () => void,
): Promise<Response> {
  const html = NULL_BODY_STATUSES.includes(status) ? null : renderAnswer(status, address);
  const init = { status, headers: { "content-type": "text/html; charset=utf-8" } };
  const slow = html === null ? 0 : (address.body ?? 0);
  const headAt = later(due, -slow);
  await clock.waitUntil(headAt, signal);
  if (html !== null && slow > 0) {
    return new HttpResponse(trickle(html, headAt, due, { clock, signal }, leave), init);
  }
  leave();
  return new HttpResponse(html, init);
}

const later = (moment: WallTime, by: Milliseconds): WallTime => (moment + by) as WallTime;
