/** What a pen did, in numbers that another thread can be given: a code, then its arguments, one after the other. */
export interface Drawing {
  /** Of the canvas, in device px. */
  readonly columns: number;
  readonly rows: number;
  /** Device px for each CSS px, across and down. */
  readonly scale: readonly [across: number, down: number];
  readonly codes: Float64Array<ArrayBuffer>;
  /** Texts, colours and fonts that no drawing before this one had; codes name each by its place in all of them. */
  readonly words: readonly string[];
  /** Do the places begin anew, with these words at 0? */
  readonly forgets: boolean;
  /** What `drawCells` was given, in order. */
  readonly cells: readonly Uint8Array<ArrayBuffer>[];
}

/** The codes. `word` stands for a place in the list of words. */
export const CODE = {
  /** Ends the drawing. */
  end: 0,
  save: 1,
  restore: 2,
  /** x, y */
  translate: 3,
  /** x, y */
  scale: 4,
  beginPath: 5,
  closePath: 6,
  /** x, y */
  moveTo: 7,
  /** x, y */
  lineTo: 8,
  /** x1, y1, x2, y2, x, y */
  bezierCurveTo: 9,
  /** x, y, radius, start, end */
  arc: 10,
  /** x, y, width, height */
  rect: 11,
  /** x, y, width, height, radius */
  roundRect: 12,
  fill: 13,
  stroke: 14,
  clip: 15,
  /** x, y, width, height */
  fillRect: 16,
  /** x, y, width, height */
  strokeRect: 17,
  /** word, x, y */
  fillText: 18,
  /** offset, count, segments */
  setLineDash: 19,
  /** word */
  fillStyle: 20,
  /** word */
  strokeStyle: 21,
  /** word */
  font: 22,
  /** word */
  textAlign: 23,
  /** word */
  textBaseline: 24,
  /** word */
  lineCap: 25,
  /** word */
  lineJoin: 26,
  /** width */
  lineWidth: 27,
  /** alpha */
  globalAlpha: 28,
  /** id, columns, rows, ratio; what follows is drawn on the layer, up to `endLayer` */
  beginLayer: 29,
  endLayer: 30,
  /** id, and two boxes: from, in the layer's device px; to, in CSS px */
  drawLayer: 31,
  /** All layers are given up. */
  dropLayers: 32,
  /** columns, the box that they fill, how many colours, and these as words */
  drawCells: 33,
} as const;

/** All that the drawing is written in: what can be handed over, and taken back. */
export const buffersOf = ({ codes, cells }: Drawing): ArrayBuffer[] => [
  codes.buffer,
  ...cells.map(({ buffer }) => buffer),
];
