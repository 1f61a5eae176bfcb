import type { OutsideWork } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import { type Box, bottomOf, middleOf, type Rem, rightOf } from "./geometry.ts";
import type { GroupBox } from "./groups.ts";
import type { TokenBox } from "./layout-stage.ts";
import type { SeatBox } from "./seats.ts";
import type { StageMoment } from "./stage-moment.ts";
import type { Tie, Unplaced, WaitNeeds } from "./waits.ts";
import type { Zones } from "./zones.ts";

/** Room up to the next disc for one whose owner is named with it. */
export const LOOSE = { beside: 6.5, below: 3.75 } as const;
/** Tied discs that are nearer to each other have no room for their times. */
const LEAST: Rem = 1.75;

/** By kind; tied to a block only when exactly its tasks wait for that, and nobody for anything else. */
export const talliesOf = ({ outsideCounts }: StageMoment, { blocks }: WaitNeeds): readonly Unplaced[] =>
  outsideCounts.map(({ kind, phase, holdsThread, count, first }) => ({
    key: `${kind} ${phase} ${holdsThread}`,
    ...{ kind, phase, holdsThread, count },
    start: first?.start,
    due: first?.due,
    owners: [],
    isTally: true,
    tie: tieToBlock(
      holdsThread ? "bar" : "string",
      outsideCounts.length === 1 ? blocks.filter((block) => block.count === count) : [],
    ),
  }));

function tieToBlock(kind: Tie["kind"], blocks: readonly (Box & Pick<GroupBox, "state">)[]): Tie | undefined {
  const block = blocks.find(({ state }) => state === (kind === "bar" ? "blocked" : "suspended"));
  return block && { kind, from: { x: middleOf(block).x, y: bottomOf(block) } };
}

/** Those that began and will end together are one. */
export function alike(outside: readonly OutsideWork[]): readonly Unplaced[] {
  const groups = new Map<string, OutsideWork[]>();
  for (const work of outside) {
    const key = `${work.kind} ${work.phase} ${work.start} ${work.due} ${work.holdsThread}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [work]);
    else group.push(work);
  }
  return [...groups]
    .map(([key, works]) => ({
      ...unplaced(works[0] as OutsideWork, undefined),
      key,
      count: works.length,
      owners: works.map(({ task }) => task),
    }))
    .sort((a, b) => (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY));
}

function unplaced(
  { kind, phase, task, start, due, holdsThread }: OutsideWork,
  tie: Tie | undefined,
): Unplaced {
  const key = `${task} ${start} ${phase}`;
  return {
    key,
    kind,
    phase,
    start,
    due,
    holdsThread,
    count: 1,
    owners: tie === undefined ? [task] : [],
    tie,
    isTally: false,
  };
}

/** The waits with their ties; undefined where somebody's cannot be drawn, or there is no room for the time below it. */
export function tieWaits(
  { outside, detail, hanging }: StageMoment,
  zones: Zones,
  { seats, tokens, canTie }: WaitNeeds,
): readonly Unplaced[] | undefined {
  const inOneRow = seats.every((seat) => seat.look !== "tiny" && seat.y === seats[0]?.y);
  if (detail !== "named" || !inOneRow || (hanging.length > 0 && !canTie)) return undefined;
  const owners = ownersOf(tokens, seats);
  // What a task has given up may go on beside what it waits for now: that is the latest.
  const latest = new Map(outside.map((work) => [work.task, work]));
  const works = outside.map((work) =>
    unplaced(work, latest.get(work.task) === work ? owners.get(work.task) : undefined),
  );
  const tied = works.flatMap(({ tie }) => (tie === undefined ? [] : [tie.from.x])).sort((a, b) => a - b);
  const isDense = tied.some((x, k) => x - (tied[k - 1] ?? Number.NEGATIVE_INFINITY) < LEAST);
  const loose = works.length - tied.length;
  const free = rightOf(zones.outside) - (tied.at(-1) ?? zones.queue.x);
  return isDense || loose * LOOSE.below > free - LEAST ? undefined : works;
}

function ownersOf(tokens: readonly TokenBox[], seats: readonly SeatBox[]): ReadonlyMap<TaskId, Tie> {
  const owners = new Map<TaskId, Tie>();
  for (const token of tokens)
    if (token.zone === "hang")
      owners.set(token.task, { kind: "string", from: { x: middleOf(token).x, y: bottomOf(token) } });
  for (const box of seats) {
    const { occupant, state, callback } = box.seat;
    if (occupant !== undefined && state === "blocked" && callback === undefined)
      owners.set(occupant, { kind: "bar", from: { x: middleOf(box).x, y: bottomOf(box) } });
  }
  return owners;
}
