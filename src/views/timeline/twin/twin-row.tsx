import type { ReactNode } from "react";
import { lanesWords } from "#i18n/lanes.ts";
import { useMessages } from "#i18n/messages.tsx";
import { MAIN, type TaskId } from "#trace/trace.ts";
import type { Position } from "../time-scale.ts";

/** What the tables share with the rest of the page. */
export interface TwinLinks {
  /** On screen? Else there is nothing to press. */
  readonly visible: boolean;
  readonly selected: TaskId | undefined;
  readonly hovered: TaskId | undefined;
  /** Goes to a moment of a task, and selects it. */
  visit(task: TaskId, position: Position): void;
  hover(task: TaskId | undefined): void;
}

interface TwinRowProps {
  readonly links: TwinLinks;
  readonly index: number;
  readonly task: TaskId;
  /** Where the row begins: there it leads. */
  readonly at: Position;
  /** The same moment in words. */
  readonly seconds: string;
  /** What stands in the first cell. */
  readonly head: string;
  readonly children: ReactNode;
}

/** One row of a table: its first cell is a button as large as the row. */
export function TwinRow({ links, index, task, at, seconds, head, children }: TwinRowProps) {
  const words = useMessages(lanesWords);
  const { visible, selected, hovered, visit, hover } = links;
  const isTask = task !== MAIN;
  return (
    <tr
      aria-rowindex={index + 2}
      data-selected={(isTask && task === selected) || undefined}
      data-hovered={(isTask && task === hovered) || undefined}
      onPointerEnter={() => isTask && hover(task)}
      onPointerLeave={() => hover(undefined)}
    >
      <th scope="row">
        {visible ? (
          <button type="button" title={words.goTo(head, seconds)} onClick={() => visit(task, at)}>
            {head}
          </button>
        ) : (
          head
        )}
      </th>
      {children}
    </tr>
  );
}
