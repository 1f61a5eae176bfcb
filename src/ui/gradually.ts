import { createElement, type ReactNode, useEffect, useState } from "react";
import type { Milliseconds } from "#base/units.ts";

/** A page that has always something else to do goes on after this long. */
const AT_THE_LATEST: Milliseconds = 100;
/** Stands for "when idle" where a browser cannot tell: a little more than a frame. */
const A_FRAME: Milliseconds = 20;

/** Each time, what is there already is rendered again. */
const MOST_TIMES = 12;

/** What a piece is part of: what is in view comes before what is not. */
type Place = "seen" | "unseen";

const waiting: Readonly<Record<Place, Set<() => void>>> = { seen: new Set(), unseen: new Set() };
let arriving = 0;
let isAsked = false;
let isGradual = false;

/**
 * What is rendered from now on comes piece by piece, until nothing waits or is on its way: a page that is being opened
 * answers before all of it is there.
 */
export function beginGradually(): void {
  isGradual = true;
}

/**
 * How many of `count` to render: none at first, then whenever the page has nothing else to do a `few` more (or a twelfth
 * of all); once all have been there, and for what is first rendered when nothing waits any more, always all.
 */
export function useGradually(count: number, few: number, place: Place): number {
  const [shown, setShown] = useState(isGradual ? 0 : Number.POSITIVE_INFINITY);
  useEffect(() => {
    if (shown >= count) return;
    const more = shown + Math.max(few, Math.ceil(count / MOST_TIMES));
    return later(() => setShown(more < count ? more : Number.POSITIVE_INFINITY), place);
  }, [shown, count, few, place]);
  return Math.min(shown, count);
}

interface LaterProps {
  readonly place: Place;
  readonly children: ReactNode;
}

/** Says that something is to come, and takes no room. */
export const toCome = createElement("span", { hidden: true, "aria-busy": true });

/** Renders its children when the page has nothing else to do. */
export function Later({ place, children }: LaterProps): ReactNode {
  return useGradually(1, 1, place) === 1 ? children : toCome;
}

/**
 * What is loaded when the page has nothing else to do; undefined until it is there. What is rendered comes piece by piece
 * until then. Not with Suspense: React lets 0.3 s pass before it takes a fallback away. Throws if it cannot be loaded.
 */
export function useLoadedLater<T>(load: () => Promise<T>, place: Place): T | undefined {
  const [part, setPart] = useState<{ readonly value: T } | { readonly error: unknown }>();
  useEffect(() => {
    const done = () => {
      arriving--;
      ask();
    };
    return later(() => {
      arriving++;
      load()
        .then((value) => setPart({ value }))
        .catch((error: unknown) => setPart({ error }))
        .finally(done);
    }, place);
  }, [load, place]);
  if (part && "error" in part) throw part.error;
  return part?.value;
}

/**
 * Calls each piece in an idle moment of its own: first those of what is seen, and else in the order in which they came.
 * Returns how to take one back.
 */
export function later(piece: () => void, place: Place): () => void {
  waiting[place].add(piece);
  ask();
  return () => waiting[place].delete(piece);
}

function ask(): void {
  if (isAsked) return;
  isAsked = true;
  // Safari has no idle callbacks.
  if ("requestIdleCallback" in globalThis) requestIdleCallback(next, { timeout: AT_THE_LATEST });
  else setTimeout(next, A_FRAME);
}

function next(): void {
  isAsked = false;
  const place = waiting.seen.size > 0 ? "seen" : "unseen";
  const [piece] = waiting[place];
  // Once more after the last one: what it rendered may have pieces of its own.
  if (!piece) {
    isGradual &&= arriving > 0;
    return;
  }
  waiting[place].delete(piece);
  piece();
  ask();
}
