import { type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import type { CssPixels } from "#base/units.ts";
import { measureText } from "./measure-text.ts";
import type { Pen } from "./pen.ts";
import { PenRecorder } from "./pen-recorder.ts";
import { openSurface } from "./surface.ts";

export interface CanvasSize {
  readonly width: CssPixels;
  readonly height: CssPixels;
}

export interface CanvasHandle {
  /** Asks for a new picture in the next frame; asking twice draws once. */
  repaint(): void;
}

interface CanvasProps {
  readonly className?: string;
  /** Draws the whole picture in CSS pixels. */
  readonly draw: (pen: Pen, size: CanvasSize) => void;
  /** The page's frame loop: calls `paint` once, after all state has changed. */
  readonly request: (paint: () => void) => void;
  readonly cancel: (paint: () => void) => void;
  readonly ref?: Ref<CanvasHandle>;
}

/**
 * An opaque canvas that fills a box of the given class and is as fine as the screen. It paints when its size, its
 * `draw` or the screen's resolution changes, and when it is told to. It says nothing to assistive technology: give it
 * a text twin. `data-picture` of the box tells how far it is: `pending` while one is on its way, `painted` when not.
 */
export function Canvas({ className, draw, request, cancel, ref }: CanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(draw);
  const repaint = useRef(() => {});
  /** How many canvases were lost, with the thread that drew them. */
  const [lost, setLost] = useState(0);

  useImperativeHandle(ref, () => ({ repaint: () => repaint.current() }), []);

  useLayoutEffect(() => {
    latest.current = draw;
    repaint.current();
  }, [draw]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a lost canvas is replaced by another one.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const canvas = document.createElement("canvas");
    canvas.style.cssText = "display: block; width: 100%; height: 100%";
    element.append(canvas);
    const pen = new PenRecorder(measureText);
    let isWanted = false;
    let onTheWay = 0;
    let painted: Extent | undefined;
    const surface = openSurface(canvas, {
      painted(buffers) {
        pen.reuse(buffers);
        onTheWay--;
        if (isWanted) request(paint);
        else if (onTheWay === 0) element.dataset.picture = "painted";
      },
      lost: () => setLost((count) => count + 1),
    });
    const paint = () => {
      const extent = extentOf(element);
      const { width, height, ratio } = extent;
      if (width === 0 || height === 0 || surface.isBusy()) return;
      isWanted = false;
      onTheWay++;
      painted = extent;
      const [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
      const scale = [columns / width, rows / height] as const;
      pen.begin(scale[0]);
      latest.current(pen, extent);
      surface.paint(pen.end({ columns, rows, scale }));
    };
    repaint.current = () => {
      isWanted = true;
      element.dataset.picture = "pending";
      request(paint);
    };
    repaint.current();
    const resized = () => {
      const { width, height, ratio } = extentOf(element);
      // Whoever begins to observe a size is told the one that it has, too.
      const isSame = width === painted?.width && height === painted.height && ratio === painted.ratio;
      if (isWanted || !isSame) repaint.current();
    };
    const observer = new ResizeObserver(resized);
    observer.observe(element);
    // Zooming the page or moving it to another screen changes the resolution without changing the box.
    addEventListener("resize", resized);
    return () => {
      observer.disconnect();
      removeEventListener("resize", resized);
      cancel(paint);
      surface.close();
      canvas.remove();
    };
  }, [request, cancel, lost]);

  return <div ref={box} className={className} aria-hidden="true" />;
}

interface Extent extends CanvasSize {
  /** Pixels of the screen per CSS pixel. */
  readonly ratio: number;
}

const extentOf = ({ clientWidth: width, clientHeight: height }: HTMLElement): Extent => ({
  width,
  height,
  ratio: devicePixelRatio,
});
