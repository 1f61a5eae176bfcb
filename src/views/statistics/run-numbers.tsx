import { type ReactNode, useMemo } from "react";
import { writeClock, writeCount } from "#base/write-number.ts";
import { percent, ratio } from "#base/write-ratio.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stateNames } from "#i18n/states.ts";
import { type StatisticsWords, statisticsMessages } from "#i18n/statistics.ts";
import type { SpeedUp } from "#state/speed-up.ts";
import type { TaskState, TraceModel } from "#trace/model-types.ts";
import { measureRun } from "#trace/statistics/measure-run.ts";
import type { TaskTimes } from "#trace/statistics/task-times.ts";
import { TimeTogether } from "./time-together.tsx";
import { useSpeedUp } from "./use-speed-up.ts";

interface RunNumbersProps {
  readonly model: TraceModel;
  readonly times: TaskTimes;
  readonly measured: boolean;
}

/** What a run cost, each number with what it means. */
export function RunNumbers({ model, times, measured }: RunNumbersProps) {
  const words = useMessages(statisticsMessages);
  const states = useMessages(stateNames);
  const numbers = useMemo(() => measureRun(model), [model]);
  const speedUp = useSpeedUp(model, measured, true);
  const { makespan, threadTimeHeld, threadTimeBlocked, computing, waitingShare } = numbers;
  const sayTime = (ms: number) => words.seconds(writeClock(ms));
  return (
    <>
      <dl className="statistics-main">
        <Entry label={words.total} value={sayTime(makespan)} why={words.totalWhy} />
        <Entry
          label={words.against}
          value={speedUp.status === "known" ? words.ratio(ratio(speedUp.ratio)) : words.none}
          why={sayComparison(speedUp, model.trace.names, words, states)}
        />
      </dl>
      {measured && <p>{words.measured}</p>}
      <TimeTogether times={times} />
      <dl className="statistics-numbers">
        <Entry
          label={words.held}
          value={sayTime(threadTimeHeld)}
          why={words.heldWhy(writeClock(threadTimeBlocked))}
        />
        <Entry label={words.computing} value={sayTime(computing)} why={words.computingWhy} />
        <Entry
          label={words.waiting}
          value={waitingShare === undefined ? words.none : words.percent(percent(waitingShare))}
          why={words.waitingWhy}
        />
        <Entry label={words.inFlight} value={words.tasks(numbers.greatestInFlight)} why={words.inFlightWhy} />
        <Entry label={words.switches} value={writeCount(numbers.switches)} why={words.switchesWhy} />
      </dl>
    </>
  );
}

interface EntryProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly why: string;
}

function Entry({ label, value, why }: EntryProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <b>{value}</b>
        <small>{why}</small>
      </dd>
    </div>
  );
}

function sayComparison(
  speedUp: SpeedUp,
  names: readonly string[],
  words: StatisticsWords,
  states: Readonly<Record<TaskState, string>>,
): string {
  switch (speedUp.status) {
    case "known":
      return words.againstWhy(writeClock(speedUp.syncTotal));
    case "sync":
      return words.isSync;
    case "unknown":
    case "unasked":
    case "asking":
      return words.asking;
    case "otherWork":
      return words.incomparable.otherWork(
        names[speedUp.task] ?? "",
        states[speedUp.here],
        states[speedUp.inSync],
      );
    default:
      return words.incomparable[speedUp.status];
  }
}
