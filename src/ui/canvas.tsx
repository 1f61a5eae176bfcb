import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from "react";
import type { CssPixels } from "#base/units.ts";

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
  /** Draws the whole picture in CSS pixels; the context is already scaled to the screen's. */
  readonly draw: (ctx: CanvasRenderingContext2D, size: CanvasSize) => void;
  /** The page's frame loop: calls `paint` once, after all state has changed. */
  readonly request: (paint: () => void) => void;
  readonly cancel: (paint: () => void) => void;
  readonly ref?: Ref<CanvasHandle>;
}

/**
 * An opaque canvas that fills a box of the given class and is as fine as the screen. It paints when its size, its
 * `draw` or the screen's resolution changes, and when it is told to. It says nothing to assistive technology: give it
 * a text twin.
 */
export function Canvas({ className, draw, request, cancel, ref }: CanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(draw);
  const paint = useRef(() => {
    const element = canvas.current;
    const ctx = element?.getContext("2d", { alpha: false });
    if (!element || !ctx) return;
    const { clientWidth: width, clientHeight: height } = element;
    if (width === 0 || height === 0) return;
    const ratio = devicePixelRatio;
    const columns = Math.round(width * ratio);
    const rows = Math.round(height * ratio);
    // Setting a size clears the canvas and is slow: only when it has changed.
    if (element.width !== columns) element.width = columns;
    if (element.height !== rows) element.height = rows;
    ctx.setTransform(columns / width, 0, 0, rows / height, 0, 0);
    latest.current(ctx, { width, height });
  }).current;

  useImperativeHandle(ref, () => ({ repaint: () => request(paint) }), [request, paint]);

  useLayoutEffect(() => {
    latest.current = draw;
    request(paint);
  }, [draw, request, paint]);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const changed = () => request(paint);
    const observer = new ResizeObserver(changed);
    observer.observe(element);
    // Zooming the page or moving it to another screen changes the resolution without changing the box.
    addEventListener("resize", changed);
    return () => {
      observer.disconnect();
      removeEventListener("resize", changed);
      cancel(paint);
    };
  }, [request, cancel, paint]);

  return (
    <div className={className} aria-hidden="true">
      <canvas ref={canvas} style={{ display: "block", width: "100%", height: "100%" }} />
    </div>
  );
}
