import type { Milliseconds } from "#base/units.ts";

/**
 * Where the mock server answers. The top-level domain `invalid` is reserved never to exist (RFC 2606, § 2): a request
 * that our server does not catch fails, and can never be answered by somebody else.
 */
export const VIRTUAL_ORIGIN = "https://site.invalid";

/** Request header with the service worker's client id of the page whose server has to answer. */
export const OWNER_HEADER = "x-live-owner";

/** Everything the mock server knows about a request. It stands in the URL, so the server itself keeps nothing. */
export interface AddressedRequest {
  /** The run it belongs to; the queue for the threads of a server is one run's own. */
  readonly run: string;
  /** Its name inside the run. */
  readonly request: string;
  /** `/bobo`: decoded, begins with a slash. Segments `.` and `..` are resolved as in any URL. */
  readonly path: string;
  /** How long the server works on it: a whole number from 0 to a day. */
  readonly delay: Milliseconds;
  /** A status that a `Response` can be made with (200 to 599, Fetch § 5.5), or a connection that fails after `delay`. */
  readonly answer: number | "network_error";
  /** The last so many ms of `delay` the body trickles in, after the head. Absent = all at once. */
  readonly body?: Milliseconds;
  /** How many requests of this run the server works on at a time. Absent = any number. */
  readonly threads?: number;
}

const A_DAY = 24 * 60 * 60 * 1000;

/** The URL that asks the mock server for this. `readAddress` is its inverse. */
export function addressOf({ path, ...parameters }: AddressedRequest): string {
  const url = new URL(VIRTUAL_ORIGIN);
  url.pathname = path
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url.href;
}

/** What a URL asks for. Throws a RangeError that names the parameter that is missing or wrong. */
export function readAddress(url: string): AddressedRequest {
  const { pathname, searchParams } = new URL(url);
  const delay = readWhole(searchParams, "delay", 0, A_DAY);
  return {
    run: readName(searchParams, "run"),
    request: readName(searchParams, "request"),
    path: readPath(pathname),
    delay,
    answer:
      searchParams.get("answer") === "network_error"
        ? "network_error"
        : readWhole(searchParams, "answer", 200, 599),
    ...(searchParams.has("body") && { body: readWhole(searchParams, "body", 0, delay) }),
    ...(searchParams.has("threads") && { threads: readWhole(searchParams, "threads", 1, A_DAY) }),
  };
}

function readName(parameters: URLSearchParams, name: string): string {
  const text = parameters.get(name);
  if (text === null || text === "") throw new RangeError(`${name} is missing`);
  return text;
}

function readWhole(parameters: URLSearchParams, name: string, least: number, most: number): number {
  const text = readName(parameters, name);
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new RangeError(`${name} must be a whole number from ${least} to ${most}, not "${text}"`);
}

function readPath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    throw new RangeError(`path is not UTF-8: ${pathname}`);
  }
}
