import type { Rem } from "./geometry.ts";
import type { Cast } from "./layout-stage.ts";
import { LEAST_MINI, type Setting } from "./pack.ts";
import type { StageMoment } from "./stage-moment.ts";
import type { Zones } from "./zones.ts";

type Detail = Pick<StageMoment, "detail">;

/** In how many columns smaller names stand before they are given up for monograms. */
const COLUMNS = [2, 3] as const;

/** Ways to set out who queues, from the largest. */
export function queueSettings(
  { detail }: Detail,
  { queue, token }: Zones,
  { nameWidth, chips }: Cast,
): readonly Setting[] {
  if (detail !== "named") return chips;
  const half = (queue.w - 0.25) / 2;
  return [
    { look: "large", w: queue.w, h: token, gap: 0.4375 },
    { look: "small", w: queue.w, h: 1.5, gap: 0.25 },
    ...(half >= nameWidth * 0.8 + 0.8 ? [{ look: "small", w: half, h: 1.5, gap: 0.25 } as const] : []),
    ...minis(queue.w, [
      [1.25, 0.1875],
      [1, 0.125],
      [0.8125, 0.0625],
    ]),
    ...chips,
  ];
}

/** Ways to set out who has ended, each with the sign of its end. */
export function endedSettings(
  { detail }: Detail,
  { ended, isNarrow }: Zones,
  { endedChips }: Cast,
): readonly Setting[] {
  if (detail !== "named") return endedChips;
  const rows: readonly Setting[] = isNarrow
    ? [{ look: "mini", w: ended.w, h: 0.8125, gap: 0 }]
    : [
        { look: "small", w: ended.w, h: 1.25, gap: 0.0625 },
        { look: "small", w: ended.w, h: 1.125, gap: 0.0625 },
      ];
  return [
    ...rows,
    ...minis(ended.w, [
      [1, 0.125],
      [0.875, 0.0625],
      [0.8125, 0],
    ]),
    ...endedChips,
  ];
}

const minis = (width: Rem, heights: readonly (readonly [h: Rem, gap: Rem])[]): readonly Setting[] =>
  COLUMNS.flatMap((columns) =>
    heights.map(
      ([h, gap]) => ({ look: "mini", w: (width - (columns - 1) * gap) / columns, h, gap }) as const,
    ),
  ).filter(({ w }) => w >= LEAST_MINI);
