import { useMemo, useRef } from "react";
import type { CssPixels } from "#base/units.ts";
import type { Player } from "#player/player-types.ts";
import { wantsLessMotion } from "#state/media.ts";
import { endRoom, type Geometry } from "../geometry.ts";
import { useLatest } from "../use-latest.ts";
import { mostScroll, type View } from "../view.ts";
import { createGlide } from "./glide.ts";
import type { MeasuredRange } from "./measure.ts";
import { approach, type Window, withAir } from "./window-shift.ts";

/** How the buttons and keys change what is in view: gliding there, unless motion is not wanted. */
export interface Zoom {
  /** Around the playhead, or around the middle of the view when it is out of view. */
  by(factor: number): void;
  fit(): void;
  /** Shows a stretch of the run, with some air around it. */
  show(range: MeasuredRange): void;
  /** By a share of the view; to the right when it is positive. */
  pan(share: number): void;
  /** Ends what is under way, because the view has been taken in hand. */
  stop(): void;
}

/** So much of a stretch is shown on each of its sides. */
const AIR = 0.06;

export function useZoom(view: View, geometry: Geometry | undefined, player: Player): Zoom {
  const latest = useLatest(geometry);
  const glide = useRef(createGlide(wantsLessMotion)).current;
  return useMemo(() => {
    const placeOf = () => latest.current && { geometry: latest.current, room: roomOf(latest.current) };

    /** Where the glide under way leads, so that pressing a key twice at once leads twice as far. */
    let goal: { readonly zoom: number } | { readonly left: CssPixels } | undefined;
    const run = (wanted: typeof goal, move: (done: number) => void) => {
      goal = wanted;
      glide.run((done) => {
        move(done);
        if (done === 1) goal = undefined;
      });
    };

    const zoomAround = (factor: number, x: CssPixels) => {
      const most = latest.current?.mostZoom ?? 1;
      const shown = Math.min(view.zoom, most);
      const start = goal && "zoom" in goal ? goal.zoom : shown;
      const zoom = Math.min(most, Math.max(1, start * factor));
      let so = 0;
      run({ zoom }, (done) => {
        view.zoomBy((zoom / shown) ** (done - so), x);
        so = done;
      });
    };

    /** `wanted` is asked for again at the end: on the way, the axis may have begun to magnify its instants. */
    const glideTo = (wanted: () => Window) => {
      const place = placeOf();
      if (!place) return;
      const { geometry, room } = place;
      const now = { from: view.scrollX / geometry.scale.width, to: 0 };
      now.to = now.from + room / geometry.scale.width;
      const way = approach(now, wanted());
      const x = geometry.palette.gutter + (way?.around ?? 0) * room;
      let so = 0;
      run(undefined, (done) => {
        if (done === 1) {
          const { from, to } = wanted();
          view.show(from, to);
        } else if (way) view.zoomBy(way.factor ** (done - so), x);
        so = done;
      });
    };

    return {
      by(factor) {
        const place = placeOf();
        if (!place) return;
        const { geometry, room } = place;
        const { gutter } = geometry.palette;
        const { currentTime: time, step } = player.getState();
        const now = gutter + geometry.scale.x({ time, step }) - view.scrollX;
        zoomAround(factor, now > gutter && now < gutter + room ? now : gutter + room / 2);
      },
      fit: () => glideTo(() => ({ from: 0, to: 1 })),
      show: ({ from, to }) =>
        glideTo(() => {
          const { scale, mostZoom } = latest.current as Geometry;
          const shares = { from: scale.x(from) / scale.width, to: scale.x(to) / scale.width };
          return withAir(shares, AIR, 1 / mostZoom);
        }),
      pan(share) {
        const place = placeOf();
        if (!place) return;
        const start = view.scrollX;
        const from = goal && "left" in goal ? goal.left : start;
        const left = Math.min(mostScroll(place.geometry), Math.max(0, from + share * place.room));
        run({ left }, (done) => view.scrollTo(start + done * (left - start)));
      },
      stop() {
        goal = undefined;
        glide.stop();
      },
    };
  }, [view, latest, player, glide]);
}

/** How wide the part of the axis in view is: what is 1 wide at zoom 1. */
const roomOf = ({ width, palette }: Geometry): CssPixels =>
  Math.max(1, width - palette.gutter - endRoom(palette));
