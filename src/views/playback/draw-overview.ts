import type { CssPixels } from "#base/units.ts";
import { type Bar, type Overview, OWN_ROWS, type ShownState } from "./overview.ts";

export type OverviewColours = Readonly<Record<ShownState, string>>;

/** Where the rows lie: `pad` left of the plot, rows centred in `height`, each at most `rowHeight` high. */
export interface OverviewPlace {
  readonly pad: CssPixels;
  readonly height: CssPixels;
  readonly rowHeight: CssPixels;
}

/** How much of its row a bar fills: what holds a thread is thick, what hangs is thin. */
const THICKNESS: Readonly<Record<ShownState, number>> = {
  running: 0.84,
  blocked: 0.84,
  failed: 0.84,
  suspended: 0.4,
  ready: 0.5,
  cancelled: 0.5,
};

export function drawOverview(
  context: CanvasRenderingContext2D,
  { rows, bars }: Overview,
  { pad, height, rowHeight }: OverviewPlace,
  colours: OverviewColours,
): void {
  const top = (height - rows * rowHeight) / 2;
  for (const bar of bars) {
    const { row, state, x, width } = bar;
    const thickness = rows > OWN_ROWS ? rowHeight : rowHeight * THICKNESS[state];
    const y = top + rowHeight * (row + 0.5) - thickness / 2;
    context.fillStyle = colours[state];
    if (state === "ready" && rows <= OWN_ROWS) drawBeads(context, bar, pad, y, thickness);
    else if (state === "suspended") {
      context.beginPath();
      context.roundRect(pad + x, y, width, thickness, thickness / 2);
      context.fill();
    } else context.fillRect(pad + x, y, width, thickness);
  }
}

/** Ready is drawn as beads on a wire: it waits in a row. */
function drawBeads(
  context: CanvasRenderingContext2D,
  { x, width }: Bar,
  pad: CssPixels,
  y: CssPixels,
  size: CssPixels,
): void {
  const gap = size * 1.2;
  for (let at = 0; at < width; at += size + gap)
    context.fillRect(pad + x + at, y, Math.min(size, width - at), size);
}
