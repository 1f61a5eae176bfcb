import { writeClock } from "#base/write-number.ts";
import { liveMessages } from "#i18n/live.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { LiveRun } from "#state/live-state.ts";

/** How far a run under way is. It changes many times a second, so no region that is read out may hold it. */
export function Progress({ run: { model, measurement, elapsed } }: { readonly run: LiveRun }) {
  const words = useMessages(liveMessages);
  const { done, failed, cancelled } = model.snapshotAt(model.trace.length - 1, model.trace.end).counts;
  const ended = done + failed + cancelled;
  const all = model.taskCount - 1;
  return (
    <p className="live-progress">
      <b>{words.elapsed(writeClock(elapsed))}</b>
      <progress aria-label={words.progressLabel} value={ended} max={Math.max(1, all)} />
      <span>{words.progress(ended, all)}</span>
      <span>{words.workers(measurement.workers.length)}</span>
      {measurement.transport === "sleep" && <span>{words.withoutNetwork}</span>}
    </p>
  );
}
