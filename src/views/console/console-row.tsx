import { memo } from "react";
import { writeClock } from "#base/write-number.ts";
import { consoleMessages } from "#i18n/console.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { PrintedLine } from "#trace/model-types.ts";
import { MAIN, type StepIndex, type TaskId } from "#trace/trace.ts";

export interface ConsoleRowProps {
  readonly line: PrintedLine;
  readonly name: string;
  readonly monogram: string;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  readonly isLast: boolean;
  onSeek(step: StepIndex): void;
  onHover(task: TaskId | undefined): void;
}

/** One printed line: when, who, what. It leads to its moment. */
export const ConsoleRow = memo(function ConsoleRow(props: ConsoleRowProps) {
  const { line, name, monogram, isSelected, isHovered, isLast, onSeek, onHover } = props;
  const words = useMessages(consoleMessages);
  const who = line.task === MAIN ? words.main : name;
  return (
    <button
      type="button"
      className="console-row"
      data-selected={isSelected || undefined}
      data-hovered={isHovered || undefined}
      data-last={isLast || undefined}
      title={words.goTo}
      aria-label={words.row(writeClock(line.time), who, line.text)}
      onClick={() => onSeek(line.index)}
      onPointerEnter={() => onHover(line.task)}
      onPointerLeave={() => onHover(undefined)}
      onFocus={() => onHover(line.task)}
      onBlur={() => onHover(undefined)}
    >
      <i className="console-time" data-drawn={writeClock(line.time)} />
      <i className="console-who" data-drawn={monogram} />
      <span className="console-text">{line.text}</span>
    </button>
  );
});
