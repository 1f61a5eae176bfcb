import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useLayoutEffect, useRef } from "react";
import type { TraceModel } from "#trace/model-types.ts";
import type { StepIndex, TaskId } from "#trace/trace.ts";
import { ConsoleEnd } from "./console-end.tsx";
import { ConsoleRow } from "./console-row.tsx";

export interface ConsoleRowsProps {
  readonly model: TraceModel;
  readonly printed: number;
  readonly hasEnded: boolean;
  readonly monograms: readonly string[];
  readonly selected: TaskId | undefined;
  onSeek(step: StepIndex): void;
  readonly hovered: TaskId | undefined;
  onHover(task: TaskId | undefined): void;
}

/** A guess of a row's height in px; rows are measured once they are shown. */
const ROW = 22;
const NEAR = ROW + 4;

/** The printed lines, of which only those in view are in the document. Stays at the bottom unless it was scrolled up. */
export function ConsoleRows(props: ConsoleRowsProps) {
  const { model, printed, hasEnded, monograms, selected, onSeek, hovered, onHover } = props;
  const box = useRef<HTMLDivElement>(null);
  const sticks = useRef(true);
  const inView = useCallback(
    (range: Range) => defaultRangeExtractor(sticks.current ? lastOf(range) : range),
    [],
  );
  const rows = useVirtualizer({
    count: printed,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 20,
    rangeExtractor: inView,
  });
  const height = rows.getTotalSize();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever what is shown grows or is measured
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !sticks.current) return;
    // What is below the last row leaves room for moving on to where the next row begins.
    const least = element.scrollHeight - element.clientHeight - ROW;
    const first = rows.getVirtualItems().find(({ start }) => start >= least);
    element.scrollTop = least <= 0 ? 0 : (first?.start ?? least);
  }, [printed, hasEnded, height]);
  const onScroll = () => {
    const element = box.current;
    if (element) sticks.current = element.scrollTop + element.clientHeight > element.scrollHeight - NEAR;
  };
  return (
    <div className="console-box" ref={box} onScroll={onScroll} role="log" aria-live="off">
      <ol className="console-rows" style={{ height }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = model.prints[index];
          return (
            line && (
              <li key={index} data-index={index} ref={rows.measureElement} style={{ top: start }}>
                <ConsoleRow
                  line={line}
                  name={model.trace.names[line.task] as string}
                  monogram={monograms[line.task] as string}
                  isSelected={line.task === selected}
                  isHovered={line.task === hovered && line.task !== selected}
                  onHover={onHover}
                  isLast={index === printed - 1}
                  onSeek={onSeek}
                />
              </li>
            )
          );
        })}
      </ol>
      {hasEnded ? <ConsoleEnd model={model} /> : <span className="console-cursor" aria-hidden="true" />}
    </div>
  );
}

/**
 * As many rows, but the last ones. While thousands of lines arrive in every frame, the place that was scrolled to is
 * always that of a frame ago: waiting for it would show nothing at all.
 */
function lastOf(range: Range): Range {
  const behind = range.count - 1 - range.endIndex;
  return { ...range, startIndex: range.startIndex + behind, endIndex: range.count - 1 };
}
