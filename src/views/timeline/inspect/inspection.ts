import { createStore, type StoreApi } from "zustand/vanilla";
import type { CssPixels } from "#base/units.ts";
import type { TaskId } from "#trace/trace.ts";
import type { DensityMark } from "../legend/legend-entries.ts";
import type { Hit } from "./hit-test.ts";
import { type Measure, NOTHING_MEASURED } from "./measure.ts";

/** What the card tells of: what the pointer rests on, or the task whose lane has the focus, wherever the playhead is. */
export type Pointed = {
  /** In the window. */
  readonly x: CssPixels;
  readonly y: CssPixels;
  /** A finger hides what is below it. */
  readonly byTouch?: boolean;
} & ({ readonly kind: "hit"; readonly hit: Hit } | { readonly kind: "lane"; readonly task: TaskId });

/** How closely the timeline is looked at, apart from React: it changes with every movement of the pointer. */
export interface Inspection {
  readonly pointed: Pointed | undefined;
  readonly measure: Measure;
  /** Is a stretch being dragged right now? */
  readonly isDragging: boolean;
  /** Are all arrows asked for? */
  readonly causes: boolean;
  /** Are there too many of them to be drawn? */
  readonly tooManyCauses: boolean;
  /** What is drawn where shapes have no room: the legend lists it. */
  readonly density: readonly DensityMark[];
}

export type InspectionStore = StoreApi<Inspection>;

export function createInspection(): InspectionStore {
  return createStore<Inspection>(() => ({
    pointed: undefined,
    measure: NOTHING_MEASURED,
    isDragging: false,
    causes: false,
    tooManyCauses: false,
    density: [],
  }));
}
