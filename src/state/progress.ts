/** How far a visitor has come in a lesson; kept in this browser only. */
export interface LessonProgress {
  /** The option that was chosen before the run. */
  readonly guess?: number;
  /** The last part has been reached. */
  readonly done?: true;
}

/** By lesson id. */
export type CourseProgress = Readonly<Record<string, LessonProgress>>;

const KEY = "loopscope.progress";

/** What this browser remembers; empty when there is nothing, or when it keeps nothing for us. */
export function readProgress(): CourseProgress {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (typeof stored !== "object" || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).map(([id, value]) => [id, readOne(value)]));
  } catch {
    return {};
  }
}

/**
 * Keeps the news of a lesson with what is known and with what another tab has kept meanwhile. Returns all of it; where
 * storage is blocked or full, it lasts as long as the page.
 */
export function keepProgress(known: CourseProgress, id: string, news: LessonProgress): CourseProgress {
  const all = { ...known };
  for (const [id, kept] of Object.entries(readProgress())) all[id] = { ...all[id], ...kept };
  all[id] = { ...all[id], ...news };
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    // As said.
  }
  return all;
}

function readOne(value: unknown): LessonProgress {
  if (typeof value !== "object" || value === null) return {};
  const { guess, done } = value as Readonly<Record<string, unknown>>;
  return {
    ...(Number.isInteger(guess) && { guess: guess as number }),
    ...(done === true && { done }),
  };
}
