import type { Milliseconds } from "#base/units.ts";
import type { EventType } from "#trace/event-types.ts";

/**
 * What an event does to its token on the stage: it changes where it is (`stay`), takes a seat, hangs from the cable,
 * wakes up into a queue, or leaves: a task that has ended for its tray, a callback for the seat or back.
 */
export type Movement = "stay" | "sit" | "hang" | "wake" | "leave";

/** How long each takes in real ms at speed 1: the table of the design's chapter on motion. */
export const MOVEMENT_TIME: Readonly<Record<Movement, Milliseconds>> = {
  stay: 180,
  sit: 320,
  hang: 440,
  wake: 320,
  leave: 440,
};

const SHORTEST_FLIGHT: Milliseconds = 120;
const LONGEST_FLIGHT: Milliseconds = 600;

const MOVEMENTS: Partial<Record<EventType, Movement>> = {
  task_started: "sit",
  task_resumed: "sit",
  task_suspended: "hang",
  task_ready: "wake",
  task_done: "leave",
  task_failed: "leave",
  task_cancelled: "leave",
  callback_called: "leave",
  callback_end: "leave",
  callback_failed: "leave",
};

export const movementOf = (type: EventType): Movement => MOVEMENTS[type] ?? "stay";

/** How long a flight takes in real ms at a speed: neither too short to be seen nor so long that it drags. */
export function flightTime(movement: Movement, speed: number): Milliseconds {
  return Math.max(SHORTEST_FLIGHT, Math.min(MOVEMENT_TIME[movement] / speed, LONGEST_FLIGHT));
}
