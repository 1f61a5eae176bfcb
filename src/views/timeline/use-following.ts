import { type RefObject, useEffect, useRef } from "react";
import type { Player } from "#player/player-types.ts";
import type { TaskId } from "#trace/trace.ts";
import type { Geometry } from "./geometry.ts";
import { scrollToRow } from "./lane-layout.ts";

/** Scrolls along with the playhead when it moves; `moved` is told of every change of the player. */
export function useFollowedPlayhead(
  player: Player,
  scroller: RefObject<HTMLElement | null>,
  latest: RefObject<Geometry | undefined>,
  moved: () => void,
): void {
  useEffect(
    () =>
      player.subscribe(({ currentTime, step }, before) => {
        // A run that grows beyond a playhead at rest is no reason to scroll.
        const isElsewhere = currentTime !== before.currentTime || step !== before.step;
        if (isElsewhere && latest.current && scroller.current)
          keepInView(scroller.current, latest.current, player);
        moved();
      }),
    [player, scroller, latest, moved],
  );
}

/** Scrolls along when the playhead comes near an edge of the view. */
function keepInView(box: HTMLElement, { palette, scale }: Geometry, player: Player): void {
  if (box.scrollWidth <= box.clientWidth) return;
  const { currentTime: time, step } = player.getState();
  const x = scale.x({ time, step });
  const view = box.clientWidth - palette.gutter;
  const margin = view * 0.12;
  if (x > box.scrollLeft + view - margin) box.scrollLeft = x - view + margin;
  else if (x < box.scrollLeft + margin) box.scrollLeft = Math.max(0, x - margin);
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
