import type { CallbackMoment } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import type { Box, Rem } from "./geometry.ts";
import { type Packing, pack, type Setting } from "./pack.ts";
import type { Queued, ReadyTurn } from "./ready-turn.ts";

/** A done-callback in its place, and which turn of the loop calls it, where that is shown. */
export interface CallbackPlace {
  readonly callback: CallbackMoment;
  readonly turn: ReadyTurn | undefined;
  readonly box: Box;
}

export interface CallbackPlaces extends Pick<Packing, "look" | "hidden" | "rest"> {
  readonly places: readonly CallbackPlace[];
  /** What parts those that this turn calls from those of the next. */
  readonly line: Box | undefined;
}

/** So many of them stand for themselves, with their owners; how many more there are is a number. */
const SETTINGS: readonly Setting[] = [
  { look: "chip", w: 1.8125, h: 1.375, gap: 0.1875 },
  { look: "chip", w: 1.75, h: 1.25, gap: 0.125 },
];

/** In slow motion they leave room for a caption below them, and three of them for the line and the gap between. */
const SLOW_SETTINGS: readonly Setting[] = [{ look: "chip", w: 1.6875, h: 1.125, gap: 0.125 }];

/** Room for the line before the next turn's callbacks, and for the gap behind the queue's last. */
const LINE: Rem = 0.375;
const GAP: Rem = 0.25;

/**
 * Places the callbacks that are not just being called in a row, in order of registration. In slow motion it is the
 * queue's order: those that this turn calls, then those of the next, then whichever are not in the queue.
 */
export function placeCallbacks(
  zone: Box,
  callbacks: readonly CallbackMoment[],
  queued?: (task: TaskId) => Queued,
): CallbackPlaces {
  const waiting = callbacks.filter(({ phase }) => phase !== "running");
  if (queued === undefined) {
    const { boxes, ...packing } = pack(zone, waiting.length, SETTINGS);
    const places = boxes.map((box, k) => ({ box, callback: waiting[k] as CallbackMoment, turn: undefined }));
    return { ...packing, places, line: undefined };
  }
  const inQueue = waiting
    .filter(({ phase }) => phase === "queued")
    .map((callback) => ({ callback, ...queued(callback.task) }))
    .sort((a, b) => a.since - b.since);
  const others = waiting
    .filter(({ phase }) => phase !== "queued")
    .map((callback) => ({ callback, turn: undefined }));
  const row = [...inQueue, ...others];
  const next = inQueue.findIndex(({ turn }) => turn === "next");
  const shiftOf = (k: number) =>
    (next >= 0 && k >= next ? LINE : 0) + (inQueue.length > 0 && k >= inQueue.length ? GAP : 0);
  const room = { ...zone, w: zone.w - shiftOf(row.length - 1) };
  const { boxes, rest, ...packing } = pack(room, row.length, SLOW_SETTINGS);
  const shifted = (box: Box, k: number) => ({ ...box, x: box.x + shiftOf(k) });
  const places = boxes.map((box, k) => {
    const { callback, turn } = row[k] as Omit<CallbackPlace, "box">;
    return { callback, turn, box: shifted(box, k) };
  });
  const first = places[next]?.box;
  return {
    ...packing,
    places,
    rest: rest && shifted(rest, boxes.length),
    line: first && { x: first.x - LINE / 2, y: zone.y, w: zone.x + zone.w - first.x + LINE / 2, h: first.h },
  };
}
