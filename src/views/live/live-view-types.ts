import type { Milliseconds } from "#base/units.ts";
import type { LiveState } from "#state/live-state.ts";

/** How far Live is, for the bar that says so. */
export type ShownLive = Exclude<LiveState, { readonly status: "off" }>;

type Of<Status extends LiveState["status"]> = Extract<LiveState, { readonly status: Status }>;

/** Why there is no network in Live here. */
export type UnavailableReason = Of<"unavailable">["reason"];

/** Something in the scenario that a browser cannot do for real: what, in which field, and what would do. */
export type Obstacle = Of<"refused">["obstacles"][number];

/** A page of the mock server. */
export interface ShownRoute {
  readonly path: string;
  readonly title: string;
  /** How many images the page holds. */
  readonly images: number;
}

/** What came back when a route was really requested. */
export interface RouteAnswer {
  readonly status: number;
  readonly ms: Milliseconds;
  /** The addresses of the images in the page, in order. */
  readonly images: readonly string[];
  readonly html: string;
}
