import { lessonMessages } from "#i18n/lesson.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { TraceModel } from "#trace/model-types.ts";
import { monogramsOf } from "#trace/monogram.ts";
import "./veiled-timeline.css";

/** More names than this say no more. */
const MOST_NAMES = 8;

/** The timeline before the guess: who takes part, and nothing of what they will do. */
export function VeiledTimeline({ model }: { readonly model: TraceModel }) {
  const words = useMessages(lessonMessages);
  const { names } = model.trace;
  const monograms = monogramsOf(names);
  return (
    <section className="veiled" aria-label={words.hidden}>
      <div className="veiled-ruler">
        <span>0</span>
      </div>
      <p>{words.hidden}</p>
      <ol>
        {names.slice(1, 1 + MOST_NAMES).map((name, index) => (
          <li key={name}>
            <span className="veiled-monogram" aria-hidden="true">
              {monograms[index + 1]}
            </span>
            <b>{name}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}
