import { useLayoutEffect } from "react";
import { traceTime } from "#base/units.ts";
import { PAGE_MODES } from "#scenario/page-mode.ts";
import type { App } from "#state/app.ts";
import { askedLesson, isAtQuestion } from "#state/lesson-state.ts";
import { commandTimeline } from "#state/timeline-commands.ts";
import { isFullscreen, toggleFullscreen } from "./presenter/fullscreen.ts";
import { isTouring } from "./tour/is-touring.ts";

const RATES = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16];
const TENTH = 100;

const ARROWS = /^Arrow/;
const MOVES = /^(Arrow|Page|Home$|End$)/;

/** Controls with keys of their own, the most particular first; a match leaves all other keys to the page. */
const OWN_KEYS: readonly (readonly [selector: string, keys: RegExp])[] = [
  ["input[type=radio]", ARROWS],
  ["input[type=checkbox], button, summary, a", /^[ ]$/],
  ["[role=slider], [role=tab]", MOVES],
  ["input, select, textarea, [contenteditable]", /./],
];

function ownsKey(target: Element, key: string): boolean {
  const control = OWN_KEYS.find(([selector]) => target.closest(selector));
  return control?.[1].test(key) ?? false;
}

/** Binds the page's keys (listed in the help sheet) for as long as the page is shown. */
export function useShortcuts(app: App): void {
  // With the rest of the page: who reads that there is a run may press a key.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isTouring()) return;
      const target = event.target instanceof Element ? event.target : document.body;
      const handled =
        event.ctrlKey || event.metaKey ? pressChord(app, event, target) : press(app, event, target);
      if (handled) event.preventDefault();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [app]);
}

function pressChord(app: App, event: KeyboardEvent, target: Element): boolean {
  if (event.key.toLowerCase() !== "z" || target.closest("textarea")) return false;
  if (event.shiftKey) app.redo();
  else app.undo();
  return true;
}

function press(app: App, event: KeyboardEvent, target: Element): boolean {
  const { store } = app;
  const player = app.playerInView();
  const { chosen, presenting } = store.getState();
  // An open popover takes Esc for itself.
  if (event.key === "Escape" && !target.closest("dialog") && !document.querySelector(":popover-open")) {
    if (store.getState().live.status === "running") app.cancelLive();
    else if (isFullscreen()) toggleFullscreen();
    else if (presenting) app.setPresenting(false);
    else if (store.getState().modeRefusal) app.dismissModeRefusal();
    else if (store.getState().comparing) app.compare(undefined);
    else if (store.getState().selected !== undefined) app.select(undefined);
    else app.setPanel(undefined);
    return true;
  }
  if (chosen.singleKeys === false || target.closest("dialog") || ownsKey(target, event.key)) return false;
  if (askedLesson(store.getState()) && pressWhileAsked(app, event.key.toLowerCase())) return true;
  const verb =
    verbs(app)[event.shiftKey && event.key.length > 1 ? `Shift+${event.key}` : event.key.toLowerCase()];
  if (verb === undefined) return pressDigit(app, event.key);
  if (store.getState().simulation.status !== "ready" && player.getState().track.length === 0) return false;
  verb();
  return true;
}

/** What would tell of the run before its question is answered. */
const TELLING = /^( |arrow.*|page.*|home|end|[[\].chinb])$/;

/** As long as a lesson asks, digits answer, Space shows the run without an answer, and nothing tells of it. */
function pressWhileAsked({ guide, store }: App, key: string): boolean {
  const option = Number(key) - 1;
  if (askedLesson(store.getState())?.lesson.question.options[option] !== undefined) guide.answer(option);
  else if (key === " ") guide.skipQuestion();
  else return TELLING.test(key);
  return true;
}

function pressDigit(app: App, key: string): boolean {
  const mode = PAGE_MODES[Number(key) - 1];
  if (mode === undefined || isAtQuestion(app.store.getState())) return false;
  app.chooseMode(mode);
  return true;
}

function verbs({ store, guide, ...app }: App): Readonly<Record<string, () => void>> {
  const player = app.playerInView();
  const state = store.getState();
  const { currentTime, playbackRate } = player.getState();
  return {
    " ": player.toggle,
    arrowleft: () => player.stepBy(-1),
    arrowright: () => player.stepBy(1),
    "Shift+ArrowLeft": () => player.seek(traceTime(Math.max(0, currentTime - TENTH))),
    "Shift+ArrowRight": () => player.seek(traceTime(currentTime + TENTH)),
    pageup: player.previousMoment,
    pagedown: player.nextMoment,
    home: player.toStart,
    end: player.toEnd,
    "[": () => player.setPlaybackRate(RATES.findLast((rate) => rate < playbackRate) ?? playbackRate),
    "]": () => player.setPlaybackRate(RATES.find((rate) => rate > playbackRate) ?? playbackRate),
    ".": () => player.setSlowMotion(!player.getState().slowMotion),
    l: () => app.setLessonsOpen(true),
    g: () => app.setPanel(state.panel === "glossary" ? undefined : "glossary"),
    n: () => turnPart(guide, store, 1),
    b: () => turnPart(guide, store, -1),
    k: focusCode,
    s: () => app.setPanel(state.panel === "setup" ? undefined : "setup"),
    i: () => app.setPanel(state.panel === "statistics" ? undefined : "statistics"),
    r: app.runLive,
    c: () => app.compare(state.comparing ? undefined : "all"),
    p: () => app.setPresenting(!state.presenting),
    f: toggleFullscreen,
    x: () => state.presenting && app.setLaser(!state.laser),
    h: () => app.setHolding(!state.holding),
    t: app.cycleTheme,
    "+": () => commandTimeline("zoomIn"),
    "=": () => commandTimeline("zoomIn"),
    "-": () => commandTimeline("zoomOut"),
    "0": () => commandTimeline("fit"),
    z: () => commandTimeline("zoomToSelection"),
    a: () => commandTimeline("panBack"),
    d: () => commandTimeline("panOn"),
    w: () => commandTimeline("causes"),
    m: () => commandTimeline("measure"),
    "?": () => app.setHelpOpen(true),
  };
}

/** The next or the previous part of the open lesson, which a comparison hides. */
function turnPart(guide: App["guide"], store: App["store"], by: 1 | -1): void {
  const { course, comparing } = store.getState();
  if (course.status === "open" && comparing === undefined) guide.goToPart(course.part + by);
}

function focusCode(): void {
  document.querySelector<HTMLElement>(".page-code :is([tabindex='0'], button)")?.focus();
}
