import { useDeferredValue, useEffect, useMemo, useRef } from "react";
import { useLanguage, useMessages } from "#i18n/messages.tsx";
import { setupMessages } from "#i18n/setup.ts";
import { parseScenarioText } from "#scenario/parse-scenario.ts";
import { formatProblem } from "#scenario/problem-messages.ts";
import type { Scenario } from "#scenario/scenario.ts";
import "./json-editor.css";

/** Text that is not (yet) the scenario, and the scenario from which it was typed. */
export interface JsonDraft {
  readonly text: string;
  readonly scenario: Scenario;
}

interface JsonEditorProps {
  readonly scenario: Scenario;
  readonly draft: JsonDraft | undefined;
  onDraft(draft: JsonDraft | undefined): void;
  /** The name of the task to go to on opening. */
  readonly showTask: string | undefined;
  onApply(next: Scenario): void;
}

/** The scenario as text: checked while typing, with every mistake listed, and in force when applied. */
export function JsonEditor({ scenario, draft, onDraft, showTask, onApply }: JsonEditorProps) {
  const words = useMessages(setupMessages);
  const language = useLanguage();
  const inForce = useMemo(() => JSON.stringify(scenario, null, 2), [scenario]);
  const text = draft?.text ?? inForce;
  const checkedText = useDeferredValue(text);
  const result = useMemo(() => parseScenarioText(checkedText), [checkedText]);
  const isSame = text === inForce;
  const canApply = !isSame && result.ok && checkedText === text;
  const area = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (area.current !== null && showTask !== undefined) selectTask(area.current, showTask);
  }, [showTask]);

  function apply(): void {
    if (!canApply || !result.ok) return;
    onApply(result.value);
    onDraft(undefined);
  }

  return (
    <div className="json-editor">
      <textarea
        ref={area}
        aria-label={words.jsonLabel}
        aria-invalid={!result.ok}
        aria-describedby="json-editor-verdict"
        spellCheck={false}
        wrap="off"
        value={text}
        onChange={({ target }) =>
          onDraft(
            target.value === inForce
              ? undefined
              : { text: target.value, scenario: draft?.scenario ?? scenario },
          )
        }
      />
      <div className="json-editor-foot">
        <div className="json-editor-verdict" id="json-editor-verdict" role="status">
          {result.ok ? (
            <p>{isSame ? words.jsonSame : words.jsonValid}</p>
          ) : (
            <>
              <p>{words.jsonInvalid}</p>
              <ul>
                {result.problems.map((problem) => (
                  <li key={`${problem.path} ${problem.code} ${problem.found}`}>
                    {formatProblem(problem, language)}
                  </li>
                ))}
              </ul>
            </>
          )}
          {draft !== undefined && draft.scenario !== scenario && <p>{words.jsonMoved}</p>}
        </div>
        <button type="button" className="setup-button" disabled={isSame} onClick={() => onDraft(undefined)}>
          {words.discard}
        </button>
        <button type="button" className="setup-button setup-button-main" disabled={!canApply} onClick={apply}>
          {words.apply}
        </button>
      </div>
    </div>
  );
}

/** Puts the cursor on a task's name and brings its line into view. */
function selectTask(area: HTMLTextAreaElement, name: string): void {
  const line = `\n      "name": ${JSON.stringify(name)}`;
  const start = area.value.indexOf(line);
  if (start < 0) return;
  const linesAbove = area.value.slice(0, start).split("\n").length - 1;
  const lineHeight = Number.parseFloat(getComputedStyle(area).lineHeight);
  area.focus();
  area.setSelectionRange(start + 1, start + line.length);
  area.scrollTop = linesAbove * lineHeight;
  area.scrollLeft = 0;
}
