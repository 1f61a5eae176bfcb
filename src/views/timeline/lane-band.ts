import type { CssPixels } from "#base/units.ts";
import type { TaskId } from "#trace/trace.ts";
import type { Frame } from "./frame.ts";
import { rowY } from "./lane-layout.ts";

/** What a task's lane covers of the canvas, with some air to its neighbours. */
export interface Band {
  readonly top: CssPixels;
  readonly bottom: CssPixels;
}

/** Undefined when the task has no lane, or it is out of view. */
export function bandOf(
  { layout, palette, scrollY }: Pick<Frame, "layout" | "palette" | "scrollY">,
  task: TaskId | undefined,
): Band | undefined {
  const row = task === undefined ? undefined : layout.order.rowOf(task);
  if (row === undefined) return undefined;
  const middle = rowY(layout, row, scrollY);
  const half = layout.taskHeight / 2 - 2 * palette.unit;
  const top = Math.max(Math.ceil(layout.viewTop), Math.round(middle - half));
  const bottom = Math.min(layout.height, Math.round(middle + half));
  return bottom > top ? { top, bottom } : undefined;
}
