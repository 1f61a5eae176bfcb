import type { CssPixels } from "#base/units.ts";
import type { StateColors } from "#state/palette.ts";
import type { TaskState } from "#trace/model-types.ts";
import type { Pen } from "#ui/canvas/pen.ts";

/** Draws in a box of 16 × 16 around (0, 0). */
type Glyph = (ctx: Pen, colors: StateColors) => void;

const line = (ctx: Pen, width: number, ...points: readonly (readonly [number, number])[]) => {
  ctx.lineWidth = width;
  ctx.beginPath();
  points.forEach(([x, y], k) => {
    if (k === 0) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
  });
  ctx.stroke();
};

const circle = (ctx: Pen, radius: number, x = 0, y = 0) => {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
};

const dashed: Glyph = (ctx) => {
  ctx.lineWidth = 1.6;
  ctx.setLineDash([2, 2.3]);
  circle(ctx, 5.5);
  ctx.stroke();
};

const GLYPHS: Readonly<Record<TaskState, Glyph>> = {
  absent: dashed,
  created: dashed,
  ready: (ctx) => {
    line(ctx, 1, [-7, 0], [7, 0]);
    for (const x of [-5, 0, 5]) {
      circle(ctx, 2.2, x);
      ctx.fill();
    }
  },
  running: (ctx) => {
    ctx.beginPath();
    ctx.roundRect(-7, -5.5, 14, 11, 2);
    ctx.fill();
  },
  suspended: (ctx) => {
    ctx.lineWidth = 1.9;
    ctx.beginPath();
    ctx.moveTo(-6.5, -3.5);
    ctx.bezierCurveTo(-4, 5.6, 4, 5.6, 6.5, -3.5);
    ctx.stroke();
    for (const x of [-6.3, 6.3]) {
      circle(ctx, 1.7, x, -3.8);
      ctx.fill();
    }
  },
  blocked: (ctx) => {
    ctx.lineWidth = 1.6;
    ctx.strokeRect(-6.2, -4.8, 12.4, 9.6);
    line(ctx, 1.9, [-6, 1.5], [0, -4.7]);
    line(ctx, 1.9, [-4.4, 4.8], [4.8, -4.6]);
    line(ctx, 1.9, [1, 4.7], [6.2, -0.5]);
  },
  done: (ctx, colors) => {
    circle(ctx, 6.5);
    ctx.fill();
    ctx.strokeStyle = colors.on;
    line(ctx, 1.8, [-3.1, 0.2], [-0.9, 2.4], [3.1, -2]);
  },
  failed: (ctx, colors) => {
    ctx.beginPath();
    ctx.roundRect(-6.3, -6.3, 12.6, 12.6, 2);
    ctx.fill();
    ctx.strokeStyle = colors.on;
    line(ctx, 1.8, [-2.8, -2.8], [2.8, 2.8]);
    line(ctx, 1.8, [-2.8, 2.8], [2.8, -2.8]);
  },
  cancelled: (ctx) => {
    ctx.lineWidth = 1.7;
    circle(ctx, 5.8);
    ctx.stroke();
    line(ctx, 1.7, [-4, 4], [4, -4]);
  },
  // Still going when the program ended: a ring that is not closed off, with more to come.
  pending: (ctx) => {
    ctx.lineWidth = 1.6;
    circle(ctx, 6.2);
    ctx.stroke();
    for (const x of [-2.8, 0, 2.8]) {
      circle(ctx, 0.95, x);
      ctx.fill();
    }
  },
};

/** Draws a state's sign, `size` px high, centred on (x, y). */
export function drawGlyph(
  ctx: Pen,
  state: TaskState,
  x: CssPixels,
  y: CssPixels,
  size: CssPixels,
  colors: StateColors,
): void {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(size / 16, size / 16);
  ctx.strokeStyle = colors.graphic;
  ctx.fillStyle = colors.graphic;
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  GLYPHS[state](ctx, colors);
  ctx.restore();
}
