import { memo, useMemo, useRef } from "react";
import { lanesWords } from "#i18n/lanes.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stateNames } from "#i18n/states.ts";
import { type TimelineWords, timelineWords } from "#i18n/timeline.ts";
import type { ThreadInfo, TraceModel } from "#trace/model-types.ts";
import { MAIN, type TaskId } from "#trace/trace.ts";
import type { LaneOrder } from "../lane-order.ts";
import type { LaneArrangement } from "../lanes/lane-choice.ts";
import { activityLabel, readyReason, suspendedReason, threadName } from "../span-label.ts";
import type { Position } from "../time-scale.ts";
import type { Run } from "../use-run.ts";
import { HeartbeatTable } from "./heartbeat-table.tsx";
import { LongTable } from "./long-table.tsx";
import { type Row, rowsOf } from "./rows.ts";
import { durationOf, secondsOf } from "./seconds.ts";
import { ThreadTable } from "./thread-table.tsx";
import "./twin.css";
import { type TwinLinks, TwinRow } from "./twin-row.tsx";
import "../state-colors.css";

interface TableTwinProps {
  readonly run: Run;
  readonly order: LaneOrder;
  /** What the order came from: the caption says it. */
  readonly arrangement: LaneArrangement;
  readonly visible: boolean;
  readonly selected: TaskId | undefined;
  readonly hovered: TaskId | undefined;
  readonly onVisit: (task: TaskId, position: Position) => void;
  readonly onHover: (task: TaskId | undefined) => void;
}

/** The timeline in text: the same facts as rows. Always in the document; on screen when it is asked for. */
export const TableTwin = memo(function TableTwin(props: TableTwinProps) {
  const { run, order, arrangement, visible, selected, hovered, onVisit, onHover } = props;
  const { model, live } = run;
  const words = useMessages(timelineWords);
  const lanes = useMessages(lanesWords);
  const rows = useMemo(() => rowsOf(model, order), [model, order]);
  const threads = useMemo(() => new Map(model.threads.map((info) => [info.worker, info])), [model]);
  const scroller = useRef<HTMLElement>(null);
  const links: TwinLinks = { visible, selected, hovered, visit: onVisit, hover: onHover };
  const { sort, direction } = arrangement;
  const reversed = sort === "given" ? lanes.reversedOnly : lanes.reversed;
  const counted = lanes.tasksCaption(order.count, model.taskCount - 1, secondsOf(run)(model.total));
  return (
    <section
      ref={scroller}
      className={visible ? "timeline-table" : "timeline-table timeline-unseen"}
      // A scrolling region must be reachable by keyboard.
      tabIndex={visible ? 0 : -1}
      aria-label={words.table}
    >
      <LongTable
        caption={`${counted}${lanes.sortedBy[sort]}${direction === "descending" ? reversed : ""}`}
        columns={Object.values(words.columns)}
        count={rows.count}
        scroller={scroller}
        row={(index) => (
          <TaskRow
            key={index}
            index={index}
            row={rows.rowAt(index)}
            run={run}
            threads={threads}
            links={links}
          />
        )}
      />
      <ThreadTable run={run} of="threads" scroller={scroller} links={links} />
      {model.coreCount > 0 && <ThreadTable run={run} of="cores" scroller={scroller} links={links} />}
      {live && <HeartbeatTable run={run} live={live} />}
    </section>
  );
});

interface TaskRowProps {
  readonly row: Row;
  readonly index: number;
  readonly run: Run;
  readonly threads: ReadonlyMap<number, ThreadInfo>;
  readonly links: TwinLinks;
}

function TaskRow({ row, index, run, threads, links }: TaskRowProps) {
  const { model, live } = run;
  const words = useMessages(timelineWords);
  const states = useMessages(stateNames);
  const seconds = secondsOf(run);
  const thread = row.worker === undefined ? undefined : threads.get(row.worker);
  // How long it will last, nobody knows yet.
  const open = live?.underWay === true && row.span?.to === model.trace.length;
  return (
    <TwinRow
      links={links}
      index={index}
      task={row.task}
      at={{ time: row.start, step: row.from }}
      seconds={seconds(row.start)}
      head={row.task === MAIN ? words.main : (model.trace.names[row.task] as string)}
    >
      <td>{thread ? threadName(thread, words).name : "–"}</td>
      <td className={`timeline-state-${row.state}`}>{states[row.state]}</td>
      <td>{whyOf(row, model, words)}</td>
      <td>{seconds(row.start)}</td>
      <td>{open ? "–" : seconds(row.end)}</td>
      <td>{open ? "–" : durationOf(run, row, words)}</td>
    </TwinRow>
  );
}

function whyOf(row: Row, model: TraceModel, words: TimelineWords): string {
  if (row.callback !== undefined) return words.callback(row.callback);
  if (!row.span) return "";
  const { state, detail } = row.span;
  if (state === "suspended") return suspendedReason(row.span, words);
  if (state === "ready") return readyReason(model.scenario, words, row.span.activity);
  if (state === "failed") return detail.error ?? "";
  if (state === "done") return detail.result ?? "";
  return activityLabel(row.span, words);
}
