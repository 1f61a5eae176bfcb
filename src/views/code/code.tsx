import { useCallback, useMemo, useRef } from "react";
import { codeMessages } from "#i18n/code.ts";
import { useLanguage, useMessages } from "#i18n/messages.tsx";
import type { Player } from "#player/player-types.ts";
import { generateProgram } from "#scenario/program/generate-program.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { monogramsOf } from "#trace/monogram.ts";
import { MAIN, type TaskId } from "#trace/trace.ts";
import { CodeLine } from "./code-line.tsx";
import { nextRunOf } from "./line-runs.ts";
import { createLocator, type Standings } from "./standing.ts";
import { useCalmStep } from "./use-calm-step.ts";
import { useLineInView } from "./use-line-in-view.ts";
import { useRovingFocus } from "./use-roving-focus.ts";
import "./code.css";

export interface CodeProps {
  readonly model: TraceModel;
  readonly player: Player;
  readonly selected: TaskId | undefined;
  onSelect(task: TaskId | undefined): void;
}

const NOBODY_HERE = [] as const;
/** Lines out of sight of a longer program are not laid out. */
const LONG = 300;

/** The scenario's Python program, and on which of its lines everybody stands now. */
export function Code({ model, player, selected, onSelect }: CodeProps) {
  const words = useMessages(codeMessages);
  const language = useLanguage();
  const { trace, scenario } = model;
  const program = useMemo(() => generateProgram(scenario, language), [scenario, language]);
  const locator = useMemo(() => createLocator(model, program), [model, program]);
  const monograms = useMemo(() => monogramsOf(trace.names), [trace]);
  const step = useCalmStep(player, model.taskCount);
  const standings = useMemo(() => locator.standingsAt(step, selected), [locator, step, selected]);
  const list = useRef<HTMLOListElement>(null);
  // An event of nobody's, such as the end of the run, is the main program's.
  const moving = step < 0 ? undefined : Math.max(MAIN, trace.taskAt(step));
  useLineInView(list, lineOf(selected, standings) ?? lineOf(moving, standings));
  const first = program.lines.findIndex(({ mark }) => mark !== undefined);
  const { tabStop, onFocus, onKeyDown } = useRovingFocus(list, first);
  const seek = useCallback(
    (line: number) => {
      const next = nextRunOf(line, player.getState().step, { trace, program, locator });
      if (next !== undefined) player.seekStep(next);
    },
    [player, trace, program, locator],
  );
  return (
    <section className="code" aria-label={words.title}>
      <header className="code-head">
        <h2>{program.file}</h2>
        <small>Python</small>
      </header>
      <ol
        className="code-lines"
        data-long={program.lines.length > LONG || undefined}
        ref={list}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      >
        {program.lines.map((line, index) => (
          <CodeLine
            // A program's lines have no identity but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={index}
            index={index}
            line={line}
            standings={standings.byLine.get(index) ?? NOBODY_HERE}
            crowded={standings.crowded}
            names={trace.names}
            monograms={monograms}
            selected={selected}
            isTabStop={index === tabStop}
            onSeek={seek}
            onSelect={onSelect}
          />
        ))}
      </ol>
    </section>
  );
}

function lineOf(task: TaskId | undefined, standings: Standings): number | undefined {
  if (task === undefined) return undefined;
  for (const [line, there] of standings.byLine)
    if (there.some((standing) => standing.task === task)) return line;
  return undefined;
}
