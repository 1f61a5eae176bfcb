import { MAIN } from "../trace.ts";
import { type Groups, groupRows, pick, rowsOf } from "./group-rows.ts";
import { maximaLevels } from "./interval-index.ts";
import { SPAN_STATES, type SpanColumns, stateCodeOf } from "./span-log.ts";

/** Key of the main program's spans: they belong to no state's group, for the main program is counted in none. */
const NO_GROUP = -1;

/** The spans of one state: their rows in order of beginning, and the `maximaLevels` of where they end. */
export interface StateColumns {
  readonly rows: Uint32Array;
  readonly levels: readonly Int32Array[];
}

/** The spans of a run, indexed by task and by state code. */
export interface SpanTables extends SpanColumns {
  readonly byTask: Groups;
  readonly byState: readonly StateColumns[];
}

export function indexSpans(spans: SpanColumns, taskCount: number): SpanTables {
  return { ...spans, byTask: groupRows(spans.task, taskCount), byState: indexStates(spans) };
}

function indexStates({ task, kind, to }: SpanColumns): readonly StateColumns[] {
  const keys = new Int32Array(kind.length);
  for (let row = 0; row < keys.length; row++) {
    keys[row] = task[row] === MAIN ? NO_GROUP : stateCodeOf(kind[row] as number);
  }
  const states = groupRows(keys, SPAN_STATES.length);
  return SPAN_STATES.map((_, code) => {
    const rows = rowsOf(states, code);
    return { rows, levels: maximaLevels(pick(to, rows)) };
  });
}
