import type { CssPixels, Milliseconds } from "#base/units.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { drawOverview, type OverviewColours } from "./draw-overview.ts";
import { layOutOverview } from "./overview.ts";

/** What the strip looks like now: its size in CSS px, one rem in px, and the theme's colours. */
export interface StripLook {
  readonly width: CssPixels;
  readonly height: CssPixels;
  readonly rem: CssPixels;
  readonly ghost: number;
  readonly colours: OverviewColours;
  readonly ink: string;
}

/** Space left and right of the plot, in rem: the playhead's knob must not be cut off at the ends. */
export const PAD = 0.5;
const ROW = 0.4375;
const ROWS = 1.5;

export function readLook(strip: HTMLElement): StripLook {
  const style = getComputedStyle(strip);
  const colour = (state: string) => style.getPropertyValue(`--s-${state}`).trim();
  return {
    width: strip.clientWidth,
    height: strip.clientHeight,
    rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    ink: style.getPropertyValue("--ink-3").trim(),
    ghost: Number.parseFloat(style.getPropertyValue("--ghost")),
    colours: {
      ready: colour("ready"),
      running: colour("running"),
      suspended: colour("suspended"),
      blocked: colour("blocked"),
      failed: colour("failed"),
      cancelled: colour("cancelled"),
    },
  };
}

/**
 * The overview in full ink, painted once; every frame then copies it, the future in pencil. `until`: what the right end
 * stands for; of a run that is shorter, the rest stays empty.
 */
export function paintOverview(model: TraceModel, until: Milliseconds, look: StripLook): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const context = sizeCanvas(canvas, look);
  const room = ROWS * look.rem;
  const pad = PAD * look.rem;
  const share = until > 0 ? model.total / until : 1;
  const overview = layOutOverview(model, (look.width - 2 * pad) * share, Math.floor(room / 2));
  const rowHeight = Math.min(ROW * look.rem, room / Math.max(1, overview.rows));
  if (context) drawOverview(context, overview, { pad, height: look.height, rowHeight }, look.colours);
  return canvas;
}

/** Several runs: for each a line as long as it takes. */
export function paintLengths(
  lengths: readonly Milliseconds[],
  until: Milliseconds,
  look: StripLook,
): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const context = sizeCanvas(canvas, look);
  if (!context) return canvas;
  const pad = PAD * look.rem;
  const pitch = Math.min(ROW * look.rem, (ROWS * look.rem) / lengths.length);
  const top = (look.height - pitch * lengths.length) / 2;
  context.fillStyle = look.ink;
  for (const [row, length] of lengths.entries()) {
    const width = until > 0 ? (length / until) * (look.width - 2 * pad) : 0;
    context.fillRect(pad, top + pitch * (row + 0.3), width, pitch * 0.4);
  }
  return canvas;
}

export function sizeCanvas(canvas: HTMLCanvasElement, look: StripLook): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio;
  canvas.width = Math.round(look.width * ratio);
  canvas.height = Math.round(look.height * ratio);
  const context = canvas.getContext("2d");
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

/** Copies the painted overview: as it is up to the playhead, pale behind it. */
export function showOverview(
  context: CanvasRenderingContext2D,
  painted: HTMLCanvasElement,
  { width, height, ghost }: StripLook,
  playhead: CssPixels,
): void {
  context.clearRect(0, 0, width, height);
  context.globalAlpha = ghost;
  context.drawImage(painted, 0, 0, width, height);
  context.globalAlpha = 1;
  context.save();
  context.beginPath();
  context.rect(0, 0, playhead, height);
  context.clip();
  context.drawImage(painted, 0, 0, width, height);
  context.restore();
}
