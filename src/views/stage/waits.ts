import type { TraceTime } from "#base/units.ts";
import type { OutsideWork } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import { alike, LOOSE, talliesOf, tieWaits } from "./collect-waits.ts";
import { type Box, type Point, type Rem, rightOf } from "./geometry.ts";
import type { GroupBox } from "./groups.ts";
import type { TokenBox } from "./layout-stage.ts";
import type { SeatBox } from "./seats.ts";
import type { StageMoment } from "./stage-moment.ts";
import type { Zones } from "./zones.ts";

/** One thing under way off the thread, or several that are alike, as a disc. */
export interface WaitMark extends Pick<OutsideWork, "kind" | "phase" | "holdsThread"> {
  readonly key: string;
  readonly start: TraceTime | undefined;
  readonly due: TraceTime | undefined;
  readonly count: number;
  /** Whom it is for, where no tie shows it; nobody where only the kind is counted. */
  readonly owners: readonly TaskId[];
  readonly tie: Tie | undefined;
  readonly center: Point;
  readonly radius: Rem;
  readonly label: WaitLabel;
}

/** A string to the token of the one it is for, or a bar to the seat. */
export interface Tie {
  readonly kind: "string" | "bar";
  readonly from: Point;
}

/** What stands with a disc: the time that is left, beside it or below it; or how many there are of its kind. */
export interface WaitLabel {
  readonly kind: "beside" | "below" | "tally";
  /** Its left edge, or its middle where it stands below; and its middle's height. */
  readonly at: Point;
  /** How wide it may be. */
  readonly room: Rem;
}

export interface WaitPlaces {
  readonly marks: readonly WaitMark[];
  /** How many waits have no mark, and where that is said. */
  readonly hidden: number;
  readonly rest: Point;
  /** Where the middle of the box's name is: at the left end, or above discs that need the whole width. */
  readonly nameY: Rem;
}

export type Unplaced = Omit<WaitMark, "center" | "radius" | "label"> & { readonly isTally: boolean };

/** What the waits must know of everybody else's places. */
export interface WaitNeeds {
  readonly seats: readonly SeatBox[];
  readonly tokens: readonly TokenBox[];
  /** The blocks of those who hang or hold a thread, where they are only counted. */
  readonly blocks: readonly (Box & Pick<GroupBox, "state" | "count">)[];
  /** Whether a string can go down from every hanging token without crossing another. */
  readonly canTie: boolean;
  /** Width of the box's name, and how much larger text is than at the base size. */
  readonly nameWidth: Rem;
  readonly text: number;
}

/** Puts the waits below their owners when each owner can be seen, else side by side in the order in which they end. */
export function placeWaits(moment: StageMoment, zones: Zones, needs: WaitNeeds): WaitPlaces {
  if (moment.detail === "counts") {
    const tallies = talliesOf(moment, needs);
    const areTied = tallies.length > 0 && tallies.every(({ tie }) => tie !== undefined);
    return (areTied ? belowOwners : inRow)(tallies, zones, needs);
  }
  const works = tieWaits(moment, zones, needs);
  return works === undefined ? inRow(alike(moment.outside), zones, needs) : belowOwners(works, zones, needs);
}

/** Room up to the next disc for a tied one with its time beside it, and for one that says how many there are. */
const BESIDE: Rem = 4.25;
const TALLY: Rem = 12.5;

type Texts = Pick<WaitNeeds, "nameWidth" | "text">;

