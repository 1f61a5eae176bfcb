import type { Box, Rem } from "./geometry.ts";

/** How a token is drawn: its name in three sizes, its monogram only, or nothing but its state. */
export type Look = "large" | "small" | "mini" | "chip" | "dot";

/** One way to set out tokens: how they look, how wide and high they are, and the gap between two of them. */
export interface Setting {
  readonly look: Look;
  readonly w: Rem;
  readonly h: Rem;
  readonly gap: Rem;
}

/** Narrower than this a name is only its monogram, and a chip says as much. */
export const LEAST_MINI: Rem = 2;

/** Monograms, ever smaller, and at last only coloured squares. */
const CHIPS: readonly Setting[] = [
  { look: "chip", w: 1.75, h: 1.5, gap: 0.25 },
  { look: "chip", w: 1.5, h: 1.25, gap: 0.1875 },
  { look: "chip", w: 1.25, h: 1.0625, gap: 0.0625 },
  { look: "dot", w: 0.75, h: 0.75, gap: 0.1875 },
  { look: "dot", w: 0.5, h: 0.5, gap: 0.1875 },
];

/** Widths of a chip's letter and of its two borders. */
const LETTER: Rem = 0.5;
const BORDERS: Rem = 0.2;

/** The settings for monograms of up to so many letters: a chip that would cut its monogram off says nothing. */
export const chipsFor = (letters: number): readonly Setting[] =>
  CHIPS.filter(({ look, w }) => look === "dot" || chipFits(letters, w));

export const chipFits = (letters: number, w: Rem): boolean => letters * LETTER + BORDERS <= w;

/** Width of the sign that says how a task ended. */
const SIGN: Rem = 0.6875;

/** The same for those that have ended, whose sign stands before the monogram, and at last alone. */
export const endedChipsFor = (letters: number): readonly Setting[] => {
  const least = letters * LETTER + BORDERS + SIGN;
  const chips = CHIPS.filter(({ look }) => look === "chip");
  return [
    ...chips.map((chip) => ({ ...chip, w: Math.max(chip.w, least) })),
    { look: "dot", w: 0.75, h: 0.75, gap: 0.1875 },
    { look: "dot", w: 0.625, h: 0.625, gap: 0.125 },
    { look: "dot", w: 0.5, h: 0.5, gap: 0.125 },
    { look: "dot", w: 0.34375, h: 0.34375, gap: 0.0625 },
  ];
};

export interface Packing {
  readonly look: Look;
  readonly boxes: readonly Box[];
  /** How many did not fit; the place after the last box is then left free for that number. */
  readonly hidden: number;
  /** That place, when something is hidden. */
  readonly rest: Box | undefined;
}

/** Fills a zone row by row with `count` tokens in the first setting in which all fit; the last one may hide some. */
export function pack(zone: Box, count: number, settings: readonly Setting[]): Packing {
  const fits =
    settings.find((setting) => capacityOf(zone, setting) >= count) ?? settings[settings.length - 1];
  if (fits === undefined) throw new RangeError("no setting to pack tokens in");
  const capacity = capacityOf(zone, fits);
  const shown = count <= capacity ? count : Math.max(0, capacity - cellsForRest(zone, fits));
  const cells = Array.from({ length: Math.min(count, shown + 1) }, (_, k) => cellAt(zone, fits, k));
  return { look: fits.look, boxes: cells.slice(0, shown), hidden: count - shown, rest: cells[shown] };
}

/** Room for the number of those that are hidden. */
const REST: Rem = 1.75;
const cellsForRest = (zone: Box, { w, gap }: Setting): number =>
  Math.min(columnsIn(zone, { look: "dot", w, h: 0, gap }), Math.ceil((REST + gap) / (w + gap)));

/** Room between two lots for the line that parts them, and its caption. */
export const LINE_ROOM: Rem = 1;

/**
 * Fills a zone with two lots, the second below a line. Undefined when nobody is below it, or when not all would fit:
 * a line is no reason to hide anybody.
 */
export function packInTwo(
  zone: Box,
  first: number,
  second: number,
  settings: readonly Setting[],
): (Packing & { readonly line: Rem }) | undefined {
  if (second === 0) return undefined;
  const room = { ...zone, h: zone.h - LINE_ROOM };
  const rowsOf = (count: number, setting: Setting) => Math.ceil(count / columnsIn(zone, setting));
  const fits = settings.find(
    (setting) => rowsOf(first, setting) + rowsOf(second, setting) <= rowsIn(room, setting),
  );
  if (fits === undefined) return undefined;
  const above = rowsOf(first, fits);
  const line = zone.y + above * (fits.h + fits.gap) + LINE_ROOM / 2;
  const below = { ...zone, y: zone.y + above * (fits.h + fits.gap) + LINE_ROOM };
  const boxes = [
    ...Array.from({ length: first }, (_, k) => cellAt(zone, fits, k)),
    ...Array.from({ length: second }, (_, k) => cellAt(below, fits, k)),
  ];
  return { look: fits.look, boxes, hidden: 0, rest: undefined, line };
}

const columnsIn = (zone: Box, { w, gap }: Setting): number =>
  Math.max(1, Math.floor((zone.w + gap + 1e-6) / (w + gap)));

const rowsIn = (zone: Box, { h, gap }: Setting): number => Math.floor((zone.h + gap + 1e-6) / (h + gap));

const capacityOf = (zone: Box, setting: Setting): number =>
  columnsIn(zone, setting) * Math.max(1, rowsIn(zone, setting));

function cellAt(zone: Box, setting: Setting, k: number): Box {
  const columns = columnsIn(zone, setting);
  const { w, h, gap } = setting;
  return { x: zone.x + (k % columns) * (w + gap), y: zone.y + Math.floor(k / columns) * (h + gap), w, h };
}
