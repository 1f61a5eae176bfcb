import { useLanguage, useMessages } from "#i18n/messages.tsx";
import { pageMessages } from "#i18n/page.ts";
import type { Problem } from "#scenario/problem.ts";
import { formatProblem } from "#scenario/problem-messages.ts";
import "./notices.css";

const SHOWN = 5;

interface LinkNoticeProps {
  readonly problems: readonly Problem[];
  readonly title: string;
  onDismiss(): void;
}

/** What was wrong with the link that led here, and what is shown instead. */
export function LinkNotice({ problems, title, onDismiss }: LinkNoticeProps) {
  const words = useMessages(pageMessages);
  const language = useLanguage();
  const rest = problems.length - SHOWN;
  return (
    <div className="notice" role="alert">
      <div>
        <p>
          {words.linkProblems} {words.openedInstead(title)}
        </p>
        <ul>
          {problems.slice(0, SHOWN).map((problem) => (
            <li key={`${problem.path} ${problem.code}`}>{formatProblem(problem, language)}</li>
          ))}
          {rest > 0 && <li>+ {rest}</li>}
        </ul>
      </div>
      <button type="button" className="notice-button" onClick={onDismiss}>
        {words.dismiss}
      </button>
    </div>
  );
}
