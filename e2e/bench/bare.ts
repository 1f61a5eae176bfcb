import type { Columns } from "./columns.ts";

/*
 * The least that a browser must do to show the same spans: no names, no shapes, no playhead. What the timeline takes
 * is told as a multiple of these.
 */

export const LABEL = 112;
const ROW = 24;
const COLORS = ["#b27d00", "#00835f", "#2457c9", "#b3261e"];
const KINDS = COLORS.length;
const BINS = 2048;

type Draw = (from: number, to: number) => void;

/** Spans by lane: those of lane l are the rows `offsets[l] .. offsets[l + 1]`. */
interface Store {
  readonly offsets: Uint32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly kind: Uint8Array;
}

const add = (column: Uint32Array | Float32Array, at: number, by: number) => {
  column[at] = (column[at] as number) + by;
};

function storeOf({ lanes, lane, start, dur, kind }: Columns): Store {
  const offsets = new Uint32Array(lanes + 1);
  for (let row = 0; row < lane.length; row++) add(offsets, (lane[row] as number) + 1, 1);
  for (let l = 0; l < lanes; l++) add(offsets, l + 1, offsets[l] as number);
  return {
    offsets,
    from: Float64Array.from(start),
    to: Float64Array.from(start, (time, row) => time + (dur[row] as number)),
    kind: Uint8Array.from(kind),
  };
}

function contextOf(root: HTMLElement, left: number, right = root.clientWidth): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  canvas.width = right - left;
  canvas.height = root.clientHeight;
  canvas.style.cssText = `position:absolute;top:0;left:${left}px`;
  root.append(canvas);
  return canvas.getContext("2d", { alpha: false }) as CanvasRenderingContext2D;
}

/** Rows in view, spans in view, what falls into one painted pixel only once, one colour after the other; a ruler. */
export function mountBare(root: HTMLElement, columns: Columns): Draw {
  const { offsets, from, to, kind } = storeOf(columns);
  const ctx = contextOf(root, LABEL);
  const { width, height } = ctx.canvas;
  drawNames(contextOf(root, 0, LABEL), Math.ceil(height / ROW));
  const rectangles = COLORS.map(() => new Int16Array(1 << 18));
  return (first, last) => {
    const begin = first * columns.tEnd;
    const end = last * columns.tEnd;
    const scale = width / (end - begin);
    const lengths = COLORS.map(() => 0);
    for (let row = 0; row < Math.min(columns.lanes, Math.ceil(height / ROW)); row++) {
      const after = offsets[row + 1] as number;
      let low = offsets[row] as number;
      for (let high = after; low < high; ) {
        const middle = (low + high) >>> 1;
        if ((to[middle] as number) <= begin) low = middle + 1;
        else high = middle;
      }
      let painted = -1;
      for (let span = low; span < after && (from[span] as number) < end; span++) {
        const x = Math.max(0, ((from[span] as number) - begin) * scale) | 0;
        const right = Math.max(x + 1, Math.min(width, ((to[span] as number) - begin) * scale) | 0);
        if (right <= painted) continue;
        painted = right;
        const k = kind[span] as number;
        const batch = rectangles[k] as Int16Array;
        const at = lengths[k] as number;
        batch[at] = x;
        batch[at + 1] = row * ROW + 2;
        batch[at + 2] = right - x;
        lengths[k] = at + 3;
      }
    }
    ctx.fillStyle = "#fff";
    ctx.fillRect(0, 0, width, height);
    for (let k = 0; k < KINDS; k++) {
      ctx.fillStyle = COLORS[k] as string;
      const batch = rectangles[k] as Int16Array;
      for (let at = 0; at < (lengths[k] as number); at += 3)
        ctx.fillRect(batch[at] as number, batch[at + 1] as number, batch[at + 2] as number, ROW - 4);
    }
    drawTicks(ctx, begin, end);
  };
}

function drawNames(ctx: CanvasRenderingContext2D, rows: number): void {
  ctx.fillStyle = "#fff";
  ctx.fillRect(0, 0, LABEL, ctx.canvas.height);
  ctx.fillStyle = "#333";
  ctx.font = "11px sans-serif";
  for (let row = 0; row < rows; row++) ctx.fillText(`task-${row}`, 6, row * ROW + ROW / 2);
}

