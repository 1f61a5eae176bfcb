import type { Box, Point, Rem } from "./geometry.ts";
import { type Look, type Packing, pack } from "./pack.ts";
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
}

const SAG: Rem = 0.3125;

interface Row {
  readonly look: Look;
  readonly rows: number;
  readonly h: Rem;
}

/** Hangs `count` tokens on a cable along the zone's top: in one row, staggered rows, or packed below it. */
export function hang(
  zone: Box,
  count: number,
  detail: Detail,
  nameWidth: Rem,
  { isNarrow, token }: Pick<Zones, "isNarrow" | "token">,
): Hanging {
  const y = zone.y + (isNarrow ? 0 : 0.25);
  const drop = isNarrow ? 1 : 1.5625;
  const ends = { from: { x: zone.x, y }, to: { x: zone.x + zone.w, y } };
  const pitch = count === 0 ? zone.w : zone.w / count;
  const fits = ({ look, rows, h }: Row): boolean =>
    drop + rows * h + (rows - 1) * 0.375 <= zone.h + 0.25 &&
    rows * pitch - 0.5 >= Math.min(nameWidth, 4.5) * (look === "large" ? 1 : 0.82) + 0.9;
  const row = detail === "named" ? rowsFor(token).find(fits) : undefined;
  if (row === undefined) {
    const below = { ...zone, y: y + 1, h: zone.h - 1 };
    const packing = pack(below, count, CHIPS);
    return { ...packing, cable: { ...ends, sag: count === 0 ? 0 : SAG, pegs: [] } };
  }
  const w = Math.min(isNarrow ? 4.5 : token * 2.5, row.rows * pitch - 0.5);
  const boxes = Array.from({ length: count }, (_, k) => ({
    x: zone.x + pitch * (k + 0.5) - w / 2,
    y: y + drop + (k % row.rows) * (row.h + 0.375),
    w,
    h: row.h,
  }));
  const pegs = boxes.map((box) => {
    const x = box.x + box.w / 2;
    return { top: { x, y: heightAt(ends.from, ends.to, SAG, x) }, bottom: { x, y: box.y } };
  });
  return {
    look: row.look,
    boxes,
    hidden: 0,
    rest: undefined,
    cable: { ...ends, sag: count === 0 ? 0 : SAG, pegs },
  };
}

const rowsFor = (token: Rem): readonly Row[] => [
  { look: "large", rows: 1, h: token },
  { look: "large", rows: 2, h: token },
  { look: "small", rows: 2, h: 1.5 },
  { look: "small", rows: 3, h: 1.375 },
];

const CHIPS = [
  { look: "chip", w: 1.75, h: 1.5, gap: 0.25 },
  { look: "chip", w: 1.5, h: 1.25, gap: 0.1875 },
  { look: "dot", w: 0.5, h: 0.5, gap: 0.1875 },
] as const;

/** Where the cable is at `x`: a parabola through both ends, `sag` deep in the middle. */
function heightAt(from: Point, to: Point, sag: Rem, x: Rem): Rem {
  const s = (x - from.x) / (to.x - from.x);
  return from.y + 4 * sag * s * (1 - s);
}
