import { type RefObject, useMemo } from "react";
import type { CssPixels } from "#base/units.ts";
import type { Palette } from "#state/palette.ts";
import { type HeldThreads, heldThreadsOf } from "./held-threads.ts";
import { hasRoomForThreads, type LaneLayout, layoutLanes } from "./lane-layout.ts";
import type { LaneOrder } from "./lane-order.ts";
import type { ThreadLanes } from "./lanes/lane-choice.ts";
import { useElementSize } from "./use-element-size.ts";
import type { Run } from "./use-run.ts";

interface LaneWishes {
  readonly run: Run;
  readonly order: LaneOrder;
  readonly threads: ThreadLanes;
  readonly allLanes: boolean;
  readonly palette: Palette | undefined;
  /** Of the plot. */
  readonly height: CssPixels;
  /** The whole timeline. */
  readonly root: RefObject<HTMLElement | null>;
}

/** With more threads than these, all lanes at once leave room for one lane of all threads only. */
const MOST_LOW_THREADS = 3;

/**
 * The lanes' layout, and what the one lane of all threads shows where there is one: the same layout for as long as the
 * number of lanes and the room stay the same, however the run grows.
 */
export function useLaneLayout(wishes: LaneWishes): {
  readonly layout: LaneLayout | undefined;
  readonly summary: HeldThreads | undefined;
} {
  const { run, order, palette, height, allLanes: all } = wishes;
  const { model, tracks, live } = run;
  const heartbeats = live?.strips.length ?? 0;
  const inOne = useThreadsInOne(wishes, heartbeats) || (all && tracks.length > MOST_LOW_THREADS);
  const summary = useMemo(() => (inOne ? heldThreadsOf(model, tracks) : undefined), [inOne, model, tracks]);
  const threads = inOne ? "summary" : tracks.length;
  const layout = useMemo(() => {
    if (!palette || height === 0) return undefined;
    const { unit, size } = palette;
    const target = all ? 0 : palette.target;
    return layoutLanes({ height, unit, size, threads, order, heartbeats, all, target });
  }, [palette, height, threads, order, heartbeats, all]);
  return { layout, summary };
}

/** Height of what stands under the plot, in the design's px; the minimap, which comes and goes, left out. */
const FOOTER = { compact: 72, usual: 36, presenting: 36 };

/**
 * Are all threads drawn in one lane? By itself that depends on the room of the whole timeline: if it depended on the
 * plot's, which a minimap makes lower where lanes do not fit, one would make the other come and go.
 */
function useThreadsInOne({ threads, run, order, palette, root }: LaneWishes, heartbeats: number): boolean {
  const { height } = useElementSize(root);
  if (threads !== "automatic") return threads === "summary";
  if (!palette || height === 0) return false;
  const { unit, size } = palette;
  const room = { height: height - FOOTER[size] * unit, unit, size, order, heartbeats };
  return !hasRoomForThreads(room, run.tracks.length);
}
