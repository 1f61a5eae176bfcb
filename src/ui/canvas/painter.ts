import { CODE, type Drawing } from "./drawing.ts";

type Context = CanvasRenderingContext2D;
type Surface = HTMLCanvasElement | OffscreenCanvas;

/** Draws on a canvas what a `PenRecorder` has noted, drawing after drawing. */
export interface Painter {
  paint(drawing: Drawing): void;
}

// The two kinds of context draw alike; what they differ in is not used here.
const contextOf = (surface: Surface, alpha: boolean) => surface.getContext("2d", { alpha }) as Context | null;

const createHidden = (): Surface =>
  typeof OffscreenCanvas === "undefined" ? document.createElement("canvas") : new OffscreenCanvas(1, 1);

export function createPainter(canvas: Surface): Painter {
  const opaque = contextOf(canvas, false);
  const layers = new Map<number, Surface>();
  const words: string[] = [];
  const pixels = new Map<string, number>();
  let scratch: { readonly canvas: Surface; readonly image: ImageData } | undefined;

  const beginLayer = (id: number, columns: number, rows: number, ratio: number): Context => {
    const layer = layers.get(id) ?? createHidden();
    layers.set(id, layer);
    // Setting a size clears the layer, also when it is the same one.
    [layer.width, layer.height] = [columns, rows];
    const ctx = contextOf(layer, true) as Context;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    return ctx;
  };

  /** A colour in any notation as a pixel of an image, by painting one. */
  const pixelOf = (color: string): number => {
    const known = pixels.get(color);
    if (known !== undefined) return known;
    const ctx = contextOf(createHidden(), false) as Context;
    ctx.fillStyle = color;
    ctx.fillRect(0, 0, 1, 1);
    const [pixel = 0] = new Uint32Array(ctx.getImageData(0, 0, 1, 1).data.buffer);
    pixels.set(color, pixel);
    return pixel;
  };

  const drawCells = (
    ctx: Context,
    cells: Uint8Array,
    columns: number,
    colors: Uint32Array,
    to: readonly [number, number, number, number],
  ) => {
    const rows = cells.length / columns;
    if (scratch?.image.width !== columns || scratch.image.height !== rows) {
      scratch = { canvas: createHidden(), image: new ImageData(columns, rows) };
      [scratch.canvas.width, scratch.canvas.height] = [columns, rows];
    }
    const { canvas, image } = scratch;
    const shown = new Uint32Array(image.data.buffer);
    for (let k = 0; k < cells.length; k++) shown[k] = colors[cells[k] as number] as number;
    contextOf(canvas, false)?.putImageData(image, 0, 0);
    ctx.imageSmoothingEnabled = false;
    ctx.drawImage(canvas, ...to);
  };

  /** `codes` are read one after the other: whatever follows a code are its arguments. */
  const follow = (start: Context, { codes, cells }: Drawing) => {
    let ctx = start;
    /** Where drawing goes on when a layer has ended. */
    const outside: Context[] = [];
    let at = 0;
    let given = 0;
    const next = () => codes[at++] as number;
    const word = () => words[codes[at++] as number] as string;
    for (;;)
      switch (next()) {
        case CODE.end:
          return;
        case CODE.save:
          ctx.save();
          break;
        case CODE.restore:
          ctx.restore();
          break;
        case CODE.translate:
          ctx.translate(next(), next());
          break;
        case CODE.scale:
          ctx.scale(next(), next());
          break;
        case CODE.beginPath:
          ctx.beginPath();
          break;
        case CODE.closePath:
          ctx.closePath();
          break;
        case CODE.moveTo:
          ctx.moveTo(next(), next());
          break;
        case CODE.lineTo:
          ctx.lineTo(next(), next());
          break;
        case CODE.bezierCurveTo:
          ctx.bezierCurveTo(next(), next(), next(), next(), next(), next());
          break;
        case CODE.arc:
          ctx.arc(next(), next(), next(), next(), next());
          break;
        case CODE.rect:
          ctx.rect(next(), next(), next(), next());
          break;
        case CODE.roundRect:
          ctx.roundRect(next(), next(), next(), next(), next());
          break;
        case CODE.fill:
          ctx.fill();
          break;
        case CODE.stroke:
          ctx.stroke();
          break;
        case CODE.clip:
          ctx.clip();
          break;
        case CODE.fillRect:
          ctx.fillRect(next(), next(), next(), next());
          break;
        case CODE.strokeRect:
          ctx.strokeRect(next(), next(), next(), next());
          break;
        case CODE.fillText:
          ctx.fillText(word(), next(), next());
          break;
        case CODE.setLineDash:
          ctx.lineDashOffset = next();
          ctx.setLineDash(Array.from({ length: next() }, next));
          break;
        case CODE.fillStyle:
          ctx.fillStyle = word();
          break;
        case CODE.strokeStyle:
          ctx.strokeStyle = word();
          break;
        case CODE.font:
          ctx.font = word();
          break;
        case CODE.textAlign:
          ctx.textAlign = word() as CanvasTextAlign;
          break;
        case CODE.textBaseline:
          ctx.textBaseline = word() as CanvasTextBaseline;
          break;
        case CODE.lineCap:
          ctx.lineCap = word() as CanvasLineCap;
          break;
        case CODE.lineJoin:
          ctx.lineJoin = word() as CanvasLineJoin;
          break;
        case CODE.lineWidth:
          ctx.lineWidth = next();
          break;
        case CODE.globalAlpha:
          ctx.globalAlpha = next();
          break;
        case CODE.beginLayer:
          outside.push(ctx);
          ctx = beginLayer(next(), next(), next(), next());
          break;
        case CODE.endLayer:
          ctx = outside.pop() ?? start;
          break;
        case CODE.drawLayer: {
          const layer = layers.get(next());
          const box = [next(), next(), next(), next(), next(), next(), next(), next()] as const;
          if (layer) ctx.drawImage(layer, ...box);
          break;
        }
        case CODE.dropLayers:
          layers.clear();
          break;
        case CODE.drawCells: {
          const columns = next();
          const box = [next(), next(), next(), next()] as const;
          const colors = Uint32Array.from({ length: next() }, () => pixelOf(word()));
          drawCells(ctx, cells[given++] as Uint8Array, columns, colors, box);
          break;
        }
      }
  };

  return {
    paint(drawing) {
      if (!opaque) return;
      const { columns, rows, scale, words: more, forgets } = drawing;
      // Setting a size clears the canvas and is slow: only when it has changed.
      if (canvas.width !== columns) canvas.width = columns;
      if (canvas.height !== rows) canvas.height = rows;
      opaque.setTransform(scale[0], 0, 0, scale[1], 0, 0);
      if (forgets) words.length = 0;
      words.push(...more);
      follow(opaque, drawing);
    },
  };
}
