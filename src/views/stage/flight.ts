import type { Box, Rem } from "./geometry.ts";
import type { ZoneName } from "./layout-stage.ts";

/** Where a token stands: its box, and in which zone that is. */
export interface Place extends Box {
  readonly zone: ZoneName;
}

/** So many pictures of a flight, evenly spaced in time; the browser draws what lies between two of them. */
const FRAMES = 25;
/** How high an arc rises above the straight way, and how far a token swings to the side when it hangs. */
const ARC: Rem = 1.125;
const SWING: Rem = 0.3125;
/** The part of the time after which a hanging token has arrived and only swings. */
const ARRIVED = 0.72;
/** No arc leaves the stage. */
const TOP: Rem = 0.25;

/**
 * The way of a token from one place to another, easing included, as boxes evenly spaced in time. To the cable it goes
 * in an arc and swings once; to its end and out of the callbacks it flies and lands softly; else it goes straight. The way back is
 * the same, backwards.
 */
export function flightBetween(from: Place, to: Place): readonly Box[] {
  if (from.zone === "seat" && to.zone === "hang") return frames((part) => onArc(from, to, part));
  const ease =
    to.zone === "ended" || from.zone === "callbacks" || to.zone === "callbacks" ? easeOut : easeInOut;
  return frames((part) => between(from, to, ease(part)));
}

/** The box of a flight at a part (0 to 1) of its time. */
export function boxAt(flight: readonly Box[], part: number): Box {
  const at = Math.max(0, Math.min(1, part)) * (flight.length - 1);
  const before = flight[Math.floor(at)] as Box;
  return between(before, flight[Math.ceil(at)] as Box, at - Math.floor(at));
}

const frames = (boxAtPart: (part: number) => Box): readonly Box[] =>
  Array.from({ length: FRAMES }, (_, k) => boxAtPart(k / (FRAMES - 1)));

function onArc(from: Box, to: Box, part: number): Box {
  const flown = easeInOut(Math.min(1, part / ARRIVED));
  const box = between(from, to, flown);
  const swung = Math.max(0, (part - ARRIVED) / (1 - ARRIVED));
  return {
    ...box,
    x: box.x + SWING * Math.sin(2 * Math.PI * swung) * (1 - swung),
    y: Math.max(Math.min(TOP, from.y, to.y), box.y - ARC * 4 * flown * (1 - flown)),
  };
}

function between(a: Box, b: Box, part: number): Box {
  const mix = (p: Rem, q: Rem) => p + (q - p) * part;
  return { x: mix(a.x, b.x), y: mix(a.y, b.y), w: mix(a.w, b.w), h: mix(a.h, b.h) };
}

/** The design's `e-in-out` and `e-out`, as the curves they are drawn after. */
const easeInOut = (part: number): number => (part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2);
const easeOut = (part: number): number => (part >= 1 ? 1 : 1 - 2 ** (-10 * part));
