import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { stateNames } from "#i18n/states.ts";
import { timelineWords } from "#i18n/timeline.ts";
import type { ThreadInfo, TraceModel } from "#trace/model-types.ts";
import { MAIN } from "#trace/trace.ts";
import { type Row, rowsOf } from "./rows.ts";
import { activityLabel, fixedSeconds, readyReason, suspendedReason, threadName } from "./span-label.ts";

/** Up to here all rows stand in the document; above, only those in view. */
const MOST_PLAIN_ROWS = 200;
const ROW_HEIGHT = 28;

/** The timeline in text: the same facts as rows. Always in the document; on screen when it is asked for. */
export function TableTwin({ model, visible }: { readonly model: TraceModel; readonly visible: boolean }) {
  const words = useMessages(timelineWords);
  const rows = useMemo(() => rowsOf(model), [model]);
  const threads = useMemo(() => new Map(model.threads.map((info) => [info.worker, info])), [model]);
  const scroller = useRef<HTMLElement>(null);
  const many = rows.count > MOST_PLAIN_ROWS;
  const virtual = useVirtualizer({
    count: rows.count,
    enabled: many,
    estimateSize: () => ROW_HEIGHT,
    getScrollElement: () => scroller.current,
    overscan: 12,
  });
  const inView = many
    ? virtual.getVirtualItems().map(({ index }) => index)
    : Array.from({ length: rows.count }, (_, index) => index);
  const above = many ? (virtual.getVirtualItems()[0]?.start ?? 0) : 0;
  const below = many ? virtual.getTotalSize() - (virtual.getVirtualItems().at(-1)?.end ?? 0) : 0;
  return (
    <section
      ref={scroller}
      className={visible ? "timeline-table" : "timeline-table timeline-unseen"}
      // A scrolling region must be reachable by keyboard.
      tabIndex={visible ? 0 : -1}
      aria-label={words.table}
    >
      <table aria-rowcount={rows.count + 1}>
        <caption>{words.caption(fixedSeconds(model.total))}</caption>
        <thead>
          <tr>
            {Object.entries(words.columns).map(([key, title]) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={above} />
          {inView.map((index) => (
            <TwinRow key={index} index={index} row={rows.rowAt(index)} model={model} threads={threads} />
          ))}
          <Spacer height={below} />
        </tbody>
      </table>
    </section>
  );
}

/** Stands for the rows that are out of view. */
function Spacer({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr>
      <td colSpan={7} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

interface TwinRowProps {
  readonly row: Row;
  readonly index: number;
  readonly model: TraceModel;
  readonly threads: ReadonlyMap<number, ThreadInfo>;
}

function TwinRow({ row, index, model, threads }: TwinRowProps) {
  const words = useMessages(timelineWords);
  const states = useMessages(stateNames);
  const thread = row.worker === undefined ? undefined : threads.get(row.worker);
  const duration = row.end - row.start;
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row">{row.task === MAIN ? words.main : model.trace.names[row.task]}</th>
      <td>{thread ? threadName(thread, words).name : "–"}</td>
      <td className={`timeline-state-${row.state}`}>{states[row.state]}</td>
      <td>{whyOf(row, model, words)}</td>
      <td>{fixedSeconds(row.start)}</td>
      <td>{fixedSeconds(row.end)}</td>
      <td>{duration > 0 ? fixedSeconds(duration) : words.instant}</td>
    </tr>
  );
}

function whyOf(row: Row, model: TraceModel, words: (typeof timelineWords)["en"]): string {
  if (row.callback !== undefined) return words.callback(row.callback);
  if (!row.span) return "";
  const { state, detail } = row.span;
  if (state === "suspended") return suspendedReason(row.span, words);
  if (state === "ready") return readyReason(model.scenario, words);
  if (state === "failed") return detail.error ?? "";
  if (state === "done") return detail.result ?? "";
  return activityLabel(row.span, words);
}
