import type { Milliseconds } from "#base/units.ts";
import { hasEnded } from "#trace/has-ended.ts";
import { compareRuns } from "#trace/measurement/compare-runs.ts";
import { gapsOf, type HeartbeatGap, longestGap } from "#trace/measurement/heartbeat.ts";
import { measureOverhead } from "#trace/measurement/overhead.ts";
import { type Line, type LiveScene, type Scene, shorten, taskTotal } from "./scene.ts";

/** Real timers may be early by a little; a run this much shorter than predicted has another reason. */
const CLEARLY_FASTER: Milliseconds = 50;

/** Says what a measured run came to, what was predicted, and where the difference went. */
export function narrateMeasuredEnding(scene: Scene, live: LiveScene): Line {
  const { model, step, snapshot } = scene;
  const { words, predicted } = live;
  const { total, measuredRun } = compareRuns(predicted, model);
  if (measuredRun === "cancelled") return { what: words.cancelled(model.total), why: words.cutShort() };
  const { error } = model.trace.detailAt(step);
  const all = taskTotal(scene);
  const what =
    error !== undefined
      ? words.endedWithError(model.total, shorten(error))
      : snapshot.counts.done === all && all > 0
        ? words.allDone(model.total)
        : words.ended(model.total);
  return { what, why: whyDifferent(scene, live, total.difference ?? 0) };
}

function whyDifferent(scene: Scene, live: LiveScene, difference: Milliseconds): string {
  const { words, predicted, measurement } = live;
  if (measurement.transport === "sleep") return words.withoutNetwork(predicted.total, difference);
  const silence = heartbeatGap(scene, live, 0, scene.model.total);
  // A blocked loop of asyncio cannot even send what is awaited beside; the network of a browser is not its loop's.
  if (silence !== undefined && difference < -CLEARLY_FASTER)
    return words.sentAtOnce(predicted.total, difference);
  if (silence !== undefined) return words.silent(predicted.total, difference, silence.to - silence.from);
  const { message, handler, answer } = measureOverhead(measurement);
  if (message === undefined || handler === undefined || answer === undefined)
    return words.predicted(predicted.total, difference);
  return words.legs(predicted.total, difference, {
    message: message.median,
    handler: handler.median,
    answer: answer.median,
  });
}

/** What the heartbeat says of a stretch in which the loop's thread was held; undefined where it goes on, or is unknown. */
export function whyHeartbeatStopped(
  scene: Scene,
  start: Milliseconds,
  end: Milliseconds,
): string | undefined {
  const { live, model, snapshot } = scene;
  const waiting = snapshot.counts.ready + snapshot.counts.suspended;
  const gap = live && heartbeatGap(scene, live, start, end);
  if (live === undefined || gap === undefined) return undefined;
  if (!gap.open || hasEnded(model.trace)) return live.words.heartbeatStoodStill(gap.to - gap.from, waiting);
  // While the run goes on, ticks are told late: that there are none yet after the stretch means nothing.
  return end < model.trace.end ? undefined : live.words.heartbeatStopped();
}

/** The longest silence of the loop's heartbeat that touches a stretch of time. Other modes have no loop. */
function heartbeatGap(
  { model }: Scene,
  { measurement }: LiveScene,
  start: Milliseconds,
  end: Milliseconds,
): HeartbeatGap | undefined {
  const heartbeat = measurement.heartbeats.find(({ worker }) => worker === 0);
  if (heartbeat === undefined || model.scenario.mode !== "async") return undefined;
  return longestGap(gapsOf(heartbeat, model.trace.end).filter((gap) => gap.from < end && start < gap.to));
}
