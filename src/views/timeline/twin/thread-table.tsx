import { type RefObject, useMemo } from "react";
import { upperBound } from "#base/binary-search.ts";
import { lanesWords } from "#i18n/lanes.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stateNames } from "#i18n/states.ts";
import { timelineWords } from "#i18n/timeline.ts";
import { MAIN } from "#trace/trace.ts";
import { hasThreadLanes } from "../core-track.ts";
import { shownThreads } from "../lane-layout.ts";
import { threadName } from "../span-label.ts";
import { type ThreadTrack, trackOf } from "../thread-track.ts";
import type { Run } from "../use-run.ts";
import { LongTable } from "./long-table.tsx";
import { durationOf, secondsOf } from "./seconds.ts";
import { type TwinLinks, TwinRow } from "./twin-row.tsx";
import "../state-colors.css";

interface ThreadTableProps {
  readonly run: Run;
  readonly of: "threads" | "cores";
  readonly scroller: RefObject<HTMLElement | null>;
  readonly links: TwinLinks;
}

/** The thread lanes in text: who held each thread, or was on each core, from when to when. */
export function ThreadTable({ run, of, scroller, links }: ThreadTableProps) {
  const { model, live } = run;
  // The threads are told of also where the cores have their place on the canvas.
  const tracks = useMemo(() => tracksOf(run, of), [run, of]);
  const words = useMessages(timelineWords);
  const lanes = useMessages(lanesWords);
  const states = useMessages(stateNames);
  const offsets = useMemo(() => offsetsOf(tracks), [tracks]);
  const seconds = secondsOf(run);
  const { thread, task, state, from, to, seconds: lasts } = words.columns;
  return (
    <LongTable
      caption={of === "cores" ? lanes.coresCaption : lanes.threadsCaption}
      columns={[of === "cores" ? lanes.core : thread, task, state, from, to, lasts]}
      count={offsets.at(-1) ?? 0}
      scroller={scroller}
      row={(index) => {
        const nth = upperBound(offsets, index) - 1;
        const track = tracks[nth] as ThreadTrack;
        const hold = track.at(index - (offsets[nth] as number));
        const open = live?.underWay === true && hold.to === model.trace.length;
        const name = hold.program ?? (hold.task === MAIN ? words.main : model.trace.names[hold.task]);
        return (
          <TwinRow
            key={index}
            links={links}
            index={index}
            task={Math.max(MAIN, hold.task)}
            at={{ time: hold.start, step: hold.from }}
            seconds={seconds(hold.start)}
            head={threadName(track.info, words).name}
          >
            <td>{hold.callback === undefined ? name : `${name} · ${words.callback(hold.callback)}`}</td>
            <td className={`timeline-state-${hold.state}`}>{states[hold.state]}</td>
            <td>{seconds(hold.start)}</td>
            <td>{open ? "–" : seconds(hold.end)}</td>
            <td>{open ? "–" : durationOf(run, hold, words)}</td>
          </TwinRow>
        );
      }}
    />
  );
}

function tracksOf({ model, tracks, live }: Run, of: ThreadTableProps["of"]): readonly ThreadTrack[] {
  if (of === "cores") return tracks.filter(({ info }) => info.kind === "core");
  return hasThreadLanes(model)
    ? tracks.filter(({ info }) => info.kind !== "core")
    : shownThreads(model).map((thread) => trackOf(model, thread, live));
}

/** How many rows stand before those of each thread; at the end, how many there are. */
function offsetsOf(tracks: readonly ThreadTrack[]): readonly number[] {
  let sum = 0;
  return [0, ...tracks.map(({ count }) => (sum += count))];
}
