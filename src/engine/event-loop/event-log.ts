import type { Milliseconds } from "#base/units.ts";
import { NO_MARK, type ProgramMark } from "#scenario/program-mark.ts";
import type { EventDetail, EventType, SuspendReason } from "#trace/event-types.ts";
import { type DetailId, NO_DETAIL, type TraceRecorder } from "#trace/recorder-types.ts";
import { NOBODY, type TaskId } from "#trace/trace.ts";
import { Details } from "../details.ts";
import type { VirtualClock } from "./virtual-clock.ts";

const NO_TURN = -1;

/** Writes what happens into a trace: at the clock's time, in the loop's turn, each distinct detail stored once. */
export class EventLog {
  /** Number of the loop's current turn; 0 = it has not turned yet. */
  turn = 0;
  /** Details of `cancel_requested` (from who was waiting for the task) and `task_resumed`. */
  readonly propagated: DetailId;
  readonly withCancel: DetailId;
  readonly withError: DetailId;
  /** Details that every program needs. */
  readonly details: Details;
  private readonly recorder: TraceRecorder;
  private readonly clock: VirtualClock;
  private readonly reasons = new Map<SuspendReason, DetailId>();
  private readonly suspensions = new Map<SuspendReason, Map<Milliseconds, DetailId>>();

  constructor(recorder: TraceRecorder, clock: VirtualClock) {
    this.recorder = recorder;
    this.details = new Details(recorder);
    this.clock = clock;
    this.propagated = this.cancelBy("propagated");
    this.withCancel = this.detail({ with: "cancel" });
    this.withError = this.detail({ with: "error" });
  }

  record(type: EventType, task: TaskId, detail: DetailId = NO_DETAIL, mark: ProgramMark = NO_MARK): void {
    this.recorder.record(this.clock.now, type, task, this.turn, detail, mark);
  }

  /** Something that happens on other threads or machines, in no turn of the loop. */
  recordOutside(type: EventType, task: TaskId, mark: ProgramMark): void {
    this.recorder.record(this.clock.now, type, task, NO_TURN, NO_DETAIL, mark);
  }

  /** Something that has nothing to do with the program. */
  recordElsewhere(type: EventType, detail: DetailId): void {
    this.recorder.record(this.clock.now, type, NOBODY, NO_TURN, detail);
  }

  /** The id of a small detail that may occur again. */
  detail(detail: EventDetail): DetailId {
    return this.details.of(detail);
  }

  /** The id of a detail that occurs once and may be large. */
  uniqueDetail(detail: EventDetail): DetailId {
    return this.recorder.intern(detail);
  }

  /** Who asked for a cancel: a task's name, or one of the words that `event-types.ts` lists. */
  cancelBy(by: string): DetailId {
    return this.detail({ by });
  }

  /** The same as `detail({ reason })`, without building text. */
  suspended(reason: SuspendReason): DetailId {
    const known = this.reasons.get(reason);
    if (known !== undefined) return known;
    const id = this.detail({ reason });
    this.reasons.set(reason, id);
    return id;
  }

  /** The same as `detail({ reason, ms })`, without building text: it is asked at every wait. */
  suspendedFor(reason: SuspendReason, ms: Milliseconds): DetailId {
    const byDuration = this.suspensions.get(reason) ?? new Map<Milliseconds, DetailId>();
    const known = byDuration.get(ms);
    if (known !== undefined) return known;
    const id = this.recorder.intern({ reason, ms });
    this.suspensions.set(reason, byDuration.set(ms, id));
    return id;
  }
}
