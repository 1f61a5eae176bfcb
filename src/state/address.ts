import type { Milliseconds } from "#base/units.ts";
import { firstSight, lessons } from "#lessons/lessons.ts";
import { type DecodedLink, decodeLink, encodeLink } from "#scenario/link.ts";
import type { Problem } from "#scenario/problem.ts";
import type { Address, App } from "./app.ts";
import type { LoadedLesson } from "./lesson-guide.ts";

/** What the address says besides scenario and position. */
const SETTINGS = ["language", "executor", "lesson", "course", "comparing"] as const;

/** The position is written once the visitor has rested there this long: browsers ration changes of the address. */
const REST: Milliseconds = 300;

/**
 * Reads the address bar. Where it holds no scenario, it is that of the lesson it names, opened at its beginning, or that
 * of the first sight.
 */
export async function readAddress(): Promise<Address> {
  const { state, problems } = await decodeLink(location.hash);
  const entry = lessons.find(({ id }) => id === state.lesson);
  const isRead = entry !== undefined && (state.scenario === undefined || state.part !== undefined);
  const lesson = isRead ? { id: entry.id, lesson: await entry.load() } : undefined;
  const unknown = state.lesson !== undefined && entry === undefined ? [unknownLesson(state.lesson)] : [];
  const isBare = location.hash.length <= 1;
  return { ...settle(state, lesson), problems: [...problems, ...unknown], isBare };
}

function settle(
  { scenario, ...settings }: DecodedLink["state"],
  lesson: LoadedLesson | undefined,
): Pick<Address, "link" | "lesson"> {
  const own = lesson?.lesson.scenario;
  if (scenario !== undefined) {
    // One object for one scenario: whether a lesson's own is the present one is seen from that.
    const isOwn = own !== undefined && JSON.stringify(own) === JSON.stringify(scenario);
    return { link: { ...settings, scenario: isOwn ? own : scenario }, lesson };
  }
  if (own === undefined)
    return { link: { ...settings, lesson: firstSight.id, scenario: firstSight.scenario }, lesson };
  return { link: { part: 0, ...settings, scenario: own }, lesson };
}

const unknownLesson = (found: string): Problem => ({
  path: "lesson",
  code: "not_allowed",
  found,
  allowed: lessons.map(({ id }) => id).join(", "),
});

/**
 * Keeps the address bar and the page in step: a changed scenario is a new entry of the browser's history, a changed
 * position or language only changes the entry; back and forward open what they lead to. `opened` is the hash that `app`
 * was created from: a visitor may have followed another link before all was loaded. Returns how to stop it.
 */
export function connectAddress(app: App, opened: string): () => void {
  const { store, player, sideBySide } = app;
  let written = store.getState().history;
  let shown = opened;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing = 0;
  let opening = 0;

  async function write(): Promise<void> {
    const turn = ++writing;
    const { history, language, lesson, course, executor, comparing } = store.getState();
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
      ...(course.status === "open" && { part: course.part }),
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
    const turn = ++opening;
    await app.tryLoad(readAddress, (address) => {
      // Who goes back twice wants the second: the lesson of the first may come later.
      if (turn !== opening) return;
      app.openLink(address);
      written = store.getState().history;
    });
  }

  const stops = [
    store.subscribe((state, previous) => {
      if (state.history.present !== previous.history.present) writeSoon();
      else if (SETTINGS.some((name) => state[name] !== previous[name])) writeSoon();
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
  open();
  return () => {
    for (const stop of stops) stop();
    clearTimeout(timer);
    removeEventListener("popstate", open);
  };
}
