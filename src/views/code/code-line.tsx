import { memo, useMemo } from "react";
import { writeCount } from "#base/write-number.ts";
import { codeMessages } from "#i18n/code.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stateNames } from "#i18n/states.ts";
import type { ProgramLine } from "#scenario/program/program.ts";
import { MAIN, type TaskId } from "#trace/trace.ts";
import { type Chip, chipsOf, tintOf } from "./line-view.ts";
import { tokenizePython } from "./python-tokens.ts";
import type { LineStandings } from "./standings.ts";

export interface CodeLineProps {
  readonly index: number;
  readonly line: ProgramLine;
  readonly standings: LineStandings;
  readonly names: readonly string[];
  readonly monograms: readonly string[];
  readonly selected: TaskId | undefined;
  /** Only if it stands on this line: the others need not be drawn anew. */
  readonly hovered: TaskId | undefined;
  readonly isTabStop: boolean;
  /** In a list of which only a part is in the document: the line's place in CSS px, how many lines there are, and who wants to know its height. */
  readonly top?: number;
  readonly count?: number;
  measure?(row: HTMLElement | null): void;
  onSeek(line: number): void;
  onSelect(task: TaskId | undefined): void;
  onHover(task: TaskId | undefined): void;
}

/** One numbered line: tinted by the state of who stands on it; a line that belongs to the run leads to it. */
export const CodeLine = memo(function CodeLine(props: CodeLineProps) {
  const { index, line, standings, selected, isTabStop, onSeek, onSelect } = props;
  const { top, count, measure } = props;
  const words = useMessages(codeMessages);
  const chips = chipsOf(standings, selected);
  const content = <LineText text={line.text} />;
  return (
    <li
      className="code-line"
      data-state={tintOf(standings)}
      data-index={index}
      ref={measure}
      style={top === undefined ? undefined : { top }}
      aria-posinset={count && index + 1}
      aria-setsize={count}
    >
      {line.mark === undefined ? (
        <div className="code-row" data-number={index + 1}>
          {content}
        </div>
      ) : (
        <button
          type="button"
          className="code-row"
          data-line={index}
          data-number={index + 1}
          tabIndex={isTabStop ? 0 : -1}
          title={words.goTo}
          aria-label={words.line(index + 1, line.text.trim())}
          onClick={() => onSeek(index)}
        >
          {content}
        </button>
      )}
      {chips.length > 0 && (
        <span className="code-chips">
          {chips.map((chip) => (
            <ChipMark
              key={chip.kind === "one" ? chip.task : chip.state}
              chip={chip}
              {...{ props, onSelect }}
            />
          ))}
        </span>
      )}
    </li>
  );
});

function LineText({ text }: { readonly text: string }) {
  const tokens = useMemo(() => tokenizePython(text.trimStart()), [text]);
  const indent = text.length - text.trimStart().length;
  return (
    <code className="code-text" style={{ "--indent": `${indent}ch` } as React.CSSProperties}>
      {tokens.map((token, k) =>
        token.kind === "other" ? (
          token.text
        ) : (
          // Tokens have no identity but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <span key={k} data-token={token.kind} data-beside={k > 0 || undefined}>
            {token.text}
          </span>
        ),
      )}
    </code>
  );
}

interface ChipMarkProps {
  readonly chip: Chip;
  readonly props: CodeLineProps;
  onSelect(task: TaskId | undefined): void;
}

function ChipMark({ chip, props, onSelect }: ChipMarkProps) {
  const words = useMessages(codeMessages);
  const states = useMessages(stateNames);
  if (chip.kind === "many")
    return (
      <span className="code-chip" data-state={chip.state} title={words.crowd(chip.count, states[chip.state])}>
        ×{writeCount(chip.count)}
      </span>
    );
  const isMain = chip.task === MAIN;
  const name = isMain ? words.main : (props.names[chip.task] as string);
  const isSelected = chip.task === props.selected;
  return (
    <button
      type="button"
      className="code-chip"
      tabIndex={-1}
      data-state={isMain && chip.state !== "failed" ? "main" : chip.state}
      aria-pressed={isSelected}
      aria-label={words.standing(name, states[chip.state])}
      title={words.standing(name, states[chip.state])}
      data-hovered={(chip.task === props.hovered && !isSelected) || undefined}
      onClick={() => onSelect(isSelected ? undefined : chip.task)}
      onPointerEnter={() => props.onHover(chip.task)}
      onPointerLeave={() => props.onHover(undefined)}
    >
      {props.monograms[chip.task]}
    </button>
  );
}