function drawTicks(ctx: CanvasRenderingContext2D, begin: number, end: number): void {
  const { width } = ctx.canvas;
  const least = (end - begin) / 8;
  const decade = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 5, 10].find((factor) => factor * decade >= least) ?? 10) * decade;
  ctx.fillStyle = "#555";
  ctx.font = "11px sans-serif";
  ctx.textBaseline = "top";
  for (let time = Math.ceil(begin / step) * step; time < end; time += step) {
    const x = Math.floor(((time - begin) / (end - begin)) * width);
    ctx.fillRect(x, 0, 1, 6);
    ctx.fillText(time.toFixed(step < 1 ? 3 : 0), x + 3, 2);
  }
}

/** All lanes at once: for each block of 2 × 2 px the state in which most of its time was spent, by prefix sums. */
export function mountAggregate(root: HTMLElement, columns: Columns): Draw {
  const ctx = contextOf(root, 0);
  const { width, height } = ctx.canvas;
  const across = width >> 1;
  const rows = Math.min(height >> 1, columns.lanes);
  const sums = sumTimes(storeOf(columns), columns, rows);
  const cells = new OffscreenCanvas(across, rows);
  const cellCtx = cells.getContext("2d", { alpha: false }) as OffscreenCanvasRenderingContext2D;
  const image = cellCtx.createImageData(across, rows);
  const pixels = new Uint32Array(image.data.buffer);
  const colors = COLORS.map(abgr);
  const edges = new Float32Array(across + 1);
  ctx.imageSmoothingEnabled = false;
  return (first, last) => {
    for (let x = 0; x <= across; x++)
      edges[x] = Math.min(BINS, Math.max(0, (first + ((last - first) * x) / across) * BINS));
    for (let row = 0; row < rows; row++) {
      const base = row * (BINS + 1) * KINDS;
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let x = 0; x <= across; x++) {
        const edge = edges[x] as number;
        const bin = edge | 0;
        const part = edge - bin;
        const at = base + bin * KINDS;
        const next = bin < BINS ? at + KINDS : at;
        const a2 = between(sums[at] as number, sums[next] as number, part);
        const b2 = between(sums[at + 1] as number, sums[next + 1] as number, part);
        const c2 = between(sums[at + 2] as number, sums[next + 2] as number, part);
        const d2 = between(sums[at + 3] as number, sums[next + 3] as number, part);
        if (x > 0) {
          let most = 1e-6;
          let color = 0xffffffff;
          if (a2 - a > most) {
            most = a2 - a;
            color = colors[0] as number;
          }
          if (b2 - b > most) {
            most = b2 - b;
            color = colors[1] as number;
          }
          if (c2 - c > most) {
            most = c2 - c;
            color = colors[2] as number;
          }
          if (d2 - d > most) color = colors[3] as number;
          pixels[row * across + x - 1] = color;
        }
        a = a2;
        b = b2;
        c = c2;
        d = d2;
      }
    }
    cellCtx.putImageData(image, 0, 0);
    ctx.drawImage(cells, 0, 0, width, height);
  };
}

const between = (before: number, after: number, part: number) => before + (after - before) * part;

function sumTimes({ offsets, from, to, kind }: Store, { lanes, tEnd }: Columns, rows: number): Float32Array {
  const sums = new Float32Array(rows * (BINS + 1) * KINDS);
  const bin = tEnd / BINS;
  for (let lane = 0; lane < lanes; lane++) {
    const base = Math.floor((lane * rows) / lanes) * (BINS + 1) * KINDS;
    for (let span = offsets[lane] as number; span < (offsets[lane + 1] as number); span++) {
      const end = Math.min(BINS, (to[span] as number) / bin);
      for (let at = (from[span] as number) / bin; at < end; ) {
        const next = Math.min(end, Math.floor(at) + 1);
        add(sums, base + (Math.floor(at) + 1) * KINDS + (kind[span] as number), next - at);
        at = next;
      }
    }
  }
  for (let row = 0; row < rows; row++) {
    const base = row * (BINS + 1) * KINDS;
    for (let at = KINDS; at < (BINS + 1) * KINDS; at++)
      add(sums, base + at, sums[base + at - KINDS] as number);
  }
  return sums;
}

const abgr = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
};
