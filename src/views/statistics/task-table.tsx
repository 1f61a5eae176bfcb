import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { CssPixels } from "#base/units.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stateNames } from "#i18n/states.ts";
import { statisticsMessages } from "#i18n/statistics.ts";
import { LIVING_STATES, type LivingState, type TaskTimes } from "#trace/statistics/task-times.ts";
import type { TaskId } from "#trace/trace.ts";
import { pressColumn, type SortOrder, sortTasks } from "./sort-tasks.ts";
import type { ShownRun } from "./statistics-panel.tsx";
import { TaskRow } from "./task-row.tsx";
import { TimeSign } from "./time-bar.tsx";
import "./task-table.css";

/** Up to here all rows stand in the document; above, only those in view. */
const MOST_PLAIN_ROWS = 200;
/** Of a row, as in the style sheet. */
const ROW_REM = 1.75;

interface TaskTableProps {
  readonly run: ShownRun;
  readonly times: TaskTimes;
  /** The box in which the table scrolls. */
  readonly scroller: RefObject<HTMLElement | null>;
}

/** How long each task was in each state: a bar, and the numbers, by which the tasks can be sorted. */
export function TaskTable({ run, times, scroller }: TaskTableProps) {
  const words = useMessages(statisticsMessages);
  const states = useMessages(stateNames);
  const [order, setOrder] = useState<SortOrder>();
  const tasks = useMemo(() => sortTasks(times, order), [times, order]);
  const rowHeight = useMemo(() => ROW_REM * remInPixels(), []);
  const table = useRef<HTMLTableElement>(null);
  const [top, setTop] = useState(0);
  // What stands above the table grows and shrinks with the faults.
  useLayoutEffect(() => setTop(table.current?.offsetTop ?? 0));
  const many = tasks.length > MOST_PLAIN_ROWS;
  const virtual = useVirtualizer({
    count: tasks.length,
    enabled: many,
    estimateSize: () => rowHeight,
    getScrollElement: () => scroller.current,
    scrollMargin: top,
    overscan: 12,
  });
  const items = many ? virtual.getVirtualItems() : [];
  const inView = many ? items.map(({ index }) => index) : Array.from(tasks, (_, index) => index);
  const above = (items[0]?.start ?? top) - top;
  const below = many ? virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top) : 0;
  return (
    <table ref={table} className="statistics-tasks" aria-rowcount={tasks.length + 1}>
      <caption className="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.task}</th>
          <th scope="col">{words.share}</th>
          {LIVING_STATES.map((state) => (
            <th key={state} scope="col" aria-sort={sortOf(order, state)}>
              <button
                type="button"
                title={words.sortBy(states[state])}
                onClick={() => setOrder(pressColumn(order, state))}
              >
                <TimeSign state={state} />
                {states[state]}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Spacer height={above} />
        {inView.map((index) => (
          <TaskRow key={tasks[index]} index={index} task={tasks[index] as TaskId} times={times} run={run} />
        ))}
        <Spacer height={below} />
      </tbody>
    </table>
  );
}

/** Asked once, not for each row: the browser may have to lay out the page to answer. */
const remInPixels = (): CssPixels =>
  typeof document === "undefined"
    ? 16
    : Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

function sortOf(order: SortOrder, state: LivingState): "ascending" | "descending" | undefined {
  if (order?.by !== state) return undefined;
  return order.ascending ? "ascending" : "descending";
}

/** Stands for the rows that are out of view. */
function Spacer({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr>
      <td colSpan={6} style={{ height }} />
    </tr>
  );
}
