import type { Box, Point, Rem } from "./geometry.ts";
import { type Look, type Packing, pack, type Setting } from "./pack.ts";
import type { Detail } from "./stage-moment.ts";
import type { Zones } from "./zones.ts";

/** The cable that suspended tasks hang from; it sags when something does. */
export interface Cable {
  readonly from: Point;
  readonly to: Point;
  readonly sag: Rem;
  /** Short strings from the cable to the tokens right below it. */
  readonly pegs: readonly { readonly top: Point; readonly bottom: Point }[];
}

export interface Hanging extends Packing {
  readonly cable: Cable;
  /** Whether a string can go down from every token without crossing another. */
  readonly canTie: boolean;
}

const SAG: Rem = 0.3125;

interface Row {
  readonly look: Look;
  readonly rows: number;
  readonly h: Rem;
}

/** Least distance between two tokens of a row. */
const BETWEEN: Rem = 0.375;

/**
 * Hangs `count` tokens on a cable along the zone's top: in one row, in staggered rows, or packed below it. The cable
 * is slack when anything hangs, be it shown or only counted (`isLoaded`).
 */
export function hang(
  zone: Box,
  count: number,
  isLoaded: boolean,
  { detail, nameWidth, chips, isNarrow, token }: Manner,
): Hanging {
  const y = zone.y + (isNarrow ? 0 : 0.25);
  const drop = isNarrow ? 1 : 1.5625;
  const cable = { from: { x: zone.x, y }, to: { x: zone.x + zone.w, y }, sag: isLoaded ? SAG : 0 };
  const widest = isNarrow ? 4.5 : token * 2.5;
  const fits = ({ look, rows, h }: Row): boolean =>
    drop + rows * h + (rows - 1) * BETWEEN <= zone.h + 0.25 &&
    widthOf(zone, count, rows, widest) >= Math.min(nameWidth, 4.5) * (look === "large" ? 1 : 0.82) + 1.2;
  const row = detail === "named" && count > 0 ? rowsFor(token).find(fits) : undefined;
  if (row === undefined) {
    const packing = pack({ ...zone, y: y + 0.875, h: zone.h - 1 }, count, chips);
    return { ...packing, cable: { ...cable, pegs: [] }, canTie: false };
  }
  const w = widthOf(zone, count, row.rows, widest);
  const boxes = Array.from({ length: count }, (_, k) => ({
    x: centerOf(zone, count, row.rows, w, k) - w / 2,
    y: y + drop + (k % row.rows) * (row.h + BETWEEN),
    w,
    h: row.h,
  }));
  const pegs = boxes.map((box) => {
    const x = box.x + box.w / 2;
    return { top: { x, y: heightAt(cable.from, cable.to, SAG, x) }, bottom: { x, y: box.y } };
  });
  return { look: row.look, boxes, hidden: 0, rest: undefined, cable: { ...cable, pegs }, canTie: true };
}

interface Manner extends Pick<Zones, "isNarrow" | "token"> {
  readonly detail: Detail;
  readonly nameWidth: Rem;
  readonly chips: readonly Setting[];
}

/** One row leaves half a place at both ends, and one token hangs in the middle; staggered rows reach from end to end. */
const centerOf = (zone: Box, count: number, rows: number, w: Rem, k: number): Rem =>
  rows === 1 || count === 1
    ? zone.x + (zone.w * (k + 0.5)) / count
    : zone.x + w / 2 + ((zone.w - w) * k) / (count - 1);

/** The greatest width at which tokens of the same row do not touch. */
function widthOf(zone: Box, count: number, rows: number, widest: Rem): Rem {
  if (rows === 1) return Math.min(widest, zone.w / count - BETWEEN);
  const perPlace = rows / Math.max(1, count - 1);
  return Math.min(widest, (zone.w * perPlace - BETWEEN) / (1 + perPlace));
}

const rowsFor = (token: Rem): readonly Row[] => [
  { look: "large", rows: 1, h: token },
  { look: "large", rows: 2, h: token },
  { look: "small", rows: 2, h: 1.5 },
  { look: "small", rows: 3, h: 1.375 },
];

/** Where the cable is at `x`: a parabola through both ends, `sag` deep in the middle. */
function heightAt(from: Point, to: Point, sag: Rem, x: Rem): Rem {
  const s = (x - from.x) / (to.x - from.x);
  return from.y + 4 * sag * s * (1 - s);
}
