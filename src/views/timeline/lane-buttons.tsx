import { memo } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { timelineWords } from "#i18n/timeline.ts";
import type { TaskId } from "#trace/trace.ts";
import { type LaneLayout, taskY } from "./lane-layout.ts";

interface LaneButtonsProps {
  readonly layout: LaneLayout;
  readonly names: readonly string[];
  /** First and last task in view: only these have a button in the document. */
  readonly tasks: readonly [TaskId, TaskId];
  readonly selected: TaskId | undefined;
  readonly onSelect: (task: TaskId | undefined) => void;
}

/** A button over each task's name, which the canvas draws: selects the task, or gives it up again. */
export const LaneButtons = memo(function LaneButtons(props: LaneButtonsProps) {
  const {
    layout,
    names,
    tasks: [first, last],
    selected,
    onSelect,
  } = props;
  const words = useMessages(timelineWords);
  const tasks = Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => first + k);
  return (
    <ul className="timeline-lanes" aria-label={words.lanes}>
      {tasks.map((task) => (
        <li key={task}>
          <button
            type="button"
            className="timeline-lane"
            title={names[task]}
            aria-label={names[task]}
            aria-pressed={task === selected}
            style={{ top: taskY(layout, task, 0) - layout.taskHeight / 2, height: layout.taskHeight }}
            onClick={() => onSelect(task === selected ? undefined : task)}
          />
        </li>
      ))}
    </ul>
  );
});
