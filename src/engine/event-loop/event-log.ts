import type { Milliseconds } from "#base/units.ts";
import { NO_MARK, type ProgramMark } from "#scenario/program-mark.ts";
import type { EventDetail, EventType, SuspendReason } from "#trace/event-types.ts";
import { type DetailId, NO_DETAIL, type TraceRecorder } from "#trace/recorder-types.ts";
import type { TaskId } from "#trace/trace.ts";
import type { VirtualClock } from "./virtual-clock.ts";

const NO_TURN = -1;

/** Writes what happens into a trace: at the clock's time, in the loop's turn, each distinct detail stored once. */
export class EventLog {
  /** Number of the loop's current turn; 0 = it has not turned yet. */
  turn = 0;
  private readonly recorder: TraceRecorder;
  private readonly clock: VirtualClock;
  private readonly details = new Map<string, DetailId>();
  private readonly suspensions = new Map<SuspendReason, Map<Milliseconds, DetailId>>();

  constructor(recorder: TraceRecorder, clock: VirtualClock) {
    this.recorder = recorder;
    this.clock = clock;
  }

  record(type: EventType, task: TaskId, detail: DetailId = NO_DETAIL, mark: ProgramMark = NO_MARK): void {
    this.recorder.record(this.clock.now, type, task, this.turn, detail, mark);
  }

  /** Something that happens on other threads or machines, in no turn of the loop. */
  recordOutside(type: EventType, task: TaskId, mark: ProgramMark): void {
    this.recorder.record(this.clock.now, type, task, NO_TURN, NO_DETAIL, mark);
  }

  /** The id of a small detail that may occur again. */
  detail(detail: EventDetail): DetailId {
    const key = JSON.stringify(detail);
    let id = this.details.get(key);
    if (id === undefined) this.details.set(key, (id = this.recorder.intern(detail)));
    return id;
  }

  /** The id of a detail that occurs once and may be large. */
  uniqueDetail(detail: EventDetail): DetailId {
    return this.recorder.intern(detail);
  }

  /** The same as `detail({ reason, ms })`, without building text: it is asked at every wait. */
  suspendedFor(reason: SuspendReason, ms: Milliseconds): DetailId {
    let byDuration = this.suspensions.get(reason);
    if (byDuration === undefined) this.suspensions.set(reason, (byDuration = new Map()));
    let id = byDuration.get(ms);
    if (id === undefined) byDuration.set(ms, (id = this.recorder.intern({ reason, ms })));
    return id;
  }
}
