import { writeClock } from "#base/write-number.ts";
import { useMessages } from "#i18n/messages.tsx";
import { printMessages } from "#i18n/print.ts";
import { stateNames } from "#i18n/states.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { LIVING_STATES, measureTasks } from "#trace/statistics/task-times.ts";

/** What one page has room for. */
const MOST_TASKS = 12;

/** How long each task was in each state in which it could still get on, in seconds. */
export function TaskTimesTable({ model }: { readonly model: TraceModel }) {
  const words = useMessages(printMessages);
  const states = useMessages(stateNames);
  const times = measureTasks(model);
  const { tasks } = model.scenario;
  const rest = tasks.length - MOST_TASKS;
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.task}</th>
            {LIVING_STATES.map((state) => (
              <th key={state} scope="col">
                {states[state]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tasks.slice(0, MOST_TASKS).map(({ name }, index) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {LIVING_STATES.map((state) => (
                <td key={state}>{writeClock(times[state][index + 1] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className="handout-more">{words.moreTasks(rest)}</p>}
    </>
  );
}
