import { MAIN, type TaskId } from "#trace/trace.ts";
import { type Box, bottomOf, clamp, type Rem, rightOf } from "./geometry.ts";
import type { GroupBox } from "./groups.ts";
import { type Cable, type Hanging, hang, pegTo } from "./hang.ts";
import type { Cast } from "./layout-stage.ts";
import type { Look, Packing } from "./pack.ts";
import type { StageMoment } from "./stage-moment.ts";
import type { Zones } from "./zones.ts";

/** A cable, and the tasks that its pegs are for, in order. */
export interface Rope {
  readonly cable: Cable;
  readonly hanging: readonly TaskId[];
}

export interface HangingPlaces {
  readonly places: readonly { readonly task: TaskId; readonly look: Look; readonly box: Box }[];
  readonly ropes: readonly Rope[];
  readonly rests: readonly Pick<Packing, "rest" | "hidden">[];
  /** Where those hang that wait for a place. */
  readonly line: Box | undefined;
  readonly canTie: boolean;
}

/** Between the two cables. */
const GAP: Rem = 0.875;

/**
 * Hangs whoever waits for something on one cable, and whoever waits only for a place (a slot, a connection) on a cable
 * of their own beside it: they wait for one another.
 */
export function placeHanging(
  moment: StageMoment,
  zones: Zones & { readonly hang: Box },
  groups: readonly GroupBox[],
  cast: Cast,
): HangingPlaces {
  if (moment.detail === "counts") return hangGroups(moment, zones, groups);
  const { hanging, inLine } = moment;
  const manner = { ...zones, ...cast, detail: moment.detail };
  const lead = hanging[0] === MAIN && hanging.length > 1 ? cast.mainWidth : 0;
  const [main, line] = partedBy(zones.hang, hanging.length, inLine.length, cast.lineLabel);
  const lots = [
    { tasks: hanging, hung: hang(main, hanging.length, hanging.length > 0, { ...manner, lead }) },
    ...(line === undefined ? [] : [{ tasks: inLine, hung: hang(line, inLine.length, true, manner) }]),
  ] satisfies readonly { tasks: readonly TaskId[]; hung: Hanging }[];
  return {
    places: lots.flatMap(({ tasks, hung }) =>
      hung.boxes.map((box, k) => ({ task: tasks[k] as TaskId, look: hung.look, box })),
    ),
    ropes: lots.map(({ tasks, hung }) => ({ cable: hung.cable, hanging: tasks })),
    rests: lots.map(({ hung }) => hung),
    line,
    canTie: lots[0]?.hung.canTie ?? true,
  };
}

function partedBy(zone: Box, hanging: number, inLine: number, label: Rem): readonly [Box, Box | undefined] {
  if (inLine === 0) return [zone, undefined];
  const share = ((zone.w - GAP) * inLine) / (hanging + inLine);
  const w = clamp(share, Math.min(label, zone.w * 0.5), zone.w * 0.6);
  return [
    { ...zone, w: zone.w - GAP - w },
    { ...zone, x: rightOf(zone) - w, w },
  ];
}

/** A block of suspended tasks hangs from the cable as one of them would, and beside it the main program. */
function hangGroups(
  { hanging, counts }: StageMoment,
  zones: Zones & { readonly hang: Box },
  groups: readonly GroupBox[],
): HangingPlaces {
  const zone = zones.hang;
  const isLoaded = hanging.length + counts.suspended > 0;
  const { cable } = hang(zone, 0, isLoaded, { ...zones, detail: "counts", nameWidth: 0, chips: [] });
  const group = groups.find(({ zone: name, count }) => name === "hang" && count > 0);
  const y = group?.y ?? cable.from.y + 1.5;
  const boxes = hanging.map((_, k) => ({
    x: rightOf(zone) - (k + 1) * MAIN_ROOM + 0.375,
    y,
    w: MAIN_ROOM - 0.375,
    h: Math.min(1.75, bottomOf(zone) - y),
  }));
  const pegs = [...(group === undefined ? [] : [group]), ...boxes].map((box) => pegTo(cable, box));
  return {
    places: hanging.map((task, k) => ({ task, look: "small", box: boxes[k] as Box })),
    ropes: [{ cable: { ...cable, pegs }, hanging: [] }],
    rests: [],
    line: undefined,
    canTie: false,
  };
}

/** Room for the main program's token beside a block. */
export const MAIN_ROOM: Rem = 3.5;
