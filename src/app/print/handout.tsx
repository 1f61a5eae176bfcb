import { createPortal } from "react-dom";
import { writeClock } from "#base/write-number.ts";
import { consoleMessages } from "#i18n/console.ts";
import { useLanguage, useMessages } from "#i18n/messages.tsx";
import { printMessages } from "#i18n/print.ts";
import { workloadMessages } from "#i18n/workload.ts";
import { pageModeOf } from "#scenario/page-mode.ts";
import { generateProgram } from "#scenario/program/generate-program.ts";
import { hasEnded } from "#trace/has-ended.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { endingInWords } from "#views/console/error-in-words.ts";
import { PaperTimeline } from "#views/timeline/paper-timeline.tsx";
import type { ViewProps } from "../views.ts";
import { TaskTimesTable } from "./task-times-table.tsx";
import "./handout.css";

export interface HandoutProps extends Pick<ViewProps, "model" | "live"> {
  readonly title: string;
}

/** What one page has room for; the rest is counted. */
const MOST_CODE = 40;
const MOST_PRINTED = 16;

/** A run on one page of paper: what was run, the picture at its end, the code, the times of the tasks, the output. */
export function Handout({ model, live, title }: HandoutProps) {
  const words = useMessages(printMessages);
  const { modes } = useMessages(workloadMessages);
  const language = useLanguage();
  const { lines, file } = generateProgram(model.scenario, language);
  return createPortal(
    <article className="handout" data-theme="light" aria-label={words.sheet}>
      <header className="handout-head">
        <h1>{title}</h1>
        <p>
          {modes[pageModeOf(model.scenario)]} · <b>{words.total(writeClock(model.total))}</b>
          {live && ` · ${words.measured}`}
        </p>
      </header>
      <div className="handout-picture">
        <PaperTimeline model={model} live={live} width={710} height={300} />
      </div>
      <div className="handout-columns">
        <div>
          <section>
            <h2>{file}</h2>
            <ol>
              {lines.slice(0, MOST_CODE).map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
                <li key={index}>
                  <i>{index + 1}</i>
                  <code>{line.text}</code>
                </li>
              ))}
            </ol>
            <More count={lines.length - MOST_CODE} told={words.moreLines} />
          </section>
        </div>
        <div>
          <section>
            <h2>{words.tasks}</h2>
            <TaskTimesTable model={model} />
          </section>
          <Printed model={model} />
        </div>
      </div>
    </article>,
    document.body,
  );
}

function Printed({ model }: { readonly model: TraceModel }) {
  const words = useMessages(printMessages);
  return (
    <section className="handout-console">
      <h2>{words.console}</h2>
      <ol>
        {model.prints.slice(0, MOST_PRINTED).map(({ index, time, text }) => (
          <li key={index}>
            <i>{writeClock(time)}</i>
            <span>{text}</span>
          </li>
        ))}
      </ol>
      <More count={model.prints.length - MOST_PRINTED} told={words.moreLines} />
      {hasEnded(model.trace) && <LastLines model={model} />}
    </section>
  );
}

/** What the program ends with: the error that ended it, if one did, and how long it took. */
function LastLines({ model }: { readonly model: TraceModel }) {
  const words = useMessages(consoleMessages);
  const ending = endingInWords(model.trace, words);
  return (
    <ol>
      {ending !== undefined && (
        <li>
          <i>{writeClock(model.total)}</i>
          <span>{ending}</span>
        </li>
      )}
      <li>
        <i>{writeClock(model.total)}</i>
        <b>{words.total(writeClock(model.total))}</b>
      </li>
    </ol>
  );
}

interface MoreProps {
  readonly count: number;
  told(count: number): string;
}

/** What there was no room for. */
function More({ count, told }: MoreProps) {
  return count > 0 && <p className="handout-more">{told(count)}</p>;
}
