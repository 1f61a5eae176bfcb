/** A value with its past and its future, for undo and redo. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** Key of the edit that led to the present: edits with the same key in a row are one step. */
  readonly key: string | undefined;
}

const MAX_STEPS = 200;

/** A history that begins here. */
export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], key: undefined };
}

/** Records an edit. One with the key of the edit before it (typing on in a field) joins that step. */
export function record<T>(history: History<T>, next: T, key?: string): History<T> {
  if (next === history.present) return history;
  const joins = key !== undefined && key === history.key && history.past.length > 0;
  const past = joins ? history.past : [...history.past, history.present].slice(-MAX_STEPS);
  return { past, present: next, future: [], key };
}

/** One step back; the same history when there is none. */
export function undo<T>(history: History<T>): History<T> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    key: undefined,
  };
}

/** One step forward again; the same history when there is none. */
export function redo<T>(history: History<T>): History<T> {
  const next = history.future[0];
  if (next === undefined) return history;
  return {
    past: [...history.past, history.present],
    present: next,
    future: history.future.slice(1),
    key: undefined,
  };
}
