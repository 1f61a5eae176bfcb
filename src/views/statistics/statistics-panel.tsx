import { type RefObject, useMemo, useRef, useState } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { statisticsMessages } from "#i18n/statistics.ts";
import type { Player } from "#player/player-types.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { hasEnded, wasCutOff } from "#trace/has-ended.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { measureTasks } from "#trace/statistics/task-times.ts";
import type { TaskId } from "#trace/trace.ts";
import { Panel } from "#ui/panel.tsx";
import { FaultList } from "./fault-list.tsx";
import { type Attempt, RepairResult } from "./repair-result.tsx";
import { RunNumbers } from "./run-numbers.tsx";
import { TaskTable } from "./task-table.tsx";
import "./statistics-panel.css";

interface StatisticsPanelProps {
  /** Nothing while the run is being made. */
  readonly run: ShownRun | undefined;
  onRepair(scenario: Scenario): void;
  onUndo(): void;
  onClose(): void;
}

/** A run to be measured, and the page around it. */
export interface ShownRun {
  readonly model: TraceModel;
  readonly player: Player;
  /** Of a run that was measured: the simulation of the same scenario. */
  readonly predicted: TraceModel | undefined;
  readonly selected: TaskId | undefined;
  onSelect(task: TaskId | undefined): void;
  onHover(task: TaskId | undefined): void;
}

/** What was wrong with a run, and what it cost, in all and for each task. */
export function StatisticsPanel({ run, onRepair, onUndo, onClose }: StatisticsPanelProps) {
  const words = useMessages(statisticsMessages);
  const body = useRef<HTMLDivElement>(null);
  const [attempt, setAttempt] = useState<Attempt>();
  return (
    <Panel title={words.title} closeLabel={words.close} body={body} onClose={onClose}>
      {run === undefined && <p>{words.notReady}</p>}
      {run && !hasEnded(run.model.trace) && <p>{words.underWay}</p>}
      {run && wasCutOff(run.model.trace) && <p>{words.cutOff}</p>}
      {run && attempt?.repaired === run.model.scenario && (
        <RepairResult attempt={attempt} run={run} onUndo={onUndo} />
      )}
      {run && (
        <FaultList
          run={run}
          onRepair={(next) => {
            setAttempt(next);
            onRepair(next.repaired);
          }}
        />
      )}
      {run && <Numbers run={run} body={body} />}
    </Panel>
  );
}

interface NumbersProps {
  readonly run: ShownRun;
  readonly body: RefObject<HTMLDivElement | null>;
}

function Numbers({ run, body }: NumbersProps) {
  const words = useMessages(statisticsMessages);
  const times = useMemo(() => measureTasks(run.model), [run.model]);
  return (
    <>
      <RunNumbers model={run.model} times={times} measured={run.predicted !== undefined} />
      <h3>{words.perTask}</h3>
      <TaskTable run={run} times={times} scroller={body} />
    </>
  );
}
