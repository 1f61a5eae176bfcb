import { type Milliseconds, type TraceTime, traceTime, type WallTime } from "#base/units.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { EventDetail, EventType, TraceEvent } from "#trace/event-types.ts";
import { CUT_OFF } from "#trace/has-ended.ts";
import type {
  Heartbeat,
  LiveTransport,
  MeasuredRequest,
  MeasuredWorker,
} from "#trace/measurement/measurement.ts";
import { namesOf } from "#trace/names.ts";
import { traceFromEvents } from "#trace/trace-file.ts";
import { closeTrace } from "./close-trace.ts";
import type { ServerVisit } from "./live-server.ts";
import type { LiveReport } from "./live-session.ts";
import { mergeStreams, type Observation } from "./merge-streams.ts";
import { observeMark, observeVisit } from "./observe.ts";
import type { Arrival, Mark, Note } from "./protocol.ts";
import { HEARTBEAT_PERIOD } from "./worker/heartbeat.ts";

/** What stays the same throughout a run. */
export interface RunFacts {
  readonly scenario: Scenario;
  /** Its name at the server. */
  readonly run: string;
  readonly transport: LiveTransport;
  readonly clockStep: Milliseconds;
  readonly workers: readonly MeasuredWorker[];
}

interface RequestRecord {
  readonly mark: Mark;
  readonly visits: Partial<Record<ServerVisit["phase"], WallTime>>;
  arrival?: Arrival;
}

/**
 * Collects what all contexts tell about a run and makes its trace of it: the only place where moments of the wall
 * become moments of the trace. Time 0 is when it is made. Whatever is told in whatever order gives the same trace, as
 * long as each context keeps to its own order.
 */
export class Recorder {
  readonly #facts: RunFacts;
  readonly #startedAt: WallTime;
  readonly #names: readonly string[];
  readonly #main: Observation[] = [];
  readonly #workers = new Map<number, Observation[]>();
  readonly #ticks = new Map<number, WallTime[]>();
  readonly #requests = new Map<string, RequestRecord>();
  /** Of requests whose beginning is not known yet. */
  readonly #visits = new Map<string, RequestRecord["visits"]>();
  #end: { readonly events: readonly TraceEvent[]; readonly time: TraceTime } | undefined;

  constructor(facts: RunFacts, startedAt: WallTime) {
    this.#facts = facts;
    this.#startedAt = startedAt;
    this.#names = namesOf(facts.scenario);
    for (const { worker } of facts.workers) {
      this.#workers.set(worker, []);
      this.#ticks.set(worker, []);
    }
  }

  /** What the main program does, or does with a task. `after`: tasks whose end it knows of. */
  main(
    at: WallTime,
    type: EventType,
    task: string,
    detail?: EventDetail,
    after: readonly string[] = [],
  ): void {
    const event = { type, task, ...(detail !== undefined && { detail }) };
    const causes = after.map((name) => `${name} has ended`);
    const isMaking = type === "task_created";
    this.#main.push({ at: this.#time(at), event, after: causes, ...(isMaking && { is: `${task} is made` }) });
  }

  notes(worker: number, notes: readonly Note[]): void {
    for (const note of notes) {
      const request = this.#requests.get(note.request ?? "");
      if (note.kind === "arrival") {
        if (request !== undefined) request.arrival = note;
        continue;
      }
      if (note.type === "request_start" && note.request !== undefined) {
        const visits = this.#visits.get(note.request) ?? {};
        this.#visits.set(note.request, visits);
        this.#requests.set(note.request, { mark: note, visits });
      }
      this.#workers.get(worker)?.push(observeMark(note, worker, this.#time(note.at)));
    }
  }

  /** A browser that restarts its service worker may repeat a request: its first coming and its last leaving count. */
  visit({ run, request, phase, at }: ServerVisit): void {
    if (run !== this.#facts.run) return;
    const visits = this.#visits.get(request) ?? {};
    this.#visits.set(request, visits);
    if (phase === "left") visits.left = at;
    else visits[phase] ??= at;
  }

  beats(worker: number, ticks: readonly WallTime[]): void {
    this.#ticks.get(worker)?.push(...ticks);
  }

  /** The program has ended. What is told afterwards is measured and no part of the trace. */
  end(at: WallTime, error?: string): void {
    this.#close(this.#events(this.#time(at)), this.#time(at), error);
  }

  /** The workers have been terminated. */
  cutOff(at: WallTime): void {
    const events = this.#events();
    const now = Math.max(this.#time(at), events.at(-1)?.t_ms ?? 0);
    this.#close([...events, ...closeTrace(events, now)], traceTime(now), CUT_OFF);
  }

  report(now: WallTime): LiveReport {
    const { scenario, transport, clockStep, workers } = this.#facts;
    const events = this.#end?.events ?? this.#events();
    const end = this.#end?.time ?? Math.max(this.#time(now), events.at(-1)?.t_ms ?? 0);
    const heartbeats = [...this.#ticks].map(([worker, ticks]): Heartbeat => {
      const times = ticks.map((tick) => this.#time(tick)).filter((tick) => tick <= end);
      return { worker, period: HEARTBEAT_PERIOD, ticks: times };
    });
    return {
      trace: traceFromEvents(events, scenario, end),
      measurement: { transport, clockStep, heartbeats, requests: this.#measureRequests(), workers },
      elapsed: end,
    };
  }

  #close(events: readonly TraceEvent[], at: TraceTime, error: string | undefined): void {
    const time = traceTime(Math.max(at, events.at(-1)?.t_ms ?? 0));
    const detail = { total_ms: time, ...(error !== undefined && { error }) };
    this.#end = { events: [...events, { t_ms: time, type: "run_end", detail }], time };
  }

  /** All events so far, in one order; what the server does for nobody only `until` the run ends. */
  #events(until: Milliseconds = Number.POSITIVE_INFINITY): readonly TraceEvent[] {
    const requests = [...this.#requests.values()].map(({ mark, visits, arrival }) => {
      const isAnswered = arrival !== undefined && !arrival.gaveUp;
      return observeVisit(mark, visits, (at) => this.#time(at)).filter(({ at }) => isAnswered || at <= until);
    });
    return mergeStreams([this.#main, ...this.#workers.values(), ...requests]);
  }

  #measureRequests(): readonly MeasuredRequest[] {
    const measured = [...this.#requests.values()].map(({ mark, visits, arrival }): MeasuredRequest => {
      const { entered, taken_up: takenUp, left } = visits;
      return {
        task: this.#names.indexOf(mark.task ?? ""),
        asked: mark.detail?.ms ?? 0,
        sent: this.#time(mark.at),
        ...(entered !== undefined && { entered: this.#time(entered) }),
        ...(takenUp !== undefined && { takenUp: this.#time(takenUp) }),
        ...(left !== undefined && { left: this.#time(left) }),
        ...(arrival !== undefined && { received: this.#time(arrival.at) }),
        ...(arrival?.gaveUp && { gaveUp: true }),
      };
    });
    return measured.sort((a, b) => a.sent - b.sent);
  }

  /** On the trace's clock, to a tenth of a millisecond; never before the run began, however the clocks read. */
  #time(at: WallTime): TraceTime {
    return traceTime(Math.max(0, Math.round((at - this.#startedAt) * 10) / 10));
  }
}
