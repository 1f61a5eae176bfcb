import { type DriveStep, driver } from "driver.js";
import "driver.js/dist/driver.css";
import type { Language } from "#i18n/messages.tsx";
import { tourMessages } from "#i18n/tour.ts";
import { wantsLessMotion } from "#state/media.ts";
import "./tour.css";

type Stop = keyof (typeof tourMessages)["en"]["stops"];

/** Where each stop is; what is not to be seen on a screen of this size is left out. */
const STOPS: readonly (readonly [Stop, string])[] = [
  ["stage", ".stage"],
  ["narration", ".narration"],
  ["timeline", ".timeline"],
  ["player", ".page-player"],
  ["modes", ".mode-switch"],
  ["workload", ".setup-chip"],
  ["code", ".page-code"],
  ["lessons", ".rail, .header-menu"],
];

/** Leads from part to part of the page, until its end, Esc or a click beside it. */
export function startTour(language: Language): void {
  const words = tourMessages[language];
  const steps = STOPS.flatMap(([stop, selector]): DriveStep[] => {
    const element = [...document.querySelectorAll(selector)].find((found) => found.checkVisibility());
    const [title, description] = words.stops[stop] as [string, string];
    return element === undefined ? [] : [{ element, popover: { title, description } }];
  });
  driver({
    steps,
    animate: !wantsLessMotion(),
    stagePadding: 4,
    overlayOpacity: 0.55,
    popoverClass: "tour",
    showProgress: true,
    progressText: words.progress,
    nextBtnText: words.next,
    prevBtnText: words.back,
    doneBtnText: words.done,
    // Focus would go to the first button, which closes: Enter is to lead on.
    onPopoverRender: ({ nextButton }) => queueMicrotask(() => nextButton.focus()),
  }).drive();
}
