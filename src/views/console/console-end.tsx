import { writeClock } from "#base/write-number.ts";
import { consoleMessages } from "#i18n/console.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { TraceModel } from "#trace/model-types.ts";
import { endingInWords } from "./error-in-words.ts";

/** The last lines: the error that ended the program, if one did, and how long it took. */
export function ConsoleEnd({ model }: { readonly model: TraceModel }) {
  const words = useMessages(consoleMessages);
  const { trace, total } = model;
  const ending = endingInWords(trace, words);
  return (
    <div className="console-end">
      {ending !== undefined && <p className="console-error">{ending}</p>}
      <p className="console-total">
        <time>{writeClock(total)}</time>
        <span className="console-who">M</span>
        <span className="console-text">{words.total(writeClock(total))}</span>
      </p>
    </div>
  );
}
