import { memo } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { timelineWords } from "#i18n/timeline.ts";
import type { TaskId } from "#trace/trace.ts";
import { type LaneLayout, rowY } from "./lane-layout.ts";
import "./plot.css";

interface LaneButtonsProps {
  readonly layout: LaneLayout;
  readonly names: readonly string[];
  /** First and last row in view: only these have a button in the document. */
  readonly rows: readonly [number, number];
  readonly selected: TaskId | undefined;
  readonly onSelect: (task: TaskId | undefined) => void;
}

/** A button over each task's name, which the canvas draws: selects the task, or gives it up again. */
export const LaneButtons = memo(function LaneButtons(props: LaneButtonsProps) {
  const {
    layout,
    names,
    rows: [first, last],
    selected,
    onSelect,
  } = props;
  const words = useMessages(timelineWords);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => ({
    row: first + k,
    task: layout.order.taskAt(first + k),
  }));
  return (
    <ul className="timeline-lanes" aria-label={words.lanes}>
      {rows.map(({ row, task }) => (
        <li key={task}>
          <button
            type="button"
            className="timeline-lane"
            title={names[task]}
            aria-label={names[task]}
            aria-pressed={task === selected}
            style={{ top: rowY(layout, row, 0) - layout.taskHeight / 2, height: layout.taskHeight }}
            onClick={() => onSelect(task === selected ? undefined : task)}
          />
        </li>
      ))}
    </ul>
  );
});
