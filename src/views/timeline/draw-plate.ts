import type { CssPixels } from "#base/units.ts";
import { drawLabel } from "./draw-label.ts";
import { type Frame, isUncovered, viewLeft, viewRight } from "./frame.ts";
import { MOST_COVERED, placeLabel } from "./label-place.ts";
import { textWidth } from "./text.ts";

/** What a hatched block says: a strong word, and a call beside it where there is room. */
export interface PlateText {
  readonly strong: string;
  readonly call: string;
  /** Is the call a piece of code? */
  readonly mono: boolean;
}

/** Text on a hatch stands on a solid plate, and never covers more than 78 % of the hatch: the hatch is the message. */
export function drawPlate(
  frame: Frame,
  [x1, top, width, height]: readonly [CssPixels, CssPixels, CssPixels, CssPixels],
  { strong, call, mono }: PlateText,
  tape: boolean,
): void {
  const { ctx, palette, now, paused } = frame;
  const { unit, states } = palette;
  const size = Math.max(11 * unit, Math.min(palette.small, height * 0.7));
  if (size > height) return;
  const color = tape ? states.blocked.on : states.blocked.text;
  const ahead = tape ? palette.ink : color;
  const bold = { size, weight: 600, color, ahead } as const;
  const plain = { size, color, ahead, mono };
  const strongWidth = textWidth(ctx, palette, strong, bold);
  const callWidth = call === "" ? 0 : 8 * unit + textWidth(ctx, palette, call, plain);
  const left = Math.max(x1, viewLeft(frame));
  const right = Math.min(x1 + width, viewRight(frame));
  for (const withCall of call === "" ? [false] : [true, false]) {
    const plate = strongWidth + (withCall ? callWidth : 0) + 15 * unit;
    if (plate > (right - left) * MOST_COVERED) continue;
    const air = Math.min(8 * unit, (right - left - plate) / 2);
    const x = placeLabel({
      preferred: Math.min(left + 18 * unit, left + (right - left - plate) / 2),
      width: plate,
      from: left + air,
      to: right - air,
      avoid: paused ? now : undefined,
      margin: 9 * unit,
    });
    if (x === undefined || !isUncovered(frame, x + plate)) continue;
    const inset = (tape ? 1 : 2) * unit;
    ctx.fillStyle = tape ? states.blocked.graphic : states.blocked.fill;
    ctx.fillRect(x, top + inset, plate, height - 2 * inset);
    drawLabel(frame, strong, x + 7.5 * unit, top + height / 2, bold);
    if (withCall) drawLabel(frame, call, x + strongWidth + 15.5 * unit, top + height / 2, plain);
    return;
  }
}
