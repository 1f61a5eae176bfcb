import type { HTMLAttributes, Ref } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { setupMessages } from "#i18n/setup.ts";
import type { Mode } from "#scenario/scenario.ts";
import type { Row } from "#scenario/workload.ts";
import { duplicateRow, removeRow, setUrl } from "#scenario/workload-edits.ts";
import { DraftField } from "#ui/draft-field.tsx";
import { Icon } from "#ui/icon.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { checkUrl } from "./checks.ts";
import { RowStep } from "./row-step.tsx";
import type { Edit } from "./settings.tsx";

interface RowItemProps {
  readonly ref: Ref<HTMLLIElement>;
  readonly row: Row;
  readonly mode: Mode;
  readonly index: number;
  readonly count: number;
  /** Tells this row's edits and drafts from those of other rows, wherever it moves. */
  readonly id: number;
  readonly edit: Edit;
  readonly isSelected: boolean;
  readonly dropMark: "before" | "after" | "dragged" | undefined;
  readonly handleProps: HTMLAttributes<HTMLElement>;
  /** Why the row cannot go. */
  readonly stays: string | undefined;
  /** Why the row cannot be duplicated. */
  readonly full: string | undefined;
  onToggle(): void;
  onMove(from: number, to: number, control: string): void;
  onRemoved(): void;
  onEditJson(): void;
}

/** One task of the workload: its label and what can be done with the row, then what the task does. */
export function RowItem(props: RowItemProps) {
  const { row, mode, index, count, id, edit, isSelected, stays, full, onMove } = props;
  const words = useMessages(setupMessages);
  return (
    <li
      ref={props.ref}
      className="setup-row"
      data-row={index}
      data-index={index}
      data-selected={isSelected || undefined}
      data-drop={props.dropMark}
      aria-label={words.row(row.name)}
    >
      <button
        type="button"
        className="setup-row-handle"
        aria-label={words.drag(row.name)}
        title={words.drag(row.name)}
        data-control="handle"
        {...props.handleProps}
      >
        <Icon name="grip" />
      </button>
      <div className="setup-row-line">
        <button
          type="button"
          className="setup-row-name"
          aria-pressed={isSelected}
          aria-label={words.show(row.name)}
          title={row.name}
          onClick={props.onToggle}
        >
          {row.name}
        </button>
        <DraftField
          className="setup-row-url"
          aria-label={words.url}
          draftKey={`${id}.url`}
          value={row.url ?? ""}
          placeholder={words.url}
          check={checkUrl(words)}
          show={(url) => url}
          onCommit={(url) => edit((old) => setUrl(old, index, url), `${id}.url`)}
        />
        <div className="setup-row-actions">
          <IconButton
            icon="moveUp"
            control="up"
            label={words.moveUp(row.name)}
            disabled={index === 0}
            onClick={() => onMove(index, index - 1, "up")}
          />
          <IconButton
            icon="moveDown"
            control="down"
            label={words.moveDown(row.name)}
            disabled={index === count - 1}
            onClick={() => onMove(index, index + 1, "down")}
          />
          <IconButton
            icon="duplicate"
            label={words.duplicate(row.name)}
            reason={full}
            onClick={() => edit((old) => duplicateRow(old, index))}
          />
          <IconButton
            icon="remove"
            control="remove"
            label={words.remove(row.name)}
            reason={stays}
            onClick={() => {
              edit((old) => removeRow(old, index));
              props.onRemoved();
            }}
          />
        </div>
      </div>
      <RowStep row={row} mode={mode} index={index} id={id} edit={edit} onEditJson={props.onEditJson} />
    </li>
  );
}
