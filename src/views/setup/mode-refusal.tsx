import { useLanguage, useMessages } from "#i18n/messages.tsx";
import { workloadMessages } from "#i18n/workload.ts";
import { formatProblem } from "#scenario/problem-messages.ts";
import type { ModeRefusal } from "#state/app-store.ts";

const MAX_SHOWN = 3;

/** Why the scenario cannot run in the mode that was asked for. */
export function ModeRefusalNote({ refusal }: { readonly refusal: ModeRefusal }) {
  const words = useMessages(workloadMessages);
  const language = useLanguage();
  return (
    <div className="mode-switch-refusal">
      {refusal.problems.length === 0 ? (
        <p>{words.nothingToBlock}</p>
      ) : (
        <>
          <p>{words.modeRefused(words.modes[refusal.pageMode])}</p>
          <ul>
            {refusal.problems.slice(0, MAX_SHOWN).map((problem) => (
              <li key={problem.path}>{formatProblem(problem, language)}</li>
            ))}
            {refusal.problems.length > MAX_SHOWN && <li>…</li>}
          </ul>
        </>
      )}
    </div>
  );
}
