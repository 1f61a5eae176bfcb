import type { StageWords } from "#i18n/stage.ts";
import type { CallbackMoment, TaskState, TraceModel } from "#trace/model-types.ts";
import { MAIN, type TaskId } from "#trace/trace.ts";
import { type Box, type Rem, textWidth } from "./geometry.ts";
import { below, type GroupBox, placeGroups } from "./groups.ts";
import { type Cable, hang } from "./hang.ts";
import { chipsFor, type Look, type Packing, pack, packInTwo, type Setting } from "./pack.ts";
import { type CallbackPlace, placeCallbacks } from "./place-callbacks.ts";
import type { Queued, ReadyTurn } from "./ready-turn.ts";
import { placeSeats, type SeatBox } from "./seats.ts";
import type { StageMoment } from "./stage-moment.ts";
import { placeWaits, type WaitPlaces } from "./waits.ts";
import { type StageSize, type ZoneNeeds, type Zones, zonesOf } from "./zones.ts";

export type ZoneName = "queue" | "seat" | "hang" | "ended" | "callbacks";

/** A task, or one of its callbacks, as a token in its place. */
export interface TokenBox extends Box {
  /** The same thing keeps its key from moment to moment, so that it can be seen to move. */
  readonly key: string;
  readonly task: TaskId;
  readonly callback: string | undefined;
  readonly state: TaskState | CallbackMoment["phase"];
  readonly zone: ZoneName;
  readonly look: Look;
  /** In slow motion, of what is in the ready queue: which turn of the loop runs it. */
  readonly turn: ReadyTurn | undefined;
}

/** `+12`: how many more there are in a zone than it can show. */
export interface Rest {
  readonly zone: ZoneName;
  readonly box: Box;
  readonly hidden: number;
}

/** Lies across the tasks' queue, which is a column, and stands in that of the callbacks, which is a row. */
export interface TurnLine {
  readonly zone: "queue" | "callbacks";
  readonly box: Box;
}

export interface StageLayout {
  readonly size: StageSize;
  readonly zones: Zones;
  readonly seats: readonly SeatBox[];
  readonly tokens: readonly TokenBox[];
  /** Blocks instead of tokens, where there are too many of those. */
  readonly groups: readonly GroupBox[];
  /** In slow motion: what parts a zone's queue into this turn's and the next one's. */
  readonly turnLines: readonly TurnLine[];
  readonly rests: readonly Rest[];
  readonly cable: Cable | undefined;
  readonly waits: WaitPlaces;
}

/** What the layout needs to know of the run besides the moment. */
export interface Cast extends ZoneNeeds {
  /** Width of the longest name at 1 rem, in rem. */
  readonly nameWidth: Rem;
  /** Width of the name of what is off the thread. */
  readonly outsideLabel: Rem;
  /** Ways to set out tokens by their monograms. */
  readonly chips: readonly Setting[];
}

export function castOf(
  { scenario, trace }: TraceModel,
  { suspended, outside }: Pick<StageWords, "suspended" | "outside">,
): Cast {
  const names = trace.names.slice(0, 50);
  // Monograms have two letters at most, or are positions.
  const letters = Math.max(2, String(scenario.tasks.length).length);
  return {
    nameWidth: Math.min(6, Math.max(1, ...names.map((name) => textWidth(name, 1)))),
    chips: chipsFor(letters),
    hangLabel: textWidth(suspended, 0.8125),
    outsideLabel: textWidth(outside, 0.8125),
    hasCallbacks: scenario.tasks.some((task) => (task.callbacks?.length ?? 0) > 0),
  };
}

/**
 * Gives everything on the stage its place. The same moment on a stage of the same size looks the same.
 * @param queued which turn of the loop runs what a task has in the ready queue, where that is shown
 */
