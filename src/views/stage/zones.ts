import { type Box, bottomOf, clamp, type Rem, rightOf } from "./geometry.ts";
import type { StageMoment } from "./stage-moment.ts";

/** The room on the stage, in rem. */
export interface StageSize {
  readonly width: Rem;
  readonly height: Rem;
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

/** Below this width the zones are stacked in two rows. */
const NARROW: Rem = 40;

export function zonesOf(moment: Pick<StageMoment, "mode">, hasCallbacks: boolean, size: StageSize): Zones {
  return size.width < NARROW
    ? narrowZones(moment, hasCallbacks, size)
    : wideZones(moment, hasCallbacks, size);
}

function wideZones(
  { mode }: Pick<StageMoment, "mode">,
  hasCallbacks: boolean,
  { width, height }: StageSize,
): Zones {
  const outside: Box = { x: 1, y: height - 3.75, w: width - 2, h: 3 };
  const container: Box = { x: 1, y: 1.375, w: width - 2, h: outside.y - 1.125 - 1.375 };
  const left = container.x + 1.25;
  const inner = container.w - 2.5;
  const top = container.y + 2.875;
  const room = bottomOf(container) - top - 0.75;
  const gap = 1.375;
  const queueWidth = clamp(inner * 0.18, 6.5, 11);
  const endedWidth = mode === "async" ? clamp(inner * 0.13, 5.75, 9) : clamp(inner * 0.157, 6, 10);
  const seatX = left + queueWidth + gap;
  const seatWidth =
    mode === "async" ? clamp(inner * 0.303, 10, 18) : inner - queueWidth - endedWidth - 2 * gap;
  const endedX = left + inner - endedWidth;
  const callbackHeight = hasCallbacks ? 1.75 : 0;
  const endedRoom = mode === "async" || hasCallbacks ? room - 2 - callbackHeight : room;
  const hangX = seatX + seatWidth + gap;
  return {
    isNarrow: false,
    container,
    hasBorder: mode === "async" || mode === "pool",
    queue: { x: left, y: top, w: queueWidth, h: room },
    seats: { x: seatX, y: container.y + 0.875, w: seatWidth, h: container.h - 1.75 },
    hang: mode === "async" ? { x: hangX, y: top, w: endedX - gap - hangX, h: room } : undefined,
    ended: { x: endedX, y: top, w: endedWidth, h: endedRoom },
    callbacks:
      mode === "async" || hasCallbacks
        ? { x: endedX, y: top + endedRoom + 1.75, w: endedWidth, h: callbackHeight + 0.5 }
        : undefined,
    outside,
    headingY: container.y + 1.25,
    token: clamp(container.h * 0.19, 2, 2.625),
  };
}

function narrowZones(
  { mode }: Pick<StageMoment, "mode">,
  hasCallbacks: boolean,
  { width, height }: StageSize,
): Zones {
  const outside: Box = { x: 0.75, y: height - 3.25, w: width - 1.5, h: 2.75 };
  const container: Box = { x: 0.75, y: 1.125, w: width - 1.5, h: outside.y - 0.875 - 1.125 };
  const left = container.x + 0.75;
  const inner = container.w - 1.5;
  const top = container.y + 2.25;
  const queueWidth = clamp(inner * 0.28, 4.5, 8);
  const endedWidth = 4.125;
  const seatX = left + queueWidth + 0.625;
  const seatWidth = inner - queueWidth - endedWidth - 1.25;
  const endedX = seatX + seatWidth + 0.625;
  const isAsync = mode === "async";
  const seatHeight = isAsync ? 3.75 : container.h - 1.5;
  const hangTop = container.y + 0.8125 + seatHeight + 0.9;
  const room = bottomOf(container) - top - 0.5;
  return {
    isNarrow: true,
    container,
    hasBorder: isAsync || mode === "pool",
    queue: { x: left, y: top, w: queueWidth, h: isAsync ? 1.75 : room },
    seats: { x: seatX, y: container.y + 0.8125, w: seatWidth, h: seatHeight },
    hang: isAsync
      ? { x: left + 3.25, y: hangTop, w: inner - 3.5, h: bottomOf(container) - hangTop - 0.375 }
      : undefined,
    ended: {
      x: endedX,
      y: top,
      w: rightOf(container) - 0.5 - endedX,
      h: isAsync || hasCallbacks ? 1.75 : room,
    },
    callbacks: undefined,
    outside,
    headingY: container.y + 0.75,
    token: 1.75,
  };
}
