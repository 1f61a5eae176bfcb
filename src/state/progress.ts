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

export function writeProgress(progress: CourseProgress): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(progress));
  } catch {
    // Storage is blocked or full: it lasts as long as the page.
  }
}

function readOne(value: unknown): LessonProgress {
  if (typeof value !== "object" || value === null) return {};
  const { guess, done } = value as Readonly<Record<string, unknown>>;
  return {
    ...(Number.isInteger(guess) && { guess: guess as number }),
    ...(done === true && { done }),
  };
}
