import type { TaskState } from "#trace/model-types.ts";
import type { Box, Rem } from "./geometry.ts";
import { MAIN_ROOM } from "./place-hanging.ts";
import type { StageMoment } from "./stage-moment.ts";
import type { Zones } from "./zones.ts";

export type GroupState = Exclude<TaskState, "absent">;

/** All tasks of one state as one block, where there are too many to show each. */
export interface GroupBox extends Box {
  readonly state: GroupState;
  readonly zone: "queue" | "seat" | "hang" | "ended";
  readonly count: number;
  /** Part of all tasks; all blocks are of the same width, so that their fillings can be compared. */
  readonly share: number;
}

const GAP: Rem = 0.375;
/** Height of the blocks that share a zone. */
const LOW: Rem = 1.375;

const WAITING: readonly GroupState[] = ["ready", "created"];
const ENDED: readonly GroupState[] = ["done", "failed", "cancelled", "pending"];

/** The blocks of a stage that only counts; none on any other. The first of a zone stands there even when it is empty. */
export function placeGroups(moment: StageMoment, zones: Zones): readonly GroupBox[] {
  if (moment.detail !== "counts") return [];
  const { queue, hang, ended, isNarrow, token } = zones;
  const w = Math.min(queue.w, ended.w, hang?.w ?? queue.w);
  const block = (zone: GroupBox["zone"], state: GroupState, box: Box): GroupBox => ({
    ...box,
    zone,
    state,
    count: moment.counts[state],
    share: moment.taskTotal === 0 ? 0 : moment.counts[state] / moment.taskTotal,
  });
  const stack = (zone: "queue" | "ended", at: Box, states: readonly GroupState[]) =>
    states
      .filter((state, k) => k === 0 || moment.counts[state] > 0)
      .map((state, k) =>
        block(zone, state, {
          x: at.x,
          y: at.y + (k === 0 ? 0 : token + GAP + (k - 1) * (LOW + GAP)),
          w,
          h: k === 0 ? token : LOW,
        }),
      );
  return [
    ...stack("queue", queue, WAITING),
    ...(hang === undefined
      ? []
      : [
          block("hang", "suspended", {
            x: hang.x + (hang.w - MAIN_ROOM - w) / 2,
            y: hang.y + (isNarrow ? 1 : 1.75),
            w,
            h: token,
          }),
        ]),
    ...stack("ended", ended, ENDED),
  ];
}

/** What is left of a zone below its blocks, for the few that are shown by themselves all the same. */
export function below(zone: Box, groups: readonly GroupBox[], name: GroupBox["zone"]): Box {
  const bottom = Math.max(
    zone.y,
    ...groups.filter((group) => group.zone === name).map((group) => group.y + group.h + GAP),
  );
  return { ...zone, y: bottom, h: Math.max(0, zone.y + zone.h - bottom) };
}
