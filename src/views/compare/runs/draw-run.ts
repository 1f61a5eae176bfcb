import type { CssPixels, Milliseconds } from "#base/units.ts";
import type { Palette } from "#state/palette.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { paintShares } from "#trace/time-shares/paint-shares.ts";
import { SHARED_STATES, sumTimeShares } from "#trace/time-shares/time-shares.ts";
import type { CanvasSize } from "#ui/canvas/canvas.tsx";
import type { Pen } from "#ui/canvas/pen.ts";
import { type Axis, axisX } from "./axis.ts";
import { drawLane } from "./draw-lane.ts";
import { MOST_LANES, placeLanes } from "./lanes-of.ts";

/** A mode's row as a picture. */
export interface RunPicture {
  readonly palette: Palette;
  readonly model: TraceModel;
  readonly axis: Axis;
  readonly now: Milliseconds;
}

/** Each cell is so wide and, at least, so high. */
const CELL: CssPixels = 2;
const END_WIDTH = 3;

/** The run on the common scale: in ink up to now, in pencil after it. */
export function drawRun(pen: Pen, size: CanvasSize, picture: RunPicture): void {
  const { palette, model, axis, now } = picture;
  const { width, height } = size;
  pen.fillStyle = palette.panel;
  pen.fillRect(0, 0, width, height);
  const layer = pen.layer({
    ...{ name: "run", width, height },
    causes: [palette, model, axis.until],
    paint: (inner) => paintRun(inner, size, picture),
  });
  const whole = [0, 0, width, height] as const;
  // Where a run has ended, nothing of it is future, the line that says so included.
  const x = now >= model.total ? width : axisX(axis, now, width, palette.unit);
  if (x < width) {
    pen.globalAlpha = palette.ghost;
    pen.drawLayer(layer, whole, whole);
    pen.globalAlpha = 1;
  }
  pen.save();
  pen.beginPath();
  pen.rect(0, 0, x, height);
  pen.clip();
  pen.fillStyle = palette.panel;
  pen.fillRect(0, 0, x, height);
  pen.drawLayer(layer, whole, whole);
  pen.restore();
  drawGrid(pen, size, picture);
}

/** On top of the pale well, below nothing that tells anything: hairlines where the axis has its labels. */
function drawGrid(pen: Pen, { width, height }: CanvasSize, { palette, axis, model }: RunPicture): void {
  pen.fillStyle = palette.line;
  const end = axisX(axis, model.total, width, palette.unit) + END_WIDTH * palette.unit;
  for (const { time } of axis.ticks) {
    const x = Math.round(axisX(axis, time, width, palette.unit));
    if (x > end) pen.fillRect(x, 0, 1, height);
  }
}

function paintRun(pen: Pen, { width, height }: CanvasSize, { palette, model, axis }: RunPicture): void {
  const { unit } = palette;
  const x = (time: Milliseconds) => axisX(axis, time, width, unit);
  const begin = x(0);
  const end = x(model.total);
  pen.fillStyle = palette.sunken;
  pen.fillRect(begin, 0, end - begin, height);
  const tasks = model.taskCount - 1;
  if (tasks > MOST_LANES) paintCrowd(pen, height, model, palette, [begin, end]);
  else {
    const place = placeLanes(tasks, height, unit);
    for (let k = 0; k < tasks; k++) {
      const top = place.top + place.pitch * k;
      drawLane({ pen, palette, model, place, y: top + place.middle, x }, k + 1);
      if (place.name === undefined) continue;
      pen.font = `${palette.caption}px ${palette.ui}`;
      pen.fillStyle = palette.ink2;
      pen.textAlign = "left";
      pen.textBaseline = "middle";
      pen.fillText(model.trace.names[k + 1] ?? "", begin + 6 * unit, top + place.name);
    }
  }
  pen.fillStyle = palette.ink;
  pen.fillRect(end, 0, END_WIDTH * unit, height);
}

/** All tasks at once, many to a line: the area of each state is the time spent in it. */
function paintCrowd(
  pen: Pen,
  height: CssPixels,
  model: TraceModel,
  palette: Palette,
  [begin, end]: readonly [CssPixels, CssPixels],
): void {
  const width = end - begin;
  const columns = Math.max(1, Math.floor(width / CELL));
  const everyone = { count: model.taskCount - 1, taskAt: (row: number) => row + 1 };
  const shares = sumTimeShares(model, everyone, Math.floor(height / CELL), columns);
  const cells = pen.cells(columns * shares.groups);
  paintShares(shares, { cells, columns, from: 0, to: 1, firstColumn: 0 });
  const colors = [...SHARED_STATES.map((state) => palette.states[state].graphic), palette.sunken];
  pen.drawCells(cells, columns, colors, [begin, 0, width, height]);
}
