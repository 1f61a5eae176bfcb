import { writeCount } from "#base/write-number.ts";
import { compareMessages } from "#i18n/compare.ts";
import { useLanguage, useMessages } from "#i18n/messages.tsx";
import type { Problem } from "#scenario/problem.ts";
import { formatProblem } from "#scenario/problem-messages.ts";
import type { RanRow, Row } from "../derive/rows.ts";

/** Problems that are told; of the rest, how many they are. */
const MOST_TOLD = 1;
/** The picture and the numbers. */
const COLUMNS = 5;

/** Stands where a mode's picture and numbers would be: how far they are, or why there are none. */
export function NoRun({ row }: { readonly row: Exclude<Row, RanRow> }) {
  const words = useMessages(compareMessages);
  const say = () => {
    switch (row.status) {
      case "waiting":
        return words.waiting;
      case "running":
        return words[row.phase](writeCount(row.events));
      case "failed":
        return `${words.failed} ${row.message}`;
      case "refused":
        return <Refusal problems={row.problems} />;
    }
  };
  return (
    <td className="compare-cell compare-absent" colSpan={COLUMNS} data-status={row.status}>
      <span className="compare-absent-why">{say()}</span>
    </td>
  );
}

function Refusal({ problems }: { readonly problems: readonly Problem[] }) {
  const words = useMessages(compareMessages);
  const language = useLanguage();
  if (problems.length === 0) return words.nothingToBlock;
  return (
    <>
      {words.cannot}{" "}
      {problems
        .slice(0, MOST_TOLD)
        .map((problem) => formatProblem(problem, language))
        .join(" ")}{" "}
      {problems.length > MOST_TOLD && words.more(problems.length - MOST_TOLD)}
    </>
  );
}
