import { useLayoutEffect, useRef } from "react";
import type { CssPixels } from "#base/units.ts";
import { traceTime } from "#base/units.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stateNames } from "#i18n/states.ts";
import { timelineWords } from "#i18n/timeline.ts";
import { type Palette, readPalette } from "#state/palette.ts";
import type { LiveFacts } from "#trace/measurement/live-facts.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { measureText } from "#ui/canvas/measure-text.ts";
import { createPainter } from "#ui/canvas/painter.ts";
import { PenRecorder } from "#ui/canvas/pen-recorder.ts";
import { drawTimeline } from "./draw-timeline.ts";
import { endRoom } from "./geometry.ts";
import { heldThreadsOf } from "./held-threads.ts";
import { layoutLanes } from "./lane-layout.ts";
import { asGiven } from "./lane-order.ts";
import { WholeLegend } from "./legend/legend.tsx";
import { withDensity } from "./legend/legend-entries.ts";
import { createTimeScale } from "./time-scale.ts";
import { type Run, useRun } from "./use-run.ts";

interface PaperTimelineProps {
  readonly model: TraceModel;
  readonly live: LiveFacts | undefined;
  readonly width: CssPixels;
  readonly height: CssPixels;
}

/** Device pixels for each CSS pixel: 288 to the inch, as fine as a printer shows. */
const FINENESS = 3;
/** More thread lanes than these are drawn as one. */
const MOST_THREADS = 8;

const isCrowd = ({ tracks }: Run): boolean => tracks.length > MOST_THREADS;

/** The whole run as it was at its end, in the colours that hold where it stands; drawn before the paper is. */
export function PaperTimeline({ model, live, width, height }: PaperTimelineProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useMessages(timelineWords);
  const states = useMessages(stateNames);
  const run = useRun(model, live);
  useLayoutEffect(() => {
    if (!canvas.current) return;
    // At once and by this thread: what is printed must be there when the printer asks.
    const pen = new PenRecorder(measureText);
    pen.begin(FINENESS);
    const palette: Palette = { ...readPalette(canvas.current), unit: 1, size: "usual" };
    const place = placeOn(run, palette, width, height);
    drawTimeline({ ...run, ...place, ctx: pen, palette, words, stateNames: states });
    const [columns, rows] = [width * FINENESS, height * FINENESS];
    createPainter(canvas.current).paint(pen.end({ columns, rows, scale: [FINENESS, FINENESS] }));
  }, [run, words, states, width, height]);
  return (
    <>
      <div aria-hidden="true">
        <canvas
          ref={canvas}
          width={width * FINENESS}
          height={height * FINENESS}
          style={{ display: "block", width, height }}
        />
      </div>
      <WholeLegend entries={isCrowd(run) ? withDensity(run.legend, ["threads"]) : run.legend} />
    </>
  );
}

/** All of the run and all of its lanes, in the given room, and nothing that only a screen shows. */
function placeOn(run: Run, palette: Palette, width: CssPixels, height: CssPixels) {
  const { model, weights, tracks, live } = run;
  const inOne = isCrowd(run);
  const fit = width - palette.gutter - endRoom(palette);
  const until = live?.until ?? model.total;
  return {
    ...{ width, height, scrollX: 0, scrollY: 0, paused: false, ahead: [] },
    layout: layoutLanes({
      ...{ height, unit: palette.unit, size: palette.size, all: true },
      threads: inOne ? "summary" : tracks.length,
      order: asGiven(model.taskCount - 1),
      heartbeats: live?.strips.length ?? 0,
    }),
    scale: createTimeScale(model, weights, { fit, zoom: 1, unit: palette.unit, magnify: true, until }),
    summary: inOne ? heldThreadsOf(model, tracks) : undefined,
    position: { time: traceTime(model.total), step: model.trace.length - 1 },
    // Far to the right: paper has no playhead.
    now: 2 * width,
    ...{ selected: undefined, hovered: undefined, causes: [], measured: undefined },
  } as const;
}
