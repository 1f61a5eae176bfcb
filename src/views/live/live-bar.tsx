import { writeClock } from "#base/write-number.ts";
import { liveMessages } from "#i18n/live.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { TraceModel } from "#trace/model-types.ts";
import { Actions, type LiveVerbs } from "./actions.tsx";
import { Ending, Violations } from "./ending.tsx";
import type { ShownLive } from "./live-view-types.ts";
import { Progress } from "./progress.tsx";
import { Refusal } from "./refusal.tsx";
import { Unavailable } from "./unavailable.tsx";
import "./live-bar.css";

interface LiveBarProps extends LiveVerbs {
  readonly live: ShownLive;
  /** The simulation of the same scenario; undefined while there is none. */
  readonly predicted: TraceModel | undefined;
  /** Whether the comparison is open beside the picture. */
  readonly comparing: boolean;
}

/** One line under the header: how far the real run is, what it came to, or why there is none, and what to do next. */
export function LiveBar(props: LiveBarProps) {
  const { live, predicted } = props;
  const words = useMessages(liveMessages);
  const isProblem = live.status === "unavailable" || live.status === "refused" || live.status === "failed";
  const message = <Message live={live} predicted={predicted} />;
  return (
    <section className="live-bar" aria-label={words.bar}>
      {live.status === "ended" && <Violations run={live.run} />}
      {/* It stays in the page, empty if need be: only a change in a region that was there is read out reliably. */}
      <div role="status" className="live-said">
        {!isProblem && message}
      </div>
      {isProblem && (
        <div role="alert" className="live-said">
          {message}
        </div>
      )}
      {live.status === "running" && <Progress run={live.run} />}
      <Actions {...props} />
    </section>
  );
}

function Message({ live, predicted }: Pick<LiveBarProps, "live" | "predicted">) {
  const words = useMessages(liveMessages);
  switch (live.status) {
    case "starting":
      return words.starting;
    case "unavailable":
      return <Unavailable reason={live.reason} detail={live.detail} />;
    case "refused":
      return <Refusal obstacles={live.obstacles} />;
    case "ready":
      return (
        <>
          <strong>{words.ready}</strong> {predicted && words.prediction(writeClock(predicted.total))}{" "}
          <small>{live.transport === "sleep" ? words.withoutNetwork : words.labels}</small>
        </>
      );
    case "running":
      return <strong>{words.running}</strong>;
    case "ended":
      return <Ending run={live.run} predicted={predicted} />;
    case "cancelled":
      return words.cancelled[live.why];
    case "failed":
      return (
        <>
          <strong>{words.failed}</strong> {live.message}
        </>
      );
  }
}
