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

function follow(request: CanvasRequest): CanvasReply | undefined {
  const { canvas } = request;
  switch (request.kind) {
    case "open":
      painters.set(canvas, createPainter(request.surface));
      return undefined;
    case "close":
      painters.delete(canvas);
      return undefined;
    case "paint":
      painters.get(canvas)?.paint(request.drawing);
      return { canvas, buffers: buffersOf(request.drawing) };
  }
}

self.onmessage = ({ data }: MessageEvent<readonly CanvasRequest[]>) => {
  const replies = data.flatMap((request) => follow(request) ?? []);
  if (replies.length > 0) postMessage(replies, { transfer: replies.flatMap(({ buffers }) => buffers) });
};
