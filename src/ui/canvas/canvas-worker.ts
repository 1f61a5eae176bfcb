import { buffersOf, type Drawing } from "./drawing.ts";
import { createPainter, type Painter } from "./painter.ts";

/** What the page asks of the thread that draws: to take a canvas over, to draw on it, to forget it. */
export type CanvasRequest =
  | { readonly kind: "open"; readonly canvas: number; readonly surface: OffscreenCanvas }
  | { readonly kind: "paint"; readonly canvas: number; readonly drawing: Drawing }
  | { readonly kind: "close"; readonly canvas: number };

/** What it answers when a drawing is done, with the buffers that this was written in. */
export interface CanvasReply {
  readonly canvas: number;
  readonly buffers: readonly ArrayBuffer[];
}

const painters = new Map<number, Painter>();

self.onmessage = ({ data }: MessageEvent<CanvasRequest>) => {
  const { canvas } = data;
  if (data.kind === "open") painters.set(canvas, createPainter(data.surface));
  else if (data.kind === "close") painters.delete(canvas);
  else {
    painters.get(canvas)?.paint(data.drawing);
    const buffers = buffersOf(data.drawing);
    postMessage({ canvas, buffers } satisfies CanvasReply, { transfer: buffers });
  }
};
