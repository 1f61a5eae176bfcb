import { useState } from "react";
import type { TaskSpec } from "#scenario/scenario.ts";

/** Which row is which across changes: an id per task, by position. */
export interface RowIds {
  readonly tasks: readonly TaskSpec[];
  readonly ids: readonly number[];
  /** The next id that nobody has. */
  readonly next: number;
}

/** Fresh ids for all tasks. */
export function startRowIds(tasks: readonly TaskSpec[]): RowIds {
  return { tasks, ids: tasks.map((_, index) => index), next: tasks.length };
}

/**
 * The ids after a change. A task that is the same object keeps its id wherever it went; one that was edited keeps the
 * id of its place; the others get new ones. So a field keeps its focus and what is typed while its row is renamed,
 * and takes both along when its row moves.
 */
export function reconcileRowIds(before: RowIds, tasks: readonly TaskSpec[]): RowIds {
  const idOf = new Map(before.tasks.map((task, index) => [task, before.ids[index] as number]));
  const found = tasks.map((task) => idOf.get(task));
  const taken = new Set(found);
  let next = before.next;
  const ids = found.map((id, index) => {
    if (id !== undefined) return id;
    const ofPlace = before.ids[index];
    if (ofPlace === undefined || taken.has(ofPlace)) return next++;
    taken.add(ofPlace);
    return ofPlace;
  });
  return { tasks, ids, next };
}

/** The id of every row, stable for as long as the form is open. */
export function useRowIds(tasks: readonly TaskSpec[]): readonly number[] {
  const [known, setKnown] = useState(() => startRowIds(tasks));
  if (known.tasks === tasks) return known.ids;
  const reconciled = reconcileRowIds(known, tasks);
  setKnown(reconciled);
  return reconciled.ids;
}
