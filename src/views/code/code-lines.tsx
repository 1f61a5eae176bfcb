import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { CssPixels } from "#base/units.ts";
import type { ProgramLine } from "#scenario/program/program.ts";
import type { TaskId } from "#trace/trace.ts";
import { useGradually } from "#ui/gradually.ts";
import { CodeLine } from "./code-line.tsx";
import type { LineStandings, Standings } from "./standings.ts";
import { useLineInView } from "./use-line-in-view.ts";
import { useRovingFocus } from "./use-roving-focus.ts";

export interface CodeLinesProps {
  readonly lines: readonly ProgramLine[];
  readonly standings: Standings;
  /** The line to keep in view. */
  readonly current: number | undefined;
  readonly names: readonly string[];
  readonly monograms: readonly string[];
  readonly selected: TaskId | undefined;
  onSeek(line: number): void;
  onSelect(task: TaskId | undefined): void;
  readonly hovered: TaskId | undefined;
  onHover(task: TaskId | undefined): void;
}

const NOBODY_HERE: LineStandings = { named: [], crowds: [] };
/** Of a longer program only the lines in view, and the one with the tab stop, are in the document. */
const MOST_PLAIN_LINES = 300;
/** So many are put on a page that is being opened at a time. */
const FEW_LINES = 6;
/** A guess of a line's height in px; lines are measured once they are shown, because long ones wrap. */
const LINE = 19;

/** The program's lines as a list that scrolls on its own. */
export function CodeLines({ lines, standings, current, hovered, ...rest }: CodeLinesProps) {
  const list = useRef<HTMLOListElement>(null);
  const { tabStop, onFocus, onKeyDown } = useRovingFocus(list, lines);
  const isLong = lines.length > MOST_PLAIN_LINES;
  const shown = useGradually(isLong ? 0 : lines.length, FEW_LINES, "seen");
  const virtual = useVirtualizer({
    count: lines.length,
    enabled: isLong,
    estimateSize: () => LINE,
    getScrollElement: () => list.current,
    overscan: 20,
    scrollPaddingStart: 2 * LINE,
    scrollPaddingEnd: 2 * LINE,
    rangeExtractor: (range) => withLine(defaultRangeExtractor(range), tabStop),
  });
  const toCome = isLong ? 0 : lines.length - shown;
  const isThere = isLong || (current !== undefined && current < shown);
  useLineInView(list, isThere ? current : undefined, isLong ? virtual.scrollToIndex : undefined);
  const lineAt = (index: number, line: ProgramLine, top?: number) => {
    const here = standings.get(index) ?? NOBODY_HERE;
    return (
      <CodeLine
        key={index}
        index={index}
        line={line}
        standings={here}
        hovered={here.named.some(({ task }) => task === hovered) ? hovered : undefined}
        isTabStop={index === tabStop}
        {...rest}
        {...(top !== undefined && { top, count: lines.length, measure: virtual.measureElement })}
      />
    );
  };
  return (
    <ol
      className="code-lines"
      data-long={isLong || undefined}
      style={
        isLong ? sizesOf(lines.length, virtual.getTotalSize()) : toCome > 0 ? roomFor(toCome) : undefined
      }
      aria-busy={toCome > 0 || undefined}
      ref={list}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      {isLong
        ? virtual
            .getVirtualItems()
            .map(({ index, start }) => lineAt(index, lines[index] as ProgramLine, start))
        : lines.slice(0, shown).map((line, index) => lineAt(index, line))}
    </ol>
  );
}

/** Room for the lines that are to come: what stands below does not move meanwhile. */
const roomFor = (count: number) => ({ paddingBottom: `calc(${count} * var(--lh-code))` });

/** What the style of a long list must know: its whole height, and how wide its numbers are. */
function sizesOf(count: number, height: CssPixels): React.CSSProperties {
  const sizes = { "--height": `${height}px`, "--number": `calc(${String(count).length}ch + 1rem)` };
  return sizes as React.CSSProperties;
}

/** The indexes in view and one more, in order: what has the focus must not leave the document. */
function withLine(inView: readonly number[], line: number): number[] {
  if (line < 0 || inView.includes(line)) return [...inView];
  return [...inView, line].sort((a, b) => a - b);
}
