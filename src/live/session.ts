import type { Milliseconds, WallTime } from "#base/units.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { MeasuredWorker } from "#trace/measurement/measurement.ts";
import { Crew, type Hire } from "./crew.ts";
import { divideWork, workersFor } from "./divide-work.ts";
import { findObstacles } from "./find-obstacles.ts";
import type { LiveServer } from "./live-server.ts";
import type { LiveListener, LiveSession } from "./live-session.ts";
import type { Assignment } from "./protocol.ts";
import { Recorder } from "./recorder.ts";
import { Run } from "./run.ts";
import { withoutNetwork } from "./without-network.ts";

const MS_BETWEEN_REPORTS: Milliseconds = 50;

/** The world of a session: what a test replaces. */
export interface SessionWorld {
  readonly hire: Hire;
  readonly now: () => WallTime;
  /** In what steps `now` counts. */
  readonly clockStep: Milliseconds;
  /** Calls back again and again; returns how to stop. */
  readonly every: (ms: Milliseconds, callback: () => void) => () => void;
}

/** A session with the network of that server; without one, requests become real waits of the same length. */
export function createSession(world: SessionWorld, server?: LiveServer): LiveSession {
  const crew = new Crew(world.hire, world.now);
  const transport = server === undefined ? "sleep" : "network";
  let runs = 0;
  let stopCurrent: (() => void) | undefined;

  function start(scenario: Scenario, listener: LiveListener): () => void {
    const [obstacle] = findObstacles(scenario);
    if (obstacle !== undefined) throw new TypeError(`${obstacle.path}: ${obstacle.code}`);
    if (stopCurrent !== undefined) throw new TypeError("a run is under way");
    runs += 1;
    const assignment: Assignment = {
      scenario: server === undefined ? withoutNetwork(scenario) : scenario,
      run: String(runs),
      ...(server !== undefined && { owner: server.owner }),
    };
    const pieces = divideWork(scenario);
    const numbers = workersFor(scenario, pieces.length);
    const record = (workers: readonly MeasuredWorker[]) =>
      new Recorder(
        {
          scenario: assignment.scenario,
          run: assignment.run,
          transport,
          clockStep: world.clockStep,
          workers,
        },
        world.now(),
      );
    let recorder = record([]);
    let isOver = false;
    let stopListening = () => {};
    let stopReporting = () => {};

    /** Returns false when it was over already. */
    function close(): boolean {
      if (isOver) return false;
      isOver = true;
      stopCurrent = undefined;
      stopListening();
      stopReporting();
      server?.forget(assignment.run);
      return true;
    }

    function fail(message: string): void {
      if (!close()) return;
      crew.dismiss();
      listener.failed(message);
    }

    function cancel(): void {
      if (!close()) return;
      crew.dismiss();
      recorder.cutOff(world.now());
      listener.ended(recorder.report(world.now()));
    }

    crew.gather(numbers.length).then(
      (members) => {
        if (isOver) return;
        const hands = members.map((member, index) => ({ member, number: numbers[index] as number }));
        recorder = record(
          hands.map(({ member: { startup, reused }, number }) => ({ worker: number, startup, reused })),
        );
        stopListening = server?.listen((visit) => recorder.visit(visit)) ?? stopListening;
        stopReporting = world.every(MS_BETWEEN_REPORTS, () => listener.grew(recorder.report(world.now())));
        const run = new Run(assignment, pieces, hands, recorder, world.now, {
          finished() {
            if (close()) listener.ended(recorder.report(world.now()));
          },
          broke: fail,
        });
        run.begin(assignment);
      },
      (error) => fail(String(error)),
    );
    stopCurrent = cancel;
    return cancel;
  }

  return {
    transport,
    start,
    close() {
      stopCurrent?.();
      crew.dismiss();
    },
  };
}
