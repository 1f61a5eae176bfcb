import { useLayoutEffect, useRef, useState } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { setupMessages } from "#i18n/setup.ts";
import { LIMITS } from "#scenario/limits.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { addRow } from "#scenario/workload-edits.ts";
import type { TaskId } from "#trace/trace.ts";
import { Icon } from "#ui/icon.tsx";
import { Generator } from "./generator.tsx";
import { RowList } from "./row-list.tsx";
import { type Edit, Settings } from "./settings.tsx";

interface SetupFormProps {
  readonly scenario: Scenario;
  /** Which row is which, by position. */
  readonly ids: readonly number[];
  readonly edit: Edit;
  readonly selected: TaskId | undefined;
  onSelect(task: TaskId | undefined): void;
  onEditJson(task: string): void;
}

/** The parameters, the rows under them, and at the foot what makes new rows. */
export function SetupForm({ scenario, ids, edit, selected, onSelect, onEditJson }: SetupFormProps) {
  const words = useMessages(setupMessages);
  const scroller = useRef<HTMLDivElement>(null);
  const above = useRef<HTMLDivElement>(null);
  const offset = useHeight(above);
  return (
    <div className="setup-form">
      <div className="setup-scroller" ref={scroller} data-scroller>
        <div ref={above}>
          <Settings scenario={scenario} edit={edit} />
          <div className="setup-rows-head">
            <h2>
              {words.rows} <span>{scenario.tasks.length}</span>
            </h2>
            <p className="setup-hint">{words.rowsHint}</p>
          </div>
        </div>
        <RowList
          scenario={scenario}
          ids={ids}
          edit={edit}
          selected={selected}
          onSelect={onSelect}
          onEditJson={onEditJson}
          scroller={scroller}
          offset={offset}
        />
      </div>
      <div className="setup-foot">
        <button
          type="button"
          className="setup-button"
          disabled={scenario.tasks.length >= LIMITS.tasks}
          onClick={() => edit(addRow)}
        >
          <Icon name="plus" />
          {words.add}
        </button>
        <Generator scenario={scenario} edit={edit} />
      </div>
    </div>
  );
}

/** An element's height in CSS pixels, as it changes. */
function useHeight(ref: React.RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => setHeight(element.offsetHeight);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [ref]);
  return height;
}
