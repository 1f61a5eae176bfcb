import { consoleMessages } from "#i18n/console.ts";
import { useMessages } from "#i18n/messages.tsx";
import { wasCutOff } from "#trace/has-ended.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { errorInWords } from "./error-in-words.ts";
import { readout } from "./readout.ts";

/** The last lines: the error that ended the program, if one did, and how long it took. */
export function ConsoleEnd({ model }: { readonly model: TraceModel }) {
  const words = useMessages(consoleMessages);
  const { trace, total } = model;
  const error = trace.length === 0 ? undefined : trace.detailAt(trace.length - 1).error;
  return (
    <div className="console-end">
      {error !== undefined && (
        <p className="console-error">
          {wasCutOff(trace) ? words.cutOff : words.endedByError(errorInWords(error, words))}
        </p>
      )}
      <p className="console-total">
        <time>{readout(total)}</time>
        <span className="console-who">M</span>
        <span className="console-text">{words.total(readout(total))}</span>
      </p>
    </div>
  );
}
