import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useMemo, useRef } from "react";
import type { Milliseconds } from "#base/units.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stateNames } from "#i18n/states.ts";
import { type TimelineWords, timelineWords } from "#i18n/timeline.ts";
import type { ThreadInfo, TraceModel } from "#trace/model-types.ts";
import { MAIN } from "#trace/trace.ts";
import { HeartbeatTable } from "./heartbeat-table.tsx";
import { type Row, rowsOf } from "./rows.ts";
import {
  activityLabel,
  fixedSeconds,
  measuredSeconds,
  readyReason,
  suspendedReason,
  threadName,
} from "./span-label.ts";
import type { Run } from "./use-run.ts";

/** Up to here all rows stand in the document; above, only those in view. */
const MOST_PLAIN_ROWS = 200;
const ROW_HEIGHT = 28;

interface TableTwinProps {
  readonly run: Run;
  readonly visible: boolean;
}

/** The timeline in text: the same facts as rows. Always in the document; on screen when it is asked for. */
export const TableTwin = memo(function TableTwin({ run, visible }: TableTwinProps) {
  const { model, live } = run;
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
        <caption>{words.caption(secondsOf(run)(model.total))}</caption>
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
            <TwinRow key={index} index={index} row={rows.rowAt(index)} run={run} threads={threads} />
          ))}
          <Spacer height={below} />
        </tbody>
      </table>
      {live && <HeartbeatTable run={run} live={live} />}
    </section>
  );
});

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
  readonly run: Run;
  readonly threads: ReadonlyMap<number, ThreadInfo>;
}

function TwinRow({ row, index, run, threads }: TwinRowProps) {
  const { model, live } = run;
  const seconds = secondsOf(run);
  const words = useMessages(timelineWords);
  const states = useMessages(stateNames);
  const thread = row.worker === undefined ? undefined : threads.get(row.worker);
  const duration = row.end - row.start;
  // How long it will last, nobody knows yet.
  const open = live?.underWay === true && row.span?.to === model.trace.length;
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row">{row.task === MAIN ? words.main : model.trace.names[row.task]}</th>
      <td>{thread ? threadName(thread, words).name : "–"}</td>
      <td className={`timeline-state-${row.state}`}>{states[row.state]}</td>
      <td>{whyOf(row, model, words)}</td>
      <td>{seconds(row.start)}</td>
      <td>{open ? "–" : seconds(row.end)}</td>
      <td>{open ? "–" : isWritten(duration) ? seconds(duration) : words.instant}</td>
    </tr>
  );
}

/** What is shorter than the smallest number that is written is an instant to the reader. */
const isWritten = (ms: Milliseconds) => ms >= 0.5;

const secondsOf = ({ live }: Run) => (live ? measuredSeconds : fixedSeconds);

function whyOf(row: Row, model: TraceModel, words: TimelineWords): string {
  if (row.callback !== undefined) return words.callback(row.callback);
  if (!row.span) return "";
  const { state, detail } = row.span;
  if (state === "suspended") return suspendedReason(row.span, words);
  if (state === "ready") return readyReason(model.scenario, words);
  if (state === "failed") return detail.error ?? "";
  if (state === "done") return detail.result ?? "";
  return activityLabel(row.span, words);
}
