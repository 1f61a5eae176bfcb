import { useEffect } from "react";
import type { Locator } from "./standing.ts";

/** What fits into a few ms. */
const EVENTS_AT_ONCE = 10_000;

/** Has the locator read the run bit by bit, so that the first look at a late moment of a long one need not wait for it. */
export function useReadingOn(locator: Locator): void {
  useEffect(() => {
    let timer = setTimeout(function read() {
      if (locator.readOn(EVENTS_AT_ONCE)) timer = setTimeout(read);
    });
    return () => clearTimeout(timer);
  }, [locator]);
}
