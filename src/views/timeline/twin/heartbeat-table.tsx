import { useMessages } from "#i18n/messages.tsx";
import { timelineWords } from "#i18n/timeline.ts";
import { longestGap } from "#trace/measurement/heartbeat.ts";
import { heartbeatSeconds } from "../draw-heartbeat.ts";
import type { LiveLayer } from "../live-layer.ts";
import { threadName } from "../span-label.ts";
import type { Run } from "../use-run.ts";

/** The heartbeat lane in text: every stretch in which a worker did not tick. */
export function HeartbeatTable({ run: { tracks }, live }: { readonly run: Run; readonly live: LiveLayer }) {
  const words = useMessages(timelineWords);
  const gaps = live.strips.flatMap(({ worker, gaps }) => gaps.map((gap) => ({ worker, ...gap })));
  const longest = longestGap(gaps);
  if (live.strips.every(({ ticks }) => ticks.length === 0) && !longest) return null;
  if (!longest) return <p className="timeline-heartbeat">{words.heartbeatSteady(live.period)}</p>;
  const infoOf = (worker: number) => tracks.find(({ info }) => info.worker === worker)?.info;
  const { task: _, state, why, ...columns } = words.columns;
  return (
    <table>
      <caption>
        {words.heartbeatCaption(
          live.period,
          heartbeatSeconds(longest.to - longest.from),
          heartbeatSeconds(longest.from),
          heartbeatSeconds(longest.to),
        )}
      </caption>
      <thead>
        <tr>
          {Object.entries(columns).map(([key, title]) => (
            <th key={key} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {gaps.map(({ worker, from, to, open }) => {
          const info = infoOf(worker);
          return (
            <tr key={`${worker} ${from}`}>
              <th scope="row">{info ? threadName(info, words).name : worker}</th>
              <td>{heartbeatSeconds(from)}</td>
              <td>{open ? "–" : heartbeatSeconds(to)}</td>
              <td>{heartbeatSeconds(to - from)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
