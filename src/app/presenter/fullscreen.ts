import { useSyncExternalStore } from "react";

/** The browser's full screen: it can be left without us (Esc, F11), so it is asked and never remembered. */
export const isFullscreen = (): boolean => document.fullscreenElement != null;

/** iPhones have none, and a page inside another one may not be allowed to. */
export const canFullscreen = (): boolean => document.fullscreenEnabled === true;

export function toggleFullscreen(): void {
  if (!canFullscreen()) return;
  const change = isFullscreen() ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  // A browser that refuses leaves everything as it is, and shows so itself.
  change.catch(() => {});
}

export const useFullscreen = (): boolean => useSyncExternalStore(subscribe, isFullscreen);

function subscribe(changed: () => void): () => void {
  document.addEventListener("fullscreenchange", changed);
  return () => document.removeEventListener("fullscreenchange", changed);
}
