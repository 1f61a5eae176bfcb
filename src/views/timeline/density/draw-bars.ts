import type { TaskState } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import type { Frame } from "../frame.ts";
import { taskY } from "../lane-layout.ts";
import { forEachVisible, spansIn } from "../visible.ts";

/** How much of its lane a bar fills: what holds a thread is thick, what does not is thin. */
const THICKNESS: Readonly<Partial<Record<TaskState, number>>> = {
  running: 0.8,
  blocked: 0.8,
  failed: 0.8,
  suspended: 0.3,
  ready: 0.3,
  cancelled: 0.3,
};

/** A lane that is too low for shapes and words: a bar for each stretch of its life; what took no time is a line. */
export function drawBars(frame: Frame, task: TaskId): void {
  const { ctx, palette, layout, model, scrollY } = frame;
  const y = taskY(layout, task, scrollY);
  forEachVisible(frame, spansIn(frame, task), (k, x1, x2) => {
    const state = model.spanRows.stateAt(model.spanRow(task, k));
    const thickness = THICKNESS[state];
    if (thickness === undefined) return;
    const isInstant = state === "failed" || state === "cancelled" || x2 - x1 < palette.unit;
    if (isInstant && thickness < 0.8 && state !== "cancelled") return;
    const height = Math.max(1, layout.taskHeight * thickness);
    ctx.fillStyle = palette.states[state].graphic;
    ctx.fillRect(x1, y - height / 2, isInstant ? palette.unit : x2 - x1, height);
  });
}
