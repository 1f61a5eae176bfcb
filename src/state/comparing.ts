import { traceTime } from "#base/units.ts";
import type { Player } from "#player/player-types.ts";
import type { LinkState } from "#scenario/link.ts";
import type { ComparedModes } from "#scenario/link-settings.ts";
import type { AppStore, Comparing } from "./app-store.ts";

/**
 * Puts modes side by side under a playhead that stands where the run's does; undefined goes back to the run, at the same
 * moment and speed.
 */
export function putSideBySide(
  modes: ComparedModes | undefined,
  store: AppStore,
  player: Player,
  sideBySide: Player,
): void {
  const { comparing } = store.getState();
  if (modes === undefined && comparing === undefined) return;
  player.pause();
  sideBySide.pause();
  if (modes !== undefined) {
    if (comparing === undefined) sideBySide.setPlaybackRate(player.getState().playbackRate);
    const from = comparing?.from ?? player.getState().currentTime;
    store.setState({ comparing: { modes, from }, panel: undefined });
    return;
  }
  const { currentTime, track, playbackRate } = sideBySide.getState();
  player.setPlaybackRate(playbackRate);
  store.setState({ comparing: undefined });
  // The step within the moment is the run's own: it is lost only where the moment is another one.
  if (track.length > 0 && currentTime !== player.getState().currentTime) player.seek(currentTime);
}

/** What a link says is to be compared, and at which moment. */
export const comparingOf = ({ compare, at = 0 }: LinkState): Comparing | undefined =>
  compare && { modes: compare, from: traceTime(at) };
