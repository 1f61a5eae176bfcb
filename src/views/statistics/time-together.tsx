import { useMemo } from "react";
import { writeClock } from "#base/write-number.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stateNames } from "#i18n/states.ts";
import { statisticsMessages } from "#i18n/statistics.ts";
import { LIVING_STATES, type TaskTimes } from "#trace/statistics/task-times.ts";
import { TimeBar, TimeSign } from "./time-bar.tsx";

/** Where the time of all tasks went: one bar, and what its pieces are. */
export function TimeTogether({ times }: { readonly times: TaskTimes }) {
  const words = useMessages(statisticsMessages);
  const states = useMessages(stateNames);
  const spent = useMemo(
    () => LIVING_STATES.map((state) => ({ state, ms: times[state].reduce((sum, ms) => sum + ms, 0) })),
    [times],
  );
  const total = spent.reduce((sum, { ms }) => sum + ms, 0);
  if (total === 0) return null;
  return (
    <div className="statistics-together">
      <h3>{words.together}</h3>
      <TimeBar spent={spent} total={total} />
      <ul>
        {spent.map(
          ({ state, ms }) =>
            ms > 0 && (
              <li key={state}>
                <TimeSign state={state} />
                {states[state]} <b>{words.seconds(writeClock(ms))}</b>
              </li>
            ),
        )}
      </ul>
    </div>
  );
}
