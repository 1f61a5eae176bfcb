import type { Scenario, TaskSpec } from "#scenario/scenario.ts";
import { type DetailId, TASK_NAME, type TraceRecorder } from "#trace/recorder-types.ts";
import type { TaskId } from "#trace/trace.ts";
import { ConnectionLimit } from "../event-loop/connection-limit.ts";
import { EventLog } from "../event-loop/event-log.ts";
import { EventLoop, TimerHandle } from "../event-loop/event-loop.ts";
import { errorOfClass } from "../event-loop/python-error.ts";
import { Semaphore } from "../event-loop/semaphore.ts";
import { ServiceStation } from "../event-loop/service-station.ts";
import { Task } from "../event-loop/task.ts";
import { VirtualClock } from "../event-loop/virtual-clock.ts";
import { type RunControl, RunWatch } from "../run-control.ts";
import { taskCoroutine } from "./async-body.ts";
import { UserCallback } from "./async-callback.ts";

const DEFAULT_OFFLOAD_WORKERS = 32;

/** The program that a scenario describes: its loop, the world around it, and the tasks made so far. */
export class AsyncProgram {
  readonly scenario: Scenario;
  readonly clock = new VirtualClock();
  readonly log: EventLog;
  readonly loop: EventLoop;
  readonly server: ServiceStation;
  readonly helperThreads: ServiceStation;
  /** `limit.tasks` and `limit.connections`; null = unlimited. */
  readonly semaphore: Semaphore | null;
  readonly connections: ConnectionLimit | null;
  /** Details of the lines that every task prints. */
  readonly beginDetail: DetailId;
  readonly endDetail: DetailId;
  /** The tasks that the main program starts: all that no other task spawns or calls. */
  readonly topLevel: readonly TaskSpec[];
  private readonly ids: ReadonlyMap<string, TaskId>;
  private readonly defaultResult: DetailId;
  private readonly started = new Map<string, Task>();
  private readonly startOrder: string[] = [];

  constructor(scenario: Scenario, recorder: TraceRecorder, control: RunControl) {
    const { limit } = scenario;
    this.scenario = scenario;
    this.log = new EventLog(recorder, this.clock);
    this.loop = new EventLoop(this.clock, this.log, new RunWatch(recorder, control));
    this.server = this.station("server", scenario.server?.workers ?? Number.POSITIVE_INFINITY);
    this.helperThreads = this.station("offload", scenario.offload_workers ?? DEFAULT_OFFLOAD_WORKERS);
    this.semaphore = limit?.tasks === undefined ? null : new Semaphore(this.loop, limit.tasks);
    this.connections =
      limit?.connections === undefined ? null : new ConnectionLimit(this.loop, limit.connections);
    this.beginDetail = this.log.detail({ text: `begin ${TASK_NAME}` });
    this.endDetail = this.log.detail({ text: `end ${TASK_NAME}` });
    this.defaultResult = this.log.detail({ result: `result of ${TASK_NAME}` });
    this.ids = new Map(scenario.tasks.map((task, index) => [task.name, index + 1]));
    this.topLevel = tasksOfMain(scenario);
  }

  /** Raises KeyError when there is no such task. */
  spec(name: string): TaskSpec {
    const spec = this.scenario.tasks[this.idOf(name) - 1];
    if (spec === undefined) throw errorOfClass("KeyError");
    return spec;
  }

  idOf(name: string): TaskId {
    return this.ids.get(name) ?? 0;
  }

  /** The name of a task, or `main`. */
  nameOf(id: TaskId): string {
    return this.scenario.tasks[id - 1]?.name ?? "main";
  }

  /** The text of what a task's body returns. */
  resultOf(id: TaskId): string {
    return this.scenario.tasks[id - 1]?.result ?? `result of ${this.nameOf(id)}`;
  }

  /** Makes a task. `adopt` sees it before its own callbacks are registered. */
  start(spec: TaskSpec, adopt?: (task: Task) => void): Task {
    const id = this.idOf(spec.name);
    this.log.record("coroutine_created", id);
    const done = spec.result === undefined ? this.defaultResult : this.log.detail({ result: spec.result });
    const task = new Task(this.loop, id, done, (self) => taskCoroutine(this, self, spec));
    adopt?.(task);
    this.started.set(spec.name, task);
    this.startOrder.push(spec.name);
    spec.callbacks?.forEach((callback, index) => {
      task.addDoneCallback(new UserCallback(this, task, callback, index));
    });
    return task;
  }

  /** Raises KeyError when no such task has been started. Of two of one name, the later. */
  startedTask(name: string): Task {
    const task = this.started.get(name);
    if (task === undefined) throw errorOfClass("KeyError");
    return task;
  }

  /** The names of the started tasks that satisfy the condition, in order of their start. */
  startedNames(condition: (task: Task) => boolean): string[] {
    return this.startOrder.filter((name) => condition(this.startedTask(name)));
  }

  unfinishedNames(): string[] {
    return this.startedNames((task) => !task.isDone);
  }

  /** Cancels a task, if it has been started. */
  cancel(name: string, by: string): void {
    const task = this.started.get(name);
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

function tasksOfMain({ tasks }: Scenario): readonly TaskSpec[] {
  const startedByOthers = new Set<string>();
  for (const { steps, cleanup = [] } of tasks) {
    for (const step of [...steps, ...cleanup]) {
      if (step.kind === "spawn" || step.kind === "call") startedByOthers.add(step.task);
    }
  }
  return tasks.filter((task) => !startedByOthers.has(task.name));
}
