import type { CssPixels } from "#base/units.ts";

type Context = CanvasRenderingContext2D;

/** A rectangle: left, top, width, height. */
export type Box = readonly [x: CssPixels, y: CssPixels, width: CssPixels, height: CssPixels];

/** What a layer was painted for: it is painted anew when one of the causes, or the size, is another one. */
export interface LayerRequest {
  readonly name: string;
  readonly width: CssPixels;
  readonly height: CssPixels;
  readonly causes: readonly unknown[];
  paint(pen: Pen): void;
}

/** A picture beside the canvas, to be copied from: without a graphics card a path costs many times what a copy does. */
export interface Layer {
  readonly id: number;
}

/**
 * What a drawing is drawn with: the part of a 2D context (HTML Standard, "The 2D rendering context") that pictures
 * here need, and copies instead of images. Lengths are CSS px, whatever the screen's resolution. A drawing sets what it
 * uses: what the one before has left set is not known.
 */
export interface Pen
  extends Pick<
    Context,
    | "save"
    | "restore"
    | "translate"
    | "scale"
    | "beginPath"
    | "closePath"
    | "moveTo"
    | "lineTo"
    | "bezierCurveTo"
    | "fillRect"
    | "strokeRect"
  > {
  fillStyle: string;
  strokeStyle: string;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  lineCap: CanvasLineCap;
  lineJoin: CanvasLineJoin;
  lineWidth: number;
  globalAlpha: number;
  /** Device px for each CSS px: what must not be blurred begins at a multiple of its inverse. */
  readonly ratio: number;
  arc(x: CssPixels, y: CssPixels, radius: CssPixels, start: number, end: number): void;
  rect(x: CssPixels, y: CssPixels, width: CssPixels, height: CssPixels): void;
  roundRect(x: CssPixels, y: CssPixels, width: CssPixels, height: CssPixels, radius: CssPixels): void;
  fill(): void;
  stroke(): void;
  clip(): void;
  /** `offset`: how far in the rhythm a line begins. Absent = at its beginning. */
  setLineDash(segments: readonly CssPixels[], offset?: CssPixels): void;
  fillText(text: string, x: CssPixels, y: CssPixels): void;
  /** In the current font. */
  measureText(text: string): { readonly width: CssPixels };
  /** The layer of this name, painted where it is not there yet. */
  layer(request: LayerRequest): Layer;
  /** Copies a part of a layer, pixel to pixel where the boxes are of one size. */
  drawLayer(layer: Layer, from: Box, to: Box): void;
  /** Room for so many cells, for `drawCells`; what is in it already means nothing. */
  cells(count: number): Uint8Array<ArrayBuffer>;
  /** Fills a box with cells of one size, row by row; each is the place of its colour in `colors`. They are given away. */
  drawCells(cells: Uint8Array<ArrayBuffer>, columns: number, colors: readonly string[], to: Box): void;
}
