import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { setupMessages } from "#i18n/setup.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { rowOf } from "#scenario/workload.ts";
import { fits, moveRow, whyRowStays } from "#scenario/workload-edits.ts";
import { taskUsers } from "#scenario/workload-names.ts";
import type { TaskId } from "#trace/trace.ts";
import { type RowDrag, useRowDrag } from "./row-drag.ts";
import { RowItem } from "./row-item.tsx";
import type { Edit } from "./settings.tsx";
import "./row-list.css";

interface RowListProps {
  readonly scenario: Scenario;
  /** Which row is which, by position. */
  readonly ids: readonly number[];
  readonly edit: Edit;
  readonly selected: TaskId | undefined;
  onSelect(task: TaskId | undefined): void;
  onEditJson(task: string): void;
  /** What scrolls, and how far the list's start is below the start of that, in CSS pixels. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly offset: number;
}

/** Up to here every row is in the page (to be found and read out); beyond, only those in sight. */
const MAX_IN_PAGE = 60;
/** Height of a row of two lines, in rem: a first guess, until it is measured. */
const ROW_HEIGHT = 4.75;

/** The workload, row by row. Rows in sight are in normal flow; what is above and below them is padding. */
export function RowList({
  scenario,
  ids,
  edit,
  selected,
  onSelect,
  onEditJson,
  scroller,
  offset,
}: RowListProps) {
  const words = useMessages(setupMessages);
  const { tasks } = scenario;
  const users = useMemo(() => taskUsers(scenario), [scenario]);
  const full = useMemo(
    () => !fits({ ...scenario, tasks: [...tasks, ...tasks.slice(-1)] }),
    [scenario, tasks],
  );
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useRef<{ readonly index: number; readonly control: string }>(undefined);
  const [said, setSaid] = useState("");
  const rem = useMemo(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize), []);

  const virtualizer = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT * rem,
    getItemKey: (index) => ids[index] ?? index,
    scrollMargin: offset,
    overscan: 6,
    rangeExtractor: (range) =>
      range.count <= MAX_IN_PAGE ? [...Array(range.count).keys()] : defaultRangeExtractor(range),
  });
  const items = virtualizer.getVirtualItems();
  const { drag, handleProps } = useRowDrag((from, to) => move(from, to, "handle"));

  function move(from: number, to: number, control: string): void {
    const task = tasks[from];
    if (task === undefined || to < 0 || to >= tasks.length) return;
    focusNext.current = { index: to, control };
    setSaid(words.moved(task.name, to + 1, tasks.length));
    edit((old) => moveRow(old, from, to));
  }

  function whyStays(index: number): string | undefined {
    const why = whyRowStays(scenario, index, users);
    if (why?.reason !== "used") return why && words.lastRow;
    return words.usedBy([...why.by].map((user) => (user === "main" ? words.mainProgram : user)).join(", "));
  }

  // A row that moved, or the one in the place of a removed row, gets the focus that would be lost with it.
  useLayoutEffect(() => {
    if (focusNext.current === undefined) return;
    const { index, control } = focusNext.current;
    const row = list.current?.querySelector(`[data-row="${Math.min(index, tasks.length - 1)}"]`);
    row?.querySelector<HTMLElement>(`[data-control="${control}"]`)?.focus();
    focusNext.current = undefined;
  }, [tasks]);

  useScrollTo(selected, (task) => virtualizer.scrollToIndex(task - 1));
  useScrollTo(tasks.length, (count, before) => {
    if (count > before) virtualizer.scrollToIndex(count - 1);
  });

  return (
    <>
      <ol
        ref={list}
        className="setup-rows"
        style={{
          paddingTop: (items[0]?.start ?? offset) - offset,
          paddingBottom: virtualizer.getTotalSize() - ((items.at(-1)?.end ?? offset) - offset),
        }}
      >
        {items.map(({ index, key }) => {
          const task = tasks[index];
          const isSelected = selected === index + 1;
          return (
            task && (
              <RowItem
                key={String(key)}
                ref={virtualizer.measureElement}
                row={rowOf(task)}
                mode={scenario.mode}
                index={index}
                count={tasks.length}
                id={ids[index] ?? index}
                edit={edit}
                isSelected={isSelected}
                dropMark={drag && dropMark(drag, index)}
                handleProps={handleProps(index)}
                stays={whyStays(index)}
                full={full ? words.full : undefined}
                onToggle={() => onSelect(isSelected ? undefined : index + 1)}
                onMove={move}
                onRemoved={() => {
                  focusNext.current = { index, control: "remove" };
                }}
                onEditJson={() => onEditJson(task.name)}
              />
            )
          );
        })}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

function dropMark({ from, to }: RowDrag, index: number): "before" | "after" | "dragged" | undefined {
  if (index === from) return "dragged";
  if (index !== to) return undefined;
  return to < from ? "before" : "after";
}

/** Scrolls when a value has changed; not at the beginning. */
function useScrollTo<T>(value: T, scroll: (value: NonNullable<T>, before: T) => void): void {
  const before = useRef(value);
  useEffect(() => {
    if (value === before.current) return;
    if (value !== undefined && value !== null) scroll(value, before.current);
    before.current = value;
  });
}
