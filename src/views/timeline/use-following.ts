import { type RefObject, useEffect, useRef } from "react";
import type { Player } from "#player/player-types.ts";
import type { TaskId } from "#trace/trace.ts";
import type { Geometry } from "./geometry.ts";
import { scrollToRow } from "./lane-layout.ts";
import type { Position } from "./time-scale.ts";
import type { View } from "./view.ts";

/** Scrolls along with the playhead when it moves; `moved` is told of every change of the player. */
export function useFollowedPlayhead(
  player: Player,
  view: View,
  latest: RefObject<Geometry | undefined>,
  moved: () => void,
): void {
  useEffect(
    () =>
      player.subscribe(({ currentTime, step }, before) => {
        // A run that grows beyond a playhead at rest is no reason to scroll.
        const isElsewhere = currentTime !== before.currentTime || step !== before.step;
        if (isElsewhere && latest.current) keepInView(view, latest.current, { time: currentTime, step });
        moved();
      }),
    [player, view, latest, moved],
  );
}

/** Scrolls along when the playhead comes near an edge of the view. */
function keepInView(view: View, { palette, scale, width }: Geometry, position: Position): void {
  const x = scale.x(position);
  const room = width - palette.gutter;
  const margin = room * 0.12;
  if (x > view.scrollX + room - margin) view.scrollTo(x - room + margin);
  else if (x < view.scrollX + margin) view.scrollTo(x - margin);
}

/** Brings the lane of a newly selected task into view: later, whoever scrolled away wants to be there. */
export function useSelectedInView(
  selected: TaskId | undefined,
  geometry: Geometry | undefined,
  scroller: RefObject<HTMLElement | null>,
): void {
  const shown = useRef<TaskId>(undefined);
  useEffect(() => {
    if (!geometry || !scroller.current || shown.current === selected) return;
    shown.current = selected;
    const row = selected === undefined ? undefined : geometry.layout.order.rowOf(selected);
    if (row === undefined) return;
    scroller.current.scrollTop = scrollToRow(geometry.layout, row, scroller.current.scrollTop);
  }, [selected, geometry, scroller]);
}
