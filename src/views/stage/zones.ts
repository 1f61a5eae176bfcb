import { type Box, bottomOf, clamp, type Rem, rightOf } from "./geometry.ts";
import type { StageMoment } from "./stage-moment.ts";

/** The room on the stage, in rem. */
export interface StageSize {
  readonly width: Rem;
  readonly height: Rem;
  /** How much larger text is than at the base size, which the layout's constants are for; 1 when absent. */
  readonly text?: number;
}

/** The fixed places of a stage of some size: they depend on the mode and the number of threads, not on the moment. */
export interface Zones {
  readonly isNarrow: boolean;
  /** The loop's or the pool's border; drawn when `hasBorder`. */
  readonly container: Box;
  readonly hasBorder: boolean;
  /** Room for tokens; headings stand above, at `headingY`. */
  readonly queue: Box;
  readonly seats: Box;
  /** Only an event loop has one: the cable runs along its top edge. */
  readonly hang: Box | undefined;
  readonly ended: Box;
  readonly callbacks: Box | undefined;
  readonly outside: Box;
  readonly headingY: Rem;
  /** Height of a large token. */
  readonly token: Rem;
}

/** Up to this width the zones are stacked in two rows, where the page is a phone's. */
const NARROW: Rem = 40;

/** What the zones must have room for besides tokens. */
export interface ZoneNeeds {
  readonly hasCallbacks: boolean;
  readonly taskTotal: number;
  /** Width of the cable's heading; on a narrow stage it stands at the cable's left end. */
  readonly hangLabel: Rem;
}

export function zonesOf(moment: Pick<StageMoment, "mode">, needs: ZoneNeeds, size: StageSize): Zones {
  return size.width <= NARROW ? narrowZones(moment, needs, size) : wideZones(moment, needs, size);
}

function wideZones(
  { mode }: Pick<StageMoment, "mode">,
  { hasCallbacks, taskTotal }: ZoneNeeds,
  { width, height }: StageSize,
): Zones {
  const isFull = taskTotal > 3;
  const outside: Box = { x: 1, y: height - 3.75, w: width - 2, h: 3 };
  const container: Box = { x: 1, y: 1.375, w: width - 2, h: outside.y - 1.125 - 1.375 };
  const left = container.x + 1.25;
  const inner = container.w - 2.5;
  const top = container.y + 2.875;
  const room = bottomOf(container) - top - 0.75;
  const gap = 1.375;
  const queueWidth = clamp(inner * 0.172, 6.5, 11);
  const endedWidth =
    mode === "async"
      ? clamp(inner * (isFull ? 0.174 : 0.13), isFull ? 6.5 : 5.75, 9)
      : clamp(inner * 0.157, 6, 10);
  const seatX = left + queueWidth + gap;
  const seatWidth =
    mode === "async" ? clamp(inner * 0.26, 10, 18) : inner - queueWidth - endedWidth - 2 * gap;
  const endedX = left + inner - endedWidth;
  // That there are none is said in one line where the ended tasks need the room.
  const callbackHeight = hasCallbacks ? 1.5 : isFull ? 0 : 1;
  const endedRoom = mode === "async" || hasCallbacks ? room - 1.375 - callbackHeight : room;
  const hangX = seatX + seatWidth + gap;
  return {
    isNarrow: false,
    container,
    hasBorder: mode === "async" || mode === "pool",
    queue: { x: left, y: top, w: queueWidth, h: room },
    seats: { x: seatX, y: container.y + 0.875, w: seatWidth, h: container.h - 1.75 },
    hang: mode === "async" ? { x: hangX, y: top, w: endedX - gap - hangX, h: room } : undefined,
    ended: {
      x: endedX,
      y: hasCallbacks ? top - 0.25 : top,
      w: endedWidth,
      h: endedRoom + (hasCallbacks ? 0.25 : 0),
    },
    callbacks:
      mode === "async" || hasCallbacks
        ? { x: endedX, y: top + endedRoom + 1.375, w: endedWidth, h: callbackHeight }
        : undefined,
    outside,
    headingY: container.y + 1.25,
    token: clamp(container.h * 0.19, 2, 2.625),
  };
}

/** A phone: the queue, the seat and the ended tasks in one row, the cable (or the seats of many threads) below. */
function narrowZones(
  { mode }: Pick<StageMoment, "mode">,
  { hangLabel, hasCallbacks }: ZoneNeeds,
  { width, height }: StageSize,
): Zones {
  const outside: Box = { x: 0.75, y: height - 3.25, w: width - 1.5, h: 2.75 };
  const container: Box = { x: 0.75, y: 1.125, w: width - 1.5, h: outside.y - 0.875 - 1.125 };
  const left = container.x + 0.75;
  const inner = container.w - 1.5;
  const top = container.y + 2.25;
  const isAsync = mode === "async";
  const queueWidth = isAsync ? clamp(inner * 0.28, 4.5, 8) : inner * 0.6;
  const endedWidth = isAsync ? 4.125 : inner - queueWidth - 0.625;
  const endedX = left + inner - endedWidth;
  const seatX = left + queueWidth + 0.625;
  const below = container.y + 4.5;
  // Left of those that hang, below the cable's heading, two callbacks have room.
  const hangX = left + Math.max(hangLabel + 0.5, isAsync && hasCallbacks ? 4.625 : 3.25);
  return {
    isNarrow: true,
    container,
    hasBorder: isAsync || mode === "pool",
    queue: { x: left, y: top, w: queueWidth, h: 1.75 },
    seats: isAsync
      ? { x: seatX, y: container.y + 0.8125, w: endedX - 0.625 - seatX, h: 3.75 }
      : { x: left, y: below, w: inner, h: bottomOf(container) - below - 0.5 },
    hang: isAsync
      ? { x: hangX, y: below + 0.96, w: left + inner - hangX, h: bottomOf(container) - below - 0.96 - 0.375 }
      : undefined,
    ended: { x: endedX, y: top, w: rightOf(container) - 0.5 - endedX, h: isAsync ? 2.4375 : 2.125 },
    callbacks:
      isAsync && hasCallbacks
        ? { x: left, y: bottomOf(container) - 1.75, w: hangX - left - 0.25, h: 1.375 }
        : undefined,
    outside,
    headingY: container.y + 0.9375,
    token: 1.75,
  };
}
