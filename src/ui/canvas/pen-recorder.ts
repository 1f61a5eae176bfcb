import { CODE, type Drawing } from "./drawing.ts";
import type { Box, Layer, LayerRequest, Pen } from "./pen.ts";

/** What stays set until it is set anew, by its code. Undefined = not known: the canvas may have anything left over. */
type Settings = (string | number | undefined)[];

interface KnownLayer extends Layer {
  readonly columns: number;
  readonly rows: number;
  readonly ratio: number;
  readonly causes: readonly unknown[];
}

/** Words are kept while they come back; labels that count time never do. */
const MOST_WORDS = 4000;
const MOST_LAYERS = 64;
const FIRST_ROOM = 1 << 12;
const MOST_SPARE = 4;
/** More numbers than any code has arguments. */
const SPARE = 16;

/**
 * Notes what is drawn instead of drawing it, so that a thread of its own can. What a `Painter` on the other side knows
 * (words, layers) is known here: each drawing must be painted, in order, and by the same one.
 */
export class PenRecorder implements Pen {
  ratio = 1;
  #codes = new Float64Array(FIRST_ROOM);
  #length = 0;
  #set: Settings = [];
  readonly #saved: Settings[] = [];
  readonly #words = new Map<string, number>();
  #newWords: string[] = [];
  #forgets = false;
  readonly #layers = new Map<string, KnownLayer>();
  #lastLayer = 0;
  #cells: Uint8Array<ArrayBuffer>[] = [];
  /** Buffers to be filled again. */
  readonly #spare: ArrayBuffer[] = [];
  readonly #measure: (font: string, text: string) => number;

  constructor(measure: (font: string, text: string) => number) {
    this.#measure = measure;
  }

  begin(ratio: number): void {
    this.ratio = ratio;
    this.#length = 0;
    this.#set = [];
    this.#saved.length = 0;
    if (this.#words.size < MOST_WORDS) return;
    this.#words.clear();
    this.#forgets = true;
  }

  /** What was drawn since `begin`. Its buffers are given away. */
  end(size: Pick<Drawing, "columns" | "rows" | "scale">): Drawing {
    this.#write(CODE.end);
    const { buffer } = this.#codes;
    const drawing = {
      ...size,
      codes: this.#codes,
      words: this.#newWords,
      forgets: this.#forgets,
      cells: this.#cells,
    };
    const spare = this.#takeSpare(buffer.byteLength);
    this.#codes = spare ? new Float64Array(spare) : new Float64Array(buffer.byteLength >> 3);
    this.#newWords = [];
    this.#forgets = false;
    this.#cells = [];
    return drawing;
  }

  /** Takes back what a painted drawing was written in. */
  reuse(buffers: readonly ArrayBuffer[]): void {
    this.#spare.push(...buffers);
    // The oldest may be of a size that is no longer asked for: they must not keep out those that are.
    this.#spare.splice(0, this.#spare.length - MOST_SPARE);
  }

  set fillStyle(color: string) {
    this.#setWord(CODE.fillStyle, color);
  }

  set strokeStyle(color: string) {
    this.#setWord(CODE.strokeStyle, color);
  }

  set font(font: string) {
    this.#setWord(CODE.font, font);
  }

  set textAlign(align: CanvasTextAlign) {
    this.#setWord(CODE.textAlign, align);
  }

  set textBaseline(baseline: CanvasTextBaseline) {
    this.#setWord(CODE.textBaseline, baseline);
  }

  set lineCap(cap: CanvasLineCap) {
    this.#setWord(CODE.lineCap, cap);
  }

  set lineJoin(join: CanvasLineJoin) {
    this.#setWord(CODE.lineJoin, join);
  }

  set lineWidth(width: number) {
    this.#setNumber(CODE.lineWidth, width);
  }

  set globalAlpha(alpha: number) {
    this.#setNumber(CODE.globalAlpha, alpha);
  }

  save(): void {
    this.#saved.push(this.#set.slice());
    this.#write(CODE.save);
  }

  restore(): void {
    this.#set = this.#saved.pop() ?? [];
    this.#write(CODE.restore);
  }

  translate(x: number, y: number): void {
    this.#write2(CODE.translate, x, y);
  }

  scale(x: number, y: number): void {
    this.#write2(CODE.scale, x, y);
  }

  beginPath(): void {
    this.#write(CODE.beginPath);
  }

  closePath(): void {
    this.#write(CODE.closePath);
  }

  moveTo(x: number, y: number): void {
    this.#write2(CODE.moveTo, x, y);
  }

  lineTo(x: number, y: number): void {
    this.#write2(CODE.lineTo, x, y);
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#write4(CODE.bezierCurveTo, x1, y1, x2, y2);
    this.#add(x);
    this.#add(y);
  }

  arc(x: number, y: number, radius: number, start: number, end: number): void {
    this.#write4(CODE.arc, x, y, radius, start);
    this.#add(end);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#write4(CODE.rect, x, y, width, height);
  }

  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    this.#write4(CODE.roundRect, x, y, width, height);
    this.#add(radius);
  }

