import type { StageWords } from "#i18n/stage.ts";
import type { CallbackMoment, TaskState, TraceModel } from "#trace/model-types.ts";
import { MAIN, type TaskId } from "#trace/trace.ts";
import { type Box, type Rem, textWidth } from "./geometry.ts";
import { below, type GroupBox, placeGroups } from "./groups.ts";
import {
  chipFits,
  chipsFor,
  endedChipsFor,
  type Look,
  type Packing,
  pack,
  packInTwo,
  type Setting,
} from "./pack.ts";
import { type CallbackPlace, placeCallbacks } from "./place-callbacks.ts";
import { crowdGroups, type Pile, placeCrowd } from "./place-crowd.ts";
import { placeHanging, type Rope } from "./place-hanging.ts";
import type { Queued, ReadyTurn } from "./ready-turn.ts";
import { placeSeats, type SeatBox } from "./seats.ts";
import { endedSettings, queueSettings } from "./settings.ts";
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
  /** Instead of seats, where there are too many of those. */
  readonly piles: readonly Pile[];
  /** Blocks instead of tokens, where there are too many of those. */
  readonly groups: readonly GroupBox[];
  /** In slow motion: what parts a zone's queue into this turn's and the next one's. */
  readonly turnLines: readonly TurnLine[];
  readonly rests: readonly Rest[];
  readonly ropes: readonly Rope[];
  /** Where those hang that wait for a place. */
  readonly line: Box | undefined;
  readonly waits: WaitPlaces;
}

/** What the layout needs to know of the run besides the moment. */
export interface Cast extends ZoneNeeds {
  /** Room for the main program's name. */
  readonly mainWidth: Rem;
  /** Letters of the longest monogram. */
  readonly letters: number;
  /** Width of the longest name at 1 rem, in rem. */
  readonly nameWidth: Rem;
  /** Width of what stands above those that wait for a place. */
  readonly lineLabel: Rem;
  /** Width of the name of what is off the thread. */
  readonly outsideLabel: Rem;
  /** Ways to set out tokens by their monograms. */
  readonly chips: readonly Setting[];
  /** The same with the sign of how each ended. */
  readonly endedChips: readonly Setting[];
}

export function castOf(
  { scenario, trace }: TraceModel,
  { suspended, outside, inLine }: Pick<StageWords, "suspended" | "outside" | "inLine">,
): Cast {
  const names = trace.names.slice(0, 50);
  // Monograms have two letters at most, or are positions.
  const letters = Math.max(2, String(scenario.tasks.length).length);
  return {
    nameWidth: Math.min(6, Math.max(1, ...names.map((name) => textWidth(name, 1)))),
    chips: chipsFor(letters),
    endedChips: endedChipsFor(letters),
    letters,
    mainWidth: textWidth(names[MAIN] ?? "", 1) + 1.25,
    taskTotal: scenario.tasks.length,
    hangLabel: textWidth(suspended, 0.8125),
    lineLabel: textWidth(`${inLine} 00`, 0.75),
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
  given: Cast,
  size: StageSize,
  queued?: (task: TaskId) => Queued,
): StageLayout {
  const text = size.text ?? 1;
  const cast = {
    ...given,
    nameWidth: given.nameWidth * text,
    mainWidth: given.mainWidth * text,
    hangLabel: given.hangLabel * text,
    lineLabel: given.lineLabel * text,
    outsideLabel: given.outsideLabel * text,
  };
  const zones = zonesOf(moment, cast, size);
  const seats = placeSeats(zones.seats, moment.seats, zones.token, cast.nameWidth, zones.isNarrow);
  const piles = placeCrowd(moment, zones);
  const groups = [...placeGroups(moment, zones), ...crowdGroups(piles, moment)];
  const hanging =
    zones.hang === undefined ? undefined : placeHanging(moment, { ...zones, hang: zones.hang }, groups, cast);
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
    ...(hanging?.places ?? []).map(({ task, box, look }) => taskToken("hang", task, stateOf, box, look)),
    ...place("ended", moment.ended, ended),
    ...seats.flatMap((seat) => seatToken(seat, cast)),
    ...(callbacks?.places.map((place) => callbackToken(place, callbacks.look)) ?? []),
  ];
  return {
    size,
    zones,
    seats,
    tokens,
    piles,
    groups,
    turnLines: [
      ...(split ? [{ zone: "queue", box: { ...queueZone, y: split.line, h: 0 } } as const] : []),
      ...(callbacks?.line ? [{ zone: "callbacks", box: callbacks.line } as const] : []),
    ],
    rests: [
      restOf("queue", queue),
      ...(hanging?.rests ?? []).map((rest) => restOf("hang", rest)),
      restOf("ended", ended),
      restOf("callbacks", callbacks),
    ].filter((rest) => rest !== undefined),
    ropes: hanging?.ropes ?? [],
    line: hanging?.line,
    waits: placeWaits(moment, zones, {
      seats,
      tokens,
      blocks: groups.flatMap((group) => {
        const box =
          group.zone === "seat"
            ? piles.find(({ kind }) => (kind === "waiting" ? "ready" : kind) === group.state)
            : group;
        return box === undefined || group.zone === "queue" || group.zone === "ended"
          ? []
          : [{ ...group, ...box }];
      }),
      canTie: hanging?.canTie ?? true,
      nameWidth: cast.outsideLabel,
      text,
    }),
  };
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

function seatToken({ seat, look, place }: SeatBox, { nameWidth, letters }: Cast): readonly TokenBox[] {
  const { occupant, callback, state } = seat;
  if (occupant === undefined || state === "free") return [];
  const size: Look =
    look === "tiny"
      ? chipFits(letters, place.w)
        ? "chip"
        : "dot"
      : place.h < 1.75 || nameWidth + 0.9 > place.w
        ? "small"
        : "large";
  const key = callback === undefined ? keyOf(occupant) : `callback ${occupant} ${callback}`;
  return [{ ...place, key, task: occupant, callback, state, zone: "seat", look: size, turn: undefined }];
}

function restOf(zone: ZoneName, packing: Pick<Packing, "rest" | "hidden"> | undefined): Rest | undefined {
  return packing?.rest === undefined || packing.hidden === 0
    ? undefined
    : { zone, box: packing.rest, hidden: packing.hidden };
}
