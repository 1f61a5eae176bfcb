import type { Milliseconds } from "#base/units.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { type AddressedRequest, addressOf } from "./mocks/request-address.ts";
import type { RouteTitle } from "./mocks/routes/route.ts";
import { renderAnswer, routes } from "./mocks/routes/routes.ts";
import { pathOfTask } from "./task-path.ts";
import { findImages } from "./worker/find-images.ts";

/** A page that the mock server has. */
export interface ServerPage {
  readonly path: string;
  /** Undefined for a path that only the scenario names. */
  readonly title: RouteTitle | undefined;
  /** How many images it holds. */
  readonly images: number;
}

/** What came back when a page was asked for. */
export interface PageAnswer {
  readonly status: number;
  /** From asking to having all of it. */
  readonly ms: Milliseconds;
  /** The addresses of the images in it, in order. */
  readonly images: readonly string[];
  readonly html: string;
}

const requestOf = (path: string): AddressedRequest => ({
  run: "visitor",
  request: path,
  path,
  delay: 0,
  answer: 200,
});

/** The server's own pages, then those that only the scenario's URLs name. */
export function listPages(scenario: Scenario): readonly ServerPage[] {
  const known = new Map(routes.map(({ path, title }) => [path, title]));
  const asked = scenario.tasks.filter(({ steps }) => steps.some(({ kind }) => kind === "io")).map(pathOfTask);
  return [...new Set([...known.keys(), ...asked])].map((path) => ({
    path,
    title: known.get(path),
    images: findImages(renderAnswer(200, requestOf(path))).length,
  }));
}

/** Really asks for a page, without any delay at the server. Rejects when there is no answer. */
export async function requestPage(path: string): Promise<PageAnswer> {
  const begin = performance.now();
  const response = await fetch(addressOf(requestOf(path)));
  const html = await response.text();
  const ms = performance.now() - begin;
  return { status: response.status, ms, images: findImages(html), html };
}
