import type { Milliseconds } from "#base/units.ts";
import { defaultLesson, lessons } from "#lessons/lessons.ts";
import { decodeLink, encodeLink, type LinkState } from "#scenario/link.ts";
import type { Problem } from "#scenario/problem.ts";
import type { App } from "./app.ts";

/** What the address says, and what is wrong with it. */
export interface Address {
  readonly link: LinkState;
  readonly problems: readonly Problem[];
}

/** The position is written once the visitor has rested there this long: browsers ration changes of the address. */
const REST: Milliseconds = 300;

/** Reads the address bar. Where it holds no scenario, it is that of the lesson it names, or of the default lesson. */
export async function readAddress(): Promise<Address> {
  const { state, problems } = await decodeLink(location.hash);
  if (state.scenario !== undefined) return { link: state, problems };
  const lesson = lessons.find(({ id }) => id === state.lesson);
  const { id, scenario } = lesson ?? defaultLesson;
  const link = { ...state, lesson: id, scenario };
  if (state.lesson === undefined || lesson !== undefined) return { link, problems };
  const allowed = lessons.map((known) => known.id).join(", ");
  return {
    link,
    problems: [...problems, { path: "lesson", code: "not_allowed", found: state.lesson, allowed }],
  };
}

/**
 * Keeps the address bar and the page in step: a changed scenario is a new entry of the browser's history, a changed
 * position or language only changes the entry; back and forward open what they lead to. Returns how to stop it.
 */
export function connectAddress(app: App): () => void {
  const { store, player, sideBySide } = app;
  let written = store.getState().history;
  let shown = location.hash;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing = 0;

  async function write(): Promise<void> {
    const turn = ++writing;
    const { history, language, lesson, executor, comparing } = store.getState();
    const { currentTime, step, track } = app.playerInView().getState();
    // Before the first mode has been simulated, there is nothing to stand in yet.
    const at = comparing && track.length === 0 ? comparing.from : currentTime;
    const link = await encodeLink({
      scenario: history.present,
      language,
      executor,
      // No two live runs have the same moments.
      ...((executor === "simulated" || comparing) && { at }),
      ...(executor === "simulated" && !comparing && step >= 0 && { step }),
      ...(comparing && { compare: comparing.modes }),
      ...(lesson === undefined ? {} : { lesson }),
    });
    if (turn !== writing || link === shown) return;
    const isNew = history.past.length > written.past.length;
    written = history;
    shown = link;
    window.history[isNew ? "pushState" : "replaceState"](null, "", link);
  }

  function writeSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(write, REST);
  }

  async function open(): Promise<void> {
    if (location.hash === shown) return;
    shown = location.hash;
    clearTimeout(timer);
    writing++;
    const { link, problems } = await readAddress();
    app.openLink(link, problems);
    written = store.getState().history;
  }

  const stops = [
    store.subscribe((state, previous) => {
      if (state.history.present !== previous.history.present) writeSoon();
      else if (state.language !== previous.language || state.executor !== previous.executor) writeSoon();
      else if (state.comparing !== previous.comparing) writeSoon();
    }),
    ...[player, sideBySide].map((each) =>
      each.subscribe((state, previous) => {
        const moved = state.currentTime !== previous.currentTime || state.step !== previous.step;
        if (state.status === "playing") clearTimeout(timer);
        else if (moved || previous.status === "playing") writeSoon();
      }),
    ),
  ];
  addEventListener("popstate", open);
  return () => {
    for (const stop of stops) stop();
    clearTimeout(timer);
    removeEventListener("popstate", open);
  };
}
