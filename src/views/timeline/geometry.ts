import type { CssPixels } from "#base/units.ts";
import type { Palette } from "#state/palette.ts";
import type { HeldThreads } from "./held-threads.ts";
import type { LaneLayout } from "./lane-layout.ts";
import type { TimeScale } from "./time-scale.ts";

/** What the plot is drawn with; there is none before the page has been laid out. */
export interface Geometry {
  readonly palette: Palette;
  readonly layout: LaneLayout;
  /** What the one lane of all threads shows, where the layout has one. */
  readonly summary: HeldThreads | undefined;
  /** At the present zoom: it changes with the view, without React. */
  readonly scale: TimeScale;
  readonly mostZoom: number;
  /** Of what is in view, gutter included. */
  readonly width: CssPixels;
}

/** Room right of the end of the axis, for what ends there. */
export const endRoom = ({ unit, size }: Palette): CssPixels => (size === "compact" ? 14 : 28) * unit;
