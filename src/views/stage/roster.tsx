import { useMessages } from "#i18n/messages.tsx";
import { type StageWords, stageWords } from "#i18n/stage.ts";
import { stateNames } from "#i18n/states.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import { nameOfSeat } from "./seat.tsx";
import type { StageMoment } from "./stage-moment.ts";

/** Names are read out up to this many; then only how many more there are. */
const MOST_READ = 12;

/** The stage as text, for those who do not see it: each zone and who is in it. */
export function Roster({ model, moment }: { readonly model: TraceModel; readonly moment: StageMoment }) {
  const words = useMessages(stageWords);
  const states = useMessages(stateNames);
  const name = (task: TaskId) => model.trace.names[task] ?? "";
  const list = (tasks: readonly TaskId[], all: number) => namesOf(tasks.map(name), all, words);
  const { counts } = moment;
  const hanging = [...moment.hanging, ...moment.inLine];
  const many = moment.detail === "counts";
  return (
    <ul className="stage-roster">
      <li>
        {words.listed(
          words.queue[moment.mode],
          list(moment.queue, moment.queue.length + (many ? counts.ready : 0)),
        )}
      </li>
      {moment.seats.slice(0, MOST_READ).map((seat) => (
        <li key={seat.thread.id}>
          {words.listed(
            nameOfSeat({ seat }, words),
            seat.occupant === undefined || seat.state === "free"
              ? words.free
              : `${name(seat.occupant)} (${seat.lacks === undefined ? states[seat.state] : words.lacks[seat.lacks]})`,
          )}
        </li>
      ))}
      {moment.mode === "async" && (
        <li>
          {words.listed(words.suspended, list(hanging, hanging.length + (many ? counts.suspended : 0)))}
        </li>
      )}
      <li>
        {words.listed(words.ended, many ? String(counts.done) : list(moment.ended, moment.ended.length))}
      </li>
      {moment.callbacks.length > 0 && (
        <li>
          {words.listed(
            words.callbacks,
            namesOf(
              moment.callbacks.map(
                ({ task, name: callback, phase }) =>
                  `${callback} ${name(task)} (${words.callbackPhases[phase]})`,
              ),
              moment.callbacks.length,
              words,
            ),
          )}
        </li>
      )}
    </ul>
  );
}

function namesOf(names: readonly string[], all: number, words: StageWords): string {
  if (all === 0) return words.nobody;
  const read = names.slice(0, MOST_READ);
  return [...read, ...(all > read.length ? [words.more(all - read.length)] : [])].join(words.separator);
}
