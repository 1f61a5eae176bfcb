import { type Box, bottomOf, type Point, type Rem } from "./geometry.ts";
import { LEAST_MINI, type Look, type Packing, pack, type Setting } from "./pack.ts";
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
  { detail, nameWidth, chips, isNarrow, token, lead: leads = 0 }: Manner,
): Hanging {
  const y = zone.y + (isNarrow ? 0 : 0.25);
  const drop = isNarrow ? 1 : 1.5625;
  const cable = { from: { x: zone.x, y }, to: { x: zone.x + zone.w, y }, sag: isLoaded ? SAG : 0 };
  const widest = isNarrow ? 4.5 : token * 2.5;
  const fits = ({ look, rows, h }: Row): boolean =>
    drop + rows * h + (rows - 1) * BETWEEN <= zone.h + 0.25 &&
    (rows === 1 && leads > 0
      ? widthOf({ ...zone, w: zone.w - leads }, count - 1, 1, widest)
      : widthOf(zone, count, rows, widest)) >=
      Math.min(nameWidth, 4.5) * (look === "large" ? 1 : 0.82) + 0.85;
  if (count === 0)
    return {
      look: "large",
      boxes: [],
      hidden: 0,
      rest: undefined,
      cable: { ...cable, pegs: [] },
      canTie: true,
    };
  const row = detail === "named" ? rowsFor(token).find(fits) : undefined;
  if (row === undefined) {
    const below = { ...zone, y: y + 0.875, h: bottomOf(zone) - y - 0.875 };
    const grids = detail === "named" ? gridsIn(below, count, nameWidth) : [];
    return { ...pack(below, count, [...grids, ...chips]), cable: { ...cable, pegs: [] }, canTie: false };
  }
  const lead = row.rows === 1 ? leads : 0;
  const shared = { ...zone, x: zone.x + lead, w: zone.w - lead };
  const w = widthOf(shared, count - Math.sign(lead), row.rows, widest);
  const boxes = Array.from({ length: count }, (_, k) => ({
    ...(k === 0 && lead > 0
      ? { x: zone.x, w: lead - BETWEEN }
      : { x: centerOf(shared, count - Math.sign(lead), row.rows, w, k - Math.sign(lead)) - w / 2, w }),
    y: y + drop + (k % row.rows) * (row.h + BETWEEN),
    h: row.h,
  }));
  const pegs = boxes.map((box) => pegTo({ ...cable, sag: SAG }, box));
  return { look: row.look, boxes, hidden: 0, rest: undefined, cable: { ...cable, pegs }, canTie: true };
}

const GRIDS: readonly (readonly [look: "small" | "mini", h: Rem, gap: Rem])[] = [
  ["small", 1.375, 0.25],
  ["small", 1.1875, 0.1875],
  ["mini", 1.1875, 0.1875],
  ["mini", 1, 0.125],
  ["mini", 0.875, 0.125],
];

/** Rows of names below the cable: those in which every name has room come before those in which some are shortened. */
function gridsIn(zone: Box, count: number, nameWidth: Rem): readonly Setting[] {
  const grids = GRIDS.flatMap(([look, h, gap]) => {
    const rows = Math.floor((zone.h + gap) / (h + gap));
    if (rows < 1) return [];
    const columns = Math.ceil(count / rows);
    const w = Math.min(5, (zone.w + gap) / columns - gap);
    return w < LEAST_MINI ? [] : [{ look, w, h, gap }];
  });
  const hasRoom = ({ look, w }: Setting) => w >= nameWidth * (look === "small" ? 0.8 : 0.72) + 0.375;
  return [...grids.filter(hasRoom), ...grids.filter((grid) => !hasRoom(grid)).sort((a, b) => b.w - a.w)];
}

interface Manner extends Pick<Zones, "isNarrow" | "token"> {
  readonly detail: Detail;
  readonly nameWidth: Rem;
  /** In one row, the room of the first, when that is narrower than the others. */
  readonly lead?: Rem;
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

/** The short string from a cable to what hangs below it. */
export function pegTo(
  { from, to, sag }: Pick<Cable, "from" | "to" | "sag">,
  box: Box,
): Cable["pegs"][number] {
  const x = box.x + box.w / 2;
  return { top: { x, y: heightAt(from, to, sag, x) }, bottom: { x, y: box.y } };
}

/** Where the cable is at `x`: a parabola through both ends, `sag` deep in the middle. */
function heightAt(from: Point, to: Point, sag: Rem, x: Rem): Rem {
  const s = (x - from.x) / (to.x - from.x);
  return from.y + 4 * sag * s * (1 - s);
}
