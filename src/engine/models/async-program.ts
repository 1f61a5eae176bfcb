import type { Scenario, TaskSpec } from "#scenario/scenario.ts";
import type { TraceRecorder } from "#trace/recorder-types.ts";
import { MAIN, type TaskId } from "#trace/trace.ts";
import { ConnectionLimit } from "../event-loop/connection-limit.ts";
import { EventLog } from "../event-loop/event-log.ts";
import { EventLoop, TimerHandle } from "../event-loop/event-loop.ts";
import { errorOfClass } from "../event-loop/python-error.ts";
import { Semaphore } from "../event-loop/semaphore.ts";
import { ServiceStation } from "../event-loop/service-station.ts";
import { Task } from "../event-loop/task.ts";
import { VirtualClock } from "../event-loop/virtual-clock.ts";
import { processorOf, type Sharing } from "../machine/processor-of.ts";
import { type RunControl, RunWatch } from "../run-control.ts";
import { topLevelIds } from "../top-level-ids.ts";
import { taskCoroutine } from "./async-body.ts";
import { UserCallback } from "./async-callback.ts";

import { StepLists } from "./step-lists.ts";

const DEFAULT_OFFLOAD_WORKERS = 32;

/** The program that a scenario describes: its loop, the world around it, and the tasks made so far. */
export class AsyncProgram {
  readonly scenario: Scenario;
  readonly stepLists = new StepLists();
  readonly clock = new VirtualClock();
  readonly log: EventLog;
  readonly loop: EventLoop;
  readonly server: ServiceStation;
  readonly helperThreads: ServiceStation;
  /** `limit.tasks` and `limit.connections`; null = unlimited. */
  readonly semaphore: Semaphore | null;
  readonly connections: ConnectionLimit | null;
  /** The tasks that the main program starts: all that no other task spawns or calls. */
  readonly topLevel: readonly TaskId[];
  /** By name; made when the first name is looked up, since most programs name no task. */
  private ids: ReadonlyMap<string, TaskId> | null = null;
  private readonly latest: (Task | undefined)[];
  private readonly startOrder: TaskId[] = [];

  constructor(scenario: Scenario, recorder: TraceRecorder, control: RunControl, sharing: Sharing) {
    const { limit } = scenario;
    this.scenario = scenario;
    this.log = new EventLog(recorder, this.clock);
    if (scenario.machine !== undefined) {
      this.clock.processor = processorOf(scenario, sharing, (type, detail) =>
        this.log.recordElsewhere(type, this.log.detail(detail)),
      );
    }
    this.loop = new EventLoop(this.clock, this.log, new RunWatch(recorder, control));
    this.server = this.station("server", scenario.server?.workers ?? Number.POSITIVE_INFINITY);
    this.helperThreads = this.station("offload", scenario.offload_workers ?? DEFAULT_OFFLOAD_WORKERS);
    this.semaphore = limit?.tasks === undefined ? null : new Semaphore(this.loop, limit.tasks);
    this.connections =
      limit?.connections === undefined ? null : new ConnectionLimit(this.loop, limit.connections);
    this.latest = new Array(scenario.tasks.length + 1).fill(undefined);
    this.topLevel = topLevelIds(scenario);
  }

  /** Raises KeyError when there is no such task. */
  idOf(name: string): TaskId {
    this.ids ??= new Map(this.scenario.tasks.map((task, index) => [task.name, index + 1]));
    const id = this.ids.get(name);
    if (id === undefined) throw errorOfClass("KeyError");
    return id;
  }

  /** The name of a task, or `main`. */
  nameOf(id: TaskId): string {
    return id === MAIN ? "main" : this.specOf(id).name;
  }

  /** The text of what a task's body returns. */
  resultOf(id: TaskId): string {
    return this.specOf(id).result ?? `result of ${this.nameOf(id)}`;
  }

  specOf(id: TaskId): TaskSpec {
    return this.scenario.tasks[id - 1] as TaskSpec;
  }

  /** Makes a task. `adopt` sees it before its own callbacks are registered. */
  start(id: TaskId, adopt?: (task: Task) => void): Task {
    const spec = this.specOf(id);
    this.log.record("coroutine_created", id);
    const { result } = spec;
    const done = result === undefined ? this.log.details.defaultResult : this.log.detail({ result });
    const task = new Task(this.loop, id, done, (self) => taskCoroutine(this, self, spec));
    adopt?.(task);
    this.latest[id] = task;
    this.startOrder.push(id);
    spec.callbacks?.forEach((callback, index) => {
      task.addDoneCallback(new UserCallback(this, task, callback, index));
    });
    return task;
  }

  /** The task of that name, the latest if there were several. Raises KeyError when it has not been started. */
  startedTask(name: string): Task {
    const task = this.latest[this.idOf(name)];
    if (task === undefined) throw errorOfClass("KeyError");
    return task;
  }

  /** One for each start, in order. */
  startedTasks(): readonly Task[] {
    return this.startOrder.map((id) => this.latest[id] as Task);
  }

  /** Cancels the task of that name, if it has been started. */
  cancel(name: string, by: string): void {
    const task = this.latest[this.idOf(name)];
    if (task === undefined) return;
    if (task.isDone) this.log.record("cancel_requested", task.id, this.log.detail({ by, too_late: true }));
    task.cancel(this.log.cancelBy(by));
  }

  /** Sets the timers of `cancels`; those of time 0 take place at once. */
  scheduleCancels(): void {
    for (const { task, at_ms } of this.scenario.cancels ?? []) {
      if (at_ms === 0) this.cancel(task, "request");
      else this.loop.callLater(at_ms, new TimerHandle(() => this.cancel(task, "request")));
    }
  }

  private station(kind: "server" | "offload", workers: number): ServiceStation {
    return new ServiceStation(this.clock, this.log, kind, workers);
  }
}