function belowOwners(works: readonly Unplaced[], zones: Zones, { nameWidth, text }: Texts): WaitPlaces {
  const { outside, queue, isNarrow } = zones;
  const right = rightOf(outside);
  const tied = works
    .flatMap((work) => (work.tie === undefined ? [] : [{ work, tie: work.tie }]))
    .sort((a, b) => a.tie.from.x - b.tie.from.x);
  const loose = works.filter(({ tie }) => tie === undefined);
  const xs = tied.map(({ tie }) => tie.from.x);
  // On a narrow stage a disc and the time beside it stand together below their owner's middle.
  const centred = isNarrow && works.every(({ isTally }) => !isTally) ? 1.5 : 0;
  const rooms = xs.map((x, k) => (xs[k + 1] ?? right + centred) - x);
  const least = BESIDE * text - (isNarrow ? 0.25 : 0);
  const isWide = rooms.every((room) => room >= least);
  const free = right - (xs.at(-1) ?? queue.x) - least;
  const label = isWide && loose.length * LOOSE.beside <= free ? "beside" : "below";
  const shift = label === "beside" ? centred : 0;
  const first = Math.min(...xs) - shift - (label === "below" ? 1.25 : 1);
  const line = lineIn(zones, label, first < queue.x + nameWidth ? "above" : "beside");
  return {
    marks: [
      ...tied.map(({ work, tie }, k) => {
        const x = tie.from.x - shift;
        // Times in a row look alike, so below the discs all have the room of the narrowest.
        const room = label === "below" ? Math.min(...rooms) : (rooms[k] as Rem);
        return placed({ ...work, tie: { ...tie, from: { ...tie.from, x } } }, x, label, line, room);
      }),
      ...loose.map((work, k) =>
        placed(work, right - (loose.length - k - 0.25) * LOOSE[label], label, line, LOOSE[label]),
      ),
    ],
    hidden: 0,
    rest: { x: right, y: line.y },
    nameY: line.nameY,
  };
}

/** Side by side, right of the box's name or, where they need more room, below it. */
function inRow(marks: readonly Unplaced[], zones: Zones, { nameWidth, text }: Texts): WaitPlaces {
  const { outside, queue, isNarrow } = zones;
  const isTally = marks.some((mark) => mark.isTally);
  const beside = queue.x + nameWidth + 1.5;
  const ways = [
    ["beside", "beside"],
    ...(isNarrow ? ([["above", "beside"]] as const) : []),
    ["beside", "below"],
  ] as const;
  const options = ways.map(([name, label]) => {
    const left = name === "beside" ? beside : queue.x + 0.25;
    const room = rightOf(outside) - 0.5 - left;
    const each = isTally ? Math.min(TALLY, room / marks.length) : LOOSE[label] * text;
    return { name, label, left, each, capacity: isTally ? marks.length : Math.floor(room / each) };
  });
  const fits = options.find(({ capacity, each }) => capacity >= marks.length && each >= 5.5);
  const option = fits ?? options.find(({ capacity }) => capacity >= marks.length) ?? options.at(-1);
  if (option === undefined) throw new RangeError("no way to set out waits");
  const { name, label, left, each, capacity } = option;
  const shown = marks.slice(0, marks.length <= capacity ? capacity : capacity - 1);
  const line = lineIn(zones, isTally ? "beside" : label, name);
  const at = (k: number): Rem => left + k * each + (label === "below" ? each / 2 : line.radius);
  return {
    marks: shown.map((mark, k) => placed({ ...mark, tie: undefined }, at(k), label, line, each)),
    hidden: marks.slice(shown.length).reduce((sum, { count }) => sum + count, 0),
    rest: { x: at(shown.length), y: line.y },
    nameY: line.nameY,
  };
}

/** Heights in the box of the discs, of what stands below them, and of the box's name. */
interface Line {
  readonly y: Rem;
  readonly radius: Rem;
  readonly belowY: Rem;
  readonly nameY: Rem;
}

function lineIn(
  { outside: { y, h }, isNarrow }: Zones,
  label: "beside" | "below",
  name: "beside" | "above",
): Line {
  const top = name === "above" ? 0.9375 : 0.25;
  const bottom = label === "below" ? 1 : 0.25;
  const radius = Math.min(isNarrow ? 0.625 : 0.75, (h - top - bottom) / 2);
  const middle = y + top + (h - top - bottom) / 2;
  return { y: middle, radius, belowY: y + h - 0.625, nameY: name === "above" ? y + 0.5625 : y + h / 2 };
}

function placed(
  { isTally, ...mark }: Unplaced,
  x: Rem,
  place: "beside" | "below",
  { y, radius, belowY }: Line,
  space: Rem,
): WaitMark {
  const kind = isTally ? "tally" : place;
  const at = kind === "below" ? { x, y: belowY } : { x: x + radius + 0.3125, y };
  const room = kind === "below" ? space : space - 2 * radius - 0.75;
  return { ...mark, center: { x, y }, radius, label: { kind, at, room } };
}
