import { memo } from "react";
import { consoleMessages } from "#i18n/console.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { PrintedLine } from "#trace/model-types.ts";
import { MAIN, type StepIndex } from "#trace/trace.ts";
import { readout } from "./readout.ts";

export interface ConsoleRowProps {
  readonly line: PrintedLine;
  readonly name: string;
  readonly monogram: string;
  readonly isSelected: boolean;
  readonly isLast: boolean;
  onSeek(step: StepIndex): void;
}

/** One printed line: when, who, what. It leads to its moment. */
export const ConsoleRow = memo(function ConsoleRow(props: ConsoleRowProps) {
  const { line, name, monogram, isSelected, isLast, onSeek } = props;
  const words = useMessages(consoleMessages);
  const who = line.task === MAIN ? words.main : name;
  return (
    <button
      type="button"
      className="console-row"
      data-selected={isSelected || undefined}
      data-last={isLast || undefined}
      title={words.goTo}
      aria-label={words.row(readout(line.time), who, line.text)}
      onClick={() => onSeek(line.index)}
    >
      <time>{readout(line.time)}</time>
      <span className="console-who">{monogram}</span>
      <span className="console-text">{line.text}</span>
    </button>
  );
});
