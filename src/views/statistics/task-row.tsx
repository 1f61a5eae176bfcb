import { writeClock } from "#base/write-number.ts";
import { useMessages } from "#i18n/messages.tsx";
import { statisticsMessages } from "#i18n/statistics.ts";
import { LIVING_STATES, type TaskTimes } from "#trace/statistics/task-times.ts";
import type { TaskId } from "#trace/trace.ts";
import type { ShownRun } from "./statistics-panel.tsx";
import { TimeBar } from "./time-bar.tsx";

interface TaskRowProps {
  readonly index: number;
  readonly task: TaskId;
  readonly times: TaskTimes;
  readonly run: ShownRun;
}

/** A task: its bar is as long as its part of the whole run, in the shapes of the lanes. */
export function TaskRow({ index, task, times, run }: TaskRowProps) {
  const words = useMessages(statisticsMessages);
  const { model, selected, onSelect, onHover } = run;
  const name = model.trace.names[task] ?? "";
  const isSelected = task === selected;
  const spent = LIVING_STATES.map((state) => ({ state, ms: times[state][task] as number }));
  return (
    <tr
      aria-rowindex={index + 2}
      data-selected={isSelected || undefined}
      onPointerEnter={() => onHover(task)}
      onPointerLeave={() => onHover(undefined)}
    >
      <th scope="row">
        <button
          type="button"
          aria-pressed={isSelected}
          title={name}
          onClick={() => onSelect(isSelected ? undefined : task)}
        >
          {name}
        </button>
      </th>
      <td>
        <TimeBar spent={spent} total={model.total} />
      </td>
      {spent.map(({ state, ms }) => (
        <td key={state}>{ms === 0 ? words.none : writeClock(ms)}</td>
      ))}
    </tr>
  );
}
