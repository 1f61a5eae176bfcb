import type { CanvasReply, CanvasRequest } from "./canvas-worker.ts";
import { buffersOf, type Drawing } from "./drawing.ts";
import { createPainter } from "./painter.ts";

/** A canvas that drawings are handed to, wherever they are drawn. */
export interface Surface {
  /** Is it so far behind that another drawing would have to wait? `ready` is called when it no longer is. */
  isBusy(): boolean;
  paint(drawing: Drawing): void;
  close(): void;
}

interface SurfaceEvents {
  /** A drawing is done; its buffers can be written in again. */
  painted(buffers: readonly ArrayBuffer[]): void;
  /** The thread that draws could not be had: the canvas is lost, and another one will be drawn by this thread. */
  lost(): void;
}

/** The one being drawn, and the next one: with a third, what is seen would lag behind what is done. */
const MOST_ON_THE_WAY = 2;

const open = new Map<number, SurfaceEvents>();
let opened = 0;
/** The thread that draws for all canvases of the page; null where there is none to be had. */
let thread: Worker | null | undefined;

/**
 * Takes a canvas that nothing has been drawn on. A thread of its own draws it (HTML Standard,
 * "transferControlToOffscreen"), so that the page goes on meanwhile; where that cannot be, this one does, at once.
 */
export function openSurface(canvas: HTMLCanvasElement, events: SurfaceEvents): Surface {
  const worker = threadOf();
  if (!worker) {
    const painter = createPainter(canvas);
    return {
      isBusy: () => false,
      paint(drawing) {
        painter.paint(drawing);
        events.painted(buffersOf(drawing));
      },
      close() {},
    };
  }
  const id = ++opened;
  const surface = canvas.transferControlToOffscreen();
  const ask = (request: CanvasRequest, transfer: readonly Transferable[] = []) =>
    post(worker, request, transfer);
  let onTheWay = 0;
  open.set(id, {
    ...events,
    painted(buffers) {
      onTheWay--;
      events.painted(buffers);
    },
  });
  ask({ kind: "open", canvas: id, surface }, [surface]);
  return {
    isBusy: () => onTheWay >= MOST_ON_THE_WAY,
    paint(drawing) {
      onTheWay++;
      ask({ kind: "paint", canvas: id, drawing }, buffersOf(drawing));
    },
    close() {
      open.delete(id);
      ask({ kind: "close", canvas: id });
    },
  };
}

let outbox: { readonly requests: CanvasRequest[]; readonly transfer: Transferable[] } | undefined;

/** Posts what is asked in one frame as one message: each wakes the other thread up, which costs more than its content. */
function post(worker: Worker, request: CanvasRequest, transfer: readonly Transferable[]): void {
  if (!outbox) {
    const sent = { requests: [], transfer: [] };
    outbox = sent;
    queueMicrotask(() => {
      outbox = undefined;
      worker.postMessage(sent.requests, sent);
    });
  }
  outbox.requests.push(request);
  outbox.transfer.push(...transfer);
}

/** Starts the thread that draws before there is anything to draw: it takes as long to come as a page does. */
export function prepareSurfaces(): void {
  threadOf();
}

function threadOf(): Worker | null {
  if (thread === undefined) thread = startThread();
  return thread;
}

function startThread(): Worker | null {
  if (typeof OffscreenCanvas === "undefined" || !HTMLCanvasElement.prototype.transferControlToOffscreen)
    return null;
  try {
    const worker = new Worker(new URL("./canvas-worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<readonly CanvasReply[]>) => {
      for (const { canvas, buffers } of data) open.get(canvas)?.painted(buffers);
    };
    worker.onerror = () => {
      worker.terminate();
      thread = null;
      const lost = [...open.values()];
      open.clear();
      for (const events of lost) events.lost();
    };
    return worker;
  } catch {
    // A policy of the host forbids it.
    return null;
  }
}
