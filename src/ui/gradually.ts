import { type ReactNode, useEffect, useState } from "react";
import type { Milliseconds } from "#base/units.ts";

/** A page that has always something else to do goes on after this long. */
const AT_THE_LATEST: Milliseconds = 200;
/** Stands for "when idle" where a browser cannot tell: a little more than a frame. */
const A_FRAME: Milliseconds = 20;

/** Each time, what is there already is rendered again. */
const MOST_TIMES = 12;

const waiting = new Set<() => void>();
let isAsked = false;
let isGradual = false;

/** What is rendered next comes piece by piece: a page that is being opened answers before all of it is there. */
export function beginGradually(): void {
  isGradual = true;
}

/**
 * How many of `count` to render: none at first, then whenever the page has nothing else to do a `few` more (or a twelfth
 * of all); once all have been there, and for what is first rendered later than `beginGradually`, always all.
 */
export function useGradually(count: number, few: number): number {
  const [shown, setShown] = useState(isGradual ? 0 : Number.POSITIVE_INFINITY);
  useEffect(() => {
    if (shown >= count) return;
    const more = shown + Math.max(few, Math.ceil(count / MOST_TIMES));
    return later(() => setShown(more < count ? more : Number.POSITIVE_INFINITY));
  }, [shown, count, few]);
  return Math.min(shown, count);
}

/** Renders its children when the page has nothing else to do. */
export function Later({ children }: { readonly children: ReactNode }): ReactNode {
  return useGradually(1, 1) === 1 && children;
}

/** Calls each piece in an idle moment of its own, in the order in which they came. Returns how to take one back. */
export function later(piece: () => void): () => void {
  waiting.add(piece);
  ask();
  return () => waiting.delete(piece);
}

function ask(): void {
  if (isAsked || waiting.size === 0) return;
  isAsked = true;
  // Safari has no idle callbacks.
  if ("requestIdleCallback" in globalThis) requestIdleCallback(next, { timeout: AT_THE_LATEST });
  else setTimeout(next, A_FRAME);
}

function next(): void {
  isAsked = false;
  isGradual = false;
  const [piece] = waiting;
  if (piece) {
    waiting.delete(piece);
    piece();
  }
  ask();
}