  fill(): void {
    this.#write(CODE.fill);
  }

  stroke(): void {
    this.#write(CODE.stroke);
  }

  clip(): void {
    this.#write(CODE.clip);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#write4(CODE.fillRect, x, y, width, height);
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.#write4(CODE.strokeRect, x, y, width, height);
  }

  setLineDash(segments: readonly number[], offset = 0): void {
    this.#write2(CODE.setLineDash, offset, segments.length);
    for (const segment of segments) this.#add(segment);
  }

  fillText(text: string, x: number, y: number): void {
    this.#write2(CODE.fillText, this.#wordOf(text), x);
    this.#add(y);
  }

  measureText(text: string): { readonly width: number } {
    return { width: this.#measure(String(this.#set[CODE.font] ?? ""), text) };
  }

  layer({ name, width, height, causes, paint }: LayerRequest): Layer {
    const columns = Math.ceil(width * this.ratio);
    const rows = Math.ceil(height * this.ratio);
    const known = this.#layers.get(name);
    if (known && known.columns === columns && known.rows === rows && known.ratio === this.ratio)
      if (known.causes.length === causes.length && known.causes.every((cause, k) => cause === causes[k]))
        return known;
    if (!known && this.#layers.size >= MOST_LAYERS) {
      this.#layers.clear();
      this.#write(CODE.dropLayers);
    }
    const layer = { id: known?.id ?? ++this.#lastLayer, columns, rows, ratio: this.ratio, causes };
    this.#layers.set(name, layer);
    this.#write4(CODE.beginLayer, layer.id, columns, rows, this.ratio);
    const outside = this.#set;
    this.#set = [];
    paint(this);
    this.#set = outside;
    this.#write(CODE.endLayer);
    return layer;
  }

  drawLayer({ id }: Layer, from: Box, to: Box): void {
    const whole = (length: number) => Math.round(length * this.ratio);
    this.#write1(CODE.drawLayer, id);
    for (const length of from) this.#add(whole(length));
    for (const length of to) this.#add(length);
  }

  cells(count: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#takeSpare(count) ?? new ArrayBuffer(count));
  }

  drawCells(cells: Uint8Array<ArrayBuffer>, columns: number, colors: readonly string[], to: Box): void {
    this.#cells.push(cells);
    this.#write1(CODE.drawCells, columns);
    for (const length of to) this.#add(length);
    this.#add(colors.length);
    for (const color of colors) this.#add(this.#wordOf(color));
  }

  #takeSpare(bytes: number): ArrayBuffer | undefined {
    const at = this.#spare.findIndex(({ byteLength }) => byteLength === bytes);
    return at < 0 ? undefined : this.#spare.splice(at, 1)[0];
  }

  #setWord(code: number, word: string): void {
    if (this.#set[code] === word) return;
    this.#set[code] = word;
    this.#write1(code, this.#wordOf(word));
  }

  #setNumber(code: number, value: number): void {
    if (this.#set[code] === value) return;
    this.#set[code] = value;
    this.#write1(code, value);
  }

  #wordOf(text: string): number {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const place = this.#words.size;
    this.#words.set(text, place);
    this.#newWords.push(text);
    return place;
  }

  #write(code: number): void {
    if (this.#length + SPARE > this.#codes.length) this.#grow();
    this.#codes[this.#length++] = code;
  }

  #write1(code: number, a: number): void {
    this.#write(code);
    this.#codes[this.#length++] = a;
  }

  #write2(code: number, a: number, b: number): void {
    this.#write(code);
    this.#codes[this.#length++] = a;
    this.#codes[this.#length++] = b;
  }

  #write4(code: number, a: number, b: number, c: number, d: number): void {
    this.#write2(code, a, b);
    this.#codes[this.#length++] = c;
    this.#codes[this.#length++] = d;
  }

  #add(value: number): void {
    this.#codes[this.#length++] = value;
  }

  #grow(): void {
    const more = new Float64Array(2 * this.#codes.length);
    more.set(this.#codes);
    this.#codes = more;
  }
}
