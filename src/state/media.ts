import { useSyncExternalStore } from "react";

/** What the visitor's system asks of every page. It may change while the page is open. */
const QUERIES = {
  moreContrast: "(prefers-contrast: more)",
  dark: "(prefers-color-scheme: dark)",
  forcedColors: "(forced-colors: active)",
  lessMotion: "(prefers-reduced-motion: reduce)",
} as const;

export type Wish = keyof typeof QUERIES;

/** Whether the system asks for it now. */
export const isWished = (wish: Wish): boolean => matchMedia(QUERIES[wish]).matches;

/** Calls `changed` whenever one of these is asked for, or no longer; returns how to stop. */
export function watchWishes(wishes: readonly Wish[], changed: () => void): () => void {
  const lists = wishes.map((wish) => matchMedia(QUERIES[wish]));
  for (const list of lists) list.addEventListener("change", changed);
  return () => {
    for (const list of lists) list.removeEventListener("change", changed);
  };
}

export const wantsLessMotion = (): boolean => isWished("lessMotion");
const watchMotion = (changed: () => void) => watchWishes(["lessMotion"], changed);

/** The same for a component, which is rendered anew when it changes. */
export const useLessMotion = (): boolean => useSyncExternalStore(watchMotion, wantsLessMotion);
