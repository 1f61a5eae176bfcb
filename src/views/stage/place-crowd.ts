import type { Crowd } from "./crowd.ts";
import { type Box, bottomOf, type Rem } from "./geometry.ts";
import type { GroupBox } from "./groups.ts";
import type { StageMoment } from "./stage-moment.ts";
import type { Zones } from "./zones.ts";

/** Many threads that do the same, as a pile of seats with a block for whoever sits there. */
export interface Pile extends Box {
  readonly kind: Exclude<keyof Crowd, "threads">;
  readonly count: number;
  /** The block of those who hold these threads; of threads that nobody holds, the place where one would be. */
  readonly place: Box;
}

const ORDER = ["fresh", "running", "waiting", "blocked", "idle"] as const satisfies readonly Pile["kind"][];
const GAP: Rem = 1.25;
const WIDEST: Rem = 9.5;

/** A pile for each thing that threads of the crowd do now, side by side. */
export function placeCrowd(
  { crowd }: StageMoment,
  { seats, token, isNarrow, headingY }: Zones,
): readonly Pile[] {
  if (crowd === undefined) return [];
  const kinds = ORDER.filter((kind) => crowd[kind] > 0);
  const gap = isNarrow ? 0.75 : GAP;
  const w = Math.min(WIDEST, (seats.w - 0.75 + gap) / kinds.length - gap);
  const heading = isNarrow ? 1.25 : 1.75;
  const y = isNarrow ? seats.y + 0.125 : headingY + 1.5;
  const h = Math.min(heading + token + 0.75, bottomOf(seats) - y - 0.5);
  return kinds.map((kind, k) => {
    const box = { x: seats.x + k * (w + gap), y, w, h };
    const inset = isNarrow ? 0.375 : 0.625;
    const place = {
      x: box.x + inset,
      y: box.y + heading,
      w: w - 2 * inset,
      h: Math.min(token, h - heading - 0.375),
    };
    return { ...box, kind, count: crowd[kind], place };
  });
}

/** Whoever sits on a pile, as a block like those of the other zones. */
export const crowdGroups = (piles: readonly Pile[], { taskTotal }: StageMoment): readonly GroupBox[] =>
  piles.flatMap(({ kind, count, place }) =>
    kind === "fresh" || kind === "idle"
      ? []
      : [
          {
            ...place,
            state: kind === "waiting" ? "ready" : kind,
            zone: "seat",
            count,
            share: count / taskTotal,
          } as const,
        ],
  );
