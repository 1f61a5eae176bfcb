import type { Box, Rem } from "./geometry.ts";
import type { StageSeat } from "./stage-moment.ts";

/** `tall`: heading, token and call stack; `low`: heading and token; `tiny`: a monogram; `group`: only a number. */
export type SeatLook = "tall" | "low" | "tiny" | "group";

export interface SeatBox extends Box {
  readonly seat: StageSeat;
  readonly look: SeatLook;
  /** Where its token sits. */
  readonly place: Box;
}

const GAP: Rem = 0.75;

/** In a seat of this width its own name has room, and a task's in part. */
const LEAST_NAMED: Rem = 5.25;

/**
 * Sets out the seats of all threads in their zone: one row when names have room in it, else two, else a row in which
 * names are cut, else a grid of monograms.
 */
export function placeSeats(
  zone: Box,
  seats: readonly StageSeat[],
  token: Rem,
  nameWidth: Rem,
  isNarrow: boolean,
): readonly SeatBox[] {
  if (seats.length === 0) return [];
  const least = Math.min(nameWidth + 2.25, isNarrow ? 4.5 : 6.5);
  const each = (zone.w + GAP) / seats.length - GAP;
  const inOneRow = () => {
    const look = zone.h >= 6 ? "tall" : "low";
    return grid(zone, seats.length, 1, GAP).map((box, k) => seatBox(box, seats[k] as StageSeat, look, token));
  };
  if (each >= least || seats.length === 1) return inOneRow();
  const columns = Math.ceil(seats.length / 2);
  if (seats.length <= 6 && (zone.w + GAP) / columns - GAP >= 3.5 && zone.h >= 7)
    return grid(zone, columns, 2, GAP)
      .slice(0, seats.length)
      .map((box, k) => seatBox(box, seats[k] as StageSeat, "low", token));
  return each >= LEAST_NAMED ? inOneRow() : tinySeats(zone, seats);
}

function tinySeats(zone: Box, seats: readonly StageSeat[]): readonly SeatBox[] {
  const gap = zone.h < 5 ? 0.25 : 0.375;
  const least = zone.h < 5 ? 1 : 1.5;
  let columns = Math.max(1, Math.floor((zone.w + gap) / (2.5 + gap)));
  while (Math.ceil(seats.length / columns) * (least + gap) - gap > zone.h && columns < seats.length)
    columns++;
  const rows = Math.ceil(seats.length / columns);
  const h = Math.min(2.5, (zone.h + gap) / rows - gap);
  const w = Math.min(3.5, (zone.w + gap) / columns - gap);
  return seats.map((seat, k) => {
    const box = {
      x: zone.x + (k % columns) * (w + gap),
      y: zone.y + Math.floor(k / columns) * (h + gap),
      w,
      h,
    };
    const inset = 0.15625 + Math.min(0.0625, h * 0.03);
    return {
      ...box,
      seat,
      look: "tiny",
      place: { x: box.x + inset, y: box.y + inset, w: w - 2 * inset, h: h - 2 * inset },
    };
  });
}

function grid(zone: Box, columns: number, rows: number, gap: Rem): readonly Box[] {
  const w = (zone.w + gap) / columns - gap;
  const h = (zone.h + gap) / rows - gap;
  return Array.from({ length: columns * rows }, (_, k) => ({
    x: zone.x + (k % columns) * (w + gap),
    y: zone.y + Math.floor(k / columns) * (h + gap),
    w,
    h,
  }));
}

function seatBox(box: Box, seat: StageSeat, look: SeatLook, token: Rem): SeatBox {
  const heading = box.h < 4 ? 1.5 : 2;
  const inset = box.w < 7 ? 0.375 : 0.75;
  const h = Math.min(token, box.h - heading - 0.4);
  return { ...box, seat, look, place: { x: box.x + inset, y: box.y + heading, w: box.w - 2 * inset, h } };
}
