import { useEffect, useRef, useState } from "react";
import type { Milliseconds } from "#base/units.ts";
import { writeClock } from "#base/write-number.ts";
import { useMessages } from "#i18n/messages.tsx";
import { playbackMessages } from "#i18n/playback.ts";
import type { Player, Track } from "#player/player-types.ts";
import { cancelDraw, requestDraw } from "#state/frame-loop.ts";
import { watchStyle } from "#state/page-style.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { Later } from "#ui/gradually.ts";
import {
  PAD,
  paintLengths,
  paintOverview,
  readLook,
  type StripLook,
  showOverview,
  sizeCanvas,
} from "./overview-canvas.ts";
import { useScrubbing } from "./use-scrubbing.ts";

export interface ScrubStripProps {
  readonly model: TraceModel;
  readonly player: Player;
  readonly until: Milliseconds;
}

/** The whole run as a strip: dragged, it moves the playhead; between frames nothing of it is rendered by React. */
export function ScrubStrip({ model, player, until }: ScrubStripProps) {
  const words = useMessages(playbackMessages);
  const strip = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<HTMLCanvasElement | null>(null);
  const head = useRef<HTMLDivElement>(null);
  const scrubbing = useScrubbing(player, (clientX): Milliseconds => {
    const box = strip.current?.getBoundingClientRect();
    const pad = PAD * remOf();
    if (!box || box.width <= 2 * pad) return 0;
    const share = (clientX - box.left - pad) / (box.width - 2 * pad);
    return Math.min(1, Math.max(0, share)) * untilOf(player.getState().track, until);
  });
  // A run that grows comes anew many times a second: all that stays is the overview that has to be painted.
  const shown = useRef({ model, until });
  const renew = useRef(() => {});
  useEffect(() => {
    const element = strip.current;
    if (!element || !surface) return;
    let look: StripLook | undefined;
    let painted: HTMLCanvasElement | undefined;
    let of: Track | undefined;
    let context: CanvasRenderingContext2D | null = null;
    const draw = () => {
      const { model } = shown.current;
      const { currentTime, step, track } = player.getState();
      const until = untilOf(track, shown.current.until);
      if (of !== track) {
        of = track;
        painted = undefined;
        element.setAttribute("aria-valuemax", String(Math.round(track.end)));
      }
      if (look === undefined) {
        look = readLook(element);
        context = sizeCanvas(surface, look);
      }
      painted ??= track.lengths
        ? paintLengths(track.lengths, until, look)
        : paintOverview(model, until, look);
      const pad = PAD * look.rem;
      const x = pad + (until > 0 ? currentTime / until : 0) * (look.width - 2 * pad);
      if (context) showOverview(context, painted, look, x);
      if (head.current) head.current.style.transform = `translateX(${x}px)`;
      element.setAttribute("aria-valuenow", String(Math.round(currentTime)));
      element.setAttribute(
        "aria-valuetext",
        words.positionText(writeClock(currentTime), writeClock(track.end), step + 1, track.length),
      );
    };
    renew.current = () => {
      painted = undefined;
      requestDraw(draw);
    };
    const restyle = () => {
      look = undefined;
      renew.current();
    };
    // Whoever begins to observe a size is told the one that it has, too.
    const resizes = new ResizeObserver(() => {
      if (element.clientWidth !== look?.width || element.clientHeight !== look.height) restyle();
    });
    resizes.observe(element);
    const unwatch = watchStyle(restyle);
    const unsubscribe = player.subscribe(() => requestDraw(draw));
    return () => {
      resizes.disconnect();
      unwatch();
      unsubscribe();
      cancelDraw(draw);
    };
  }, [player, words, surface]);
  useEffect(() => {
    shown.current = { model, until };
    renew.current();
  }, [model, until]);
  return (
    <div
      className="playback-strip"
      ref={strip}
      role="slider"
      tabIndex={0}
      aria-label={words.position}
      aria-valuemin={0}
      aria-valuemax={Math.round(model.total)}
      aria-valuenow={0}
      {...scrubbing}
    >
      <Later place="seen">
        <canvas ref={setSurface} />
        <div className="playback-head" ref={head} aria-hidden="true" />
      </Later>
    </div>
  );
}

/** What the right end stands for: of several runs the end of the longest. */
const untilOf = (track: Track, ofRun: Milliseconds): Milliseconds =>
  track.lengths === undefined ? ofRun : track.end;

const remOf = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