export function layoutStage(
  moment: StageMoment,
  stateOf: (task: TaskId) => TaskState,
  cast: Cast,
  size: StageSize,
  queued?: (task: TaskId) => Queued,
): StageLayout {
  const zones = zonesOf(moment, cast, size);
  const seats = placeSeats(zones.seats, moment.seats, zones.token, cast.nameWidth, zones.isNarrow);
  const groups = placeGroups(moment, zones);
  const hanging =
    zones.hang === undefined
      ? undefined
      : hang(zones.hang, moment.hanging.length, moment.hanging.length + moment.counts.suspended > 0, {
          ...zones,
          detail: moment.detail,
          nameWidth: cast.nameWidth,
          chips: cast.chips,
        });
  const queueZone = below(zones.queue, groups, "queue");
  const settings = queueSettings(moment, zones, cast);
  const turnOf = (task: TaskId) => (stateOf(task) === "ready" ? queued?.(task).turn : undefined);
  const inNextTurn = moment.queue.findIndex((task) => turnOf(task) === "next");
  const split =
    inNextTurn < 0 || zones.isNarrow
      ? undefined
      : packInTwo(queueZone, inNextTurn, moment.queue.length - inNextTurn, settings);
  const queue = split ?? pack(queueZone, moment.queue.length, settings);
  const ended = pack(zones.ended, moment.ended.length, endedSettings(moment, zones, cast));
  const callbacks =
    zones.callbacks === undefined || !cast.hasCallbacks
      ? undefined
      : placeCallbacks(zones.callbacks, moment.callbacks, queued);
  const place = (zone: ZoneName, tasks: readonly TaskId[], packing: Pick<Packing, "look" | "boxes">) =>
    packing.boxes.map((box, k) => ({
      ...taskToken(zone, tasks[k] as TaskId, stateOf, box, packing.look),
      turn: zone === "queue" ? turnOf(tasks[k] as TaskId) : undefined,
    }));
  const tokens = [
    ...place("queue", moment.queue, queue),
    ...(hanging === undefined ? [] : place("hang", moment.hanging, hanging)),
    ...place("ended", moment.ended, ended),
    ...seats.flatMap((seat) => seatToken(seat, cast.nameWidth)),
    ...(callbacks?.places.map((place) => callbackToken(place, callbacks.look)) ?? []),
  ];
  return {
    size,
    zones,
    seats,
    tokens,
    groups,
    turnLines: [
      ...(split ? [{ zone: "queue", box: { ...queueZone, y: split.line, h: 0 } } as const] : []),
      ...(callbacks?.line ? [{ zone: "callbacks", box: callbacks.line } as const] : []),
    ],
    rests: [
      restOf("queue", queue),
      restOf("hang", hanging),
      restOf("ended", ended),
      restOf("callbacks", callbacks),
    ].filter((rest) => rest !== undefined),
    cable: hanging?.cable && withGroup(hanging.cable, groups),
    waits: placeWaits(moment, zones, {
      seats,
      tokens,
      canTie: hanging?.canTie ?? true,
      nameWidth: cast.outsideLabel,
    }),
  };
}

/** A block of suspended tasks hangs from the cable as one of them would. */
function withGroup(cable: Cable, groups: readonly GroupBox[]): Cable {
  const group = groups.find(({ zone, count }) => zone === "hang" && count > 0);
  if (group === undefined) return cable;
  const x = group.x + group.w / 2;
  const peg = { top: { x, y: cable.from.y + cable.sag }, bottom: { x, y: group.y } };
  return { ...cable, pegs: [...cable.pegs, peg] };
}

function queueSettings(
  { detail }: StageMoment,
  { queue, token }: Zones,
  { nameWidth, chips }: Cast,
): readonly Setting[] {
  if (detail !== "named") return chips;
  const half = (queue.w - 0.25) / 2;
  return [
    { look: "large", w: queue.w, h: token, gap: 0.4375 },
    { look: "small", w: queue.w, h: 1.5, gap: 0.25 },
    ...(half >= nameWidth * 0.8 + 0.8 ? [{ look: "small", w: half, h: 1.5, gap: 0.25 } as const] : []),
    ...chips,
  ];
}

function endedSettings(
  { detail }: StageMoment,
  { ended, isNarrow }: Zones,
  { chips }: Cast,
): readonly Setting[] {
  return detail === "named" && !isNarrow
    ? [{ look: "small", w: ended.w, h: 1.125, gap: 0.0625 }, ...chips]
    : chips;
}

function taskToken(
  zone: ZoneName,
  task: TaskId,
  stateOf: (task: TaskId) => TaskState,
  box: Box,
  look: Look,
): TokenBox {
  return {
    ...box,
    key: keyOf(task),
    task,
    callback: undefined,
    state: stateOf(task),
    zone,
    look,
    turn: undefined,
  };
}

const keyOf = (task: TaskId): string => (task === MAIN ? "main" : `task ${task}`);

function callbackToken({ callback, turn, box }: CallbackPlace, look: Look): TokenBox {
  const { task, name, phase } = callback;
  return {
    ...box,
    key: `callback ${task} ${name}`,
    task,
    callback: name,
    state: phase,
    zone: "callbacks",
    look,
    turn,
  };
}

function seatToken({ seat, look, place }: SeatBox, nameWidth: Rem): readonly TokenBox[] {
  const { occupant, callback, state } = seat;
  if (occupant === undefined || state === "free") return [];
  const size: Look =
    look === "tiny" ? "chip" : place.h < 1.75 || nameWidth + 0.9 > place.w ? "small" : "large";
  const key = callback === undefined ? keyOf(occupant) : `callback ${occupant} ${callback}`;
  return [{ ...place, key, task: occupant, callback, state, zone: "seat", look: size, turn: undefined }];
}

function restOf(zone: ZoneName, packing: Pick<Packing, "rest" | "hidden"> | undefined): Rest | undefined {
  return packing?.rest === undefined || packing.hidden === 0
    ? undefined
    : { zone, box: packing.rest, hidden: packing.hidden };
}
