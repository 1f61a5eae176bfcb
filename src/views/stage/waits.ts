import type { TraceTime } from "#base/units.ts";
import type { OutsideWork } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import { type Box, bottomOf, middleOf, type Point, type Rem, rightOf } from "./geometry.ts";
import type { TokenBox } from "./layout-stage.ts";
import type { SeatBox } from "./seats.ts";
import type { StageMoment } from "./stage-moment.ts";
import type { Zones } from "./zones.ts";

/** One thing under way off the thread, as a disc: tied by a string to a token, by a bar to a seat, or loose. */
export interface WaitMark {
  readonly work: OutsideWork;
  readonly center: Point;
  readonly radius: Rem;
  readonly tie: { readonly kind: "string" | "bar"; readonly from: Point } | undefined;
  readonly hasLabel: boolean;
}

/** Several that began and will end together. */
export interface WaitGroup {
  readonly kind: OutsideWork["kind"];
  readonly phase: OutsideWork["phase"];
  readonly start: TraceTime;
  readonly due: TraceTime | undefined;
  readonly holdsThread: boolean;
  readonly count: number;
  readonly center: Point;
  readonly radius: Rem;
}

export interface WaitPlaces {
  readonly marks: readonly WaitMark[];
  readonly groups: readonly WaitGroup[];
  /** How many waits are not shown as marks or in groups. */
  readonly hidden: number;
}

/** Room for a disc with its remaining time, up to the next disc. */
const LABELLED: Rem = 4.75;
const LOOSE: Rem = 5.25;
const GROUP: Rem = 8;

/** Puts the waits below their owners when each owner can be seen, else in groups by the time they end. */
export function placeWaits(
  moment: StageMoment,
  zones: Zones,
  seats: readonly SeatBox[],
  tokens: readonly TokenBox[],
): WaitPlaces {
  const inOneRow = seats.every((seat) => seat.look !== "tiny" && seat.y === seats[0]?.y);
  const owners = ownersOf(tokens, seats);
  const canTie = moment.detail === "named" && inOneRow && moment.hanging.every((task) => owners.has(task));
  if (moment.isOutsidePartial) return { marks: [], groups: [], hidden: moment.outside.length };
  if (!canTie) return groupWaits(moment, zones);
  return { marks: tieWaits(moment, zones, owners), groups: [], hidden: 0 };
}

interface Owner {
  readonly kind: "string" | "bar";
  readonly box: Box;
}

function ownersOf(tokens: readonly TokenBox[], seats: readonly SeatBox[]): ReadonlyMap<TaskId, Owner> {
  const owners = new Map<TaskId, Owner>();
  for (const token of tokens)
    if (token.zone === "hang" && token.look !== "dot" && token.look !== "chip")
      owners.set(token.task, { kind: "string", box: token });
  for (const box of seats) {
    const { occupant, state, callback } = box.seat;
    if (occupant !== undefined && state === "blocked" && callback === undefined)
      owners.set(occupant, { kind: "bar", box });
  }
  return owners;
}

function tieWaits(
  { outside }: StageMoment,
  zones: Zones,
  owners: ReadonlyMap<TaskId, Owner>,
): readonly WaitMark[] {
  const y = middleOf(zones.outside).y;
  const radius = zones.isNarrow ? 0.6875 : 0.8125;
  let loose = rightOf(zones.outside) - LOOSE;
  const marks = outside.map((work) => {
    const owner = owners.get(work.task);
    if (owner === undefined) {
      loose -= LOOSE;
      return { work, center: { x: loose + LOOSE, y }, radius, tie: undefined };
    }
    const x = middleOf(owner.box).x - (zones.isNarrow ? 1.5 : 0);
    return { work, center: { x, y }, radius, tie: { kind: owner.kind, from: { x, y: bottomOf(owner.box) } } };
  });
  marks.sort((a, b) => a.center.x - b.center.x);
  const rooms = marks.map((mark, k) => (marks[k + 1]?.center.x ?? rightOf(zones.outside)) - mark.center.x);
  const smallest = Math.min(radius, Math.max(0.375, Math.min(...rooms) / 2 - 0.125));
  const least = LABELLED - (zones.isNarrow ? 0.75 : 0);
  return marks.map((mark, k) => ({ ...mark, radius: smallest, hasLabel: (rooms[k] ?? 0) >= least }));
}

function groupWaits({ outside }: StageMoment, zones: Zones): WaitPlaces {
  const groups = new Map<string, { readonly work: OutsideWork; count: number }>();
  for (const work of outside) {
    const key = `${work.kind} ${work.phase} ${work.start} ${work.due}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { work, count: 1 });
    else group.count++;
  }
  const sorted = [...groups.values()].sort(
    (a, b) => (a.work.due ?? Number.POSITIVE_INFINITY) - (b.work.due ?? Number.POSITIVE_INFINITY),
  );
  const left = zones.outside.x + (zones.isNarrow ? 1.25 : 9);
  const room = Math.max(1, Math.floor((rightOf(zones.outside) - left) / GROUP));
  const shown = sorted.slice(0, room);
  const y = middleOf(zones.outside).y;
  return {
    marks: [],
    groups: shown.map(({ work, count }, k) => ({
      kind: work.kind,
      phase: work.phase,
      start: work.start,
      due: work.due,
      holdsThread: work.holdsThread,
      count,
      center: { x: left + k * GROUP, y },
      radius: zones.isNarrow ? 0.6875 : 0.8125,
    })),
    hidden: sorted.slice(room).reduce((sum, group) => sum + group.count, 0),
  };
}
