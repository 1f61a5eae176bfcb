import type { Milliseconds } from "#base/units.ts";
import type { EventDetail } from "#trace/event-types.ts";
import { type DetailId, TASK_NAME, type TraceRecorder } from "#trace/recorder-types.ts";

/** The details of one trace, each stored once however many events share it. */
export class Details {
  readonly begin: DetailId;
  readonly end: DetailId;
  readonly defaultResult: DetailId;
  readonly #recorder: TraceRecorder;
  readonly #ids = new Map<string, DetailId>();
  readonly #durations = new Map<Milliseconds, DetailId>();

  constructor(recorder: TraceRecorder) {
    this.#recorder = recorder;
    this.begin = this.of({ text: `begin ${TASK_NAME}` });
    this.end = this.of({ text: `end ${TASK_NAME}` });
    this.defaultResult = this.of({ result: `result of ${TASK_NAME}` });
  }

  of(detail: EventDetail): DetailId {
    const key = JSON.stringify(detail);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#recorder.intern(detail);
    this.#ids.set(key, id);
    return id;
  }

  /** The same as `of({ ms })`, without building text: most steps ask for one. */
  duration(ms: Milliseconds): DetailId {
    const known = this.#durations.get(ms);
    if (known !== undefined) return known;
    const id = this.of({ ms });
    this.#durations.set(ms, id);
    return id;
  }
}
