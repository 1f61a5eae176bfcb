import { useCallback, useMemo } from "react";
import { codeMessages } from "#i18n/code.ts";
import { useLanguage, useMessages } from "#i18n/messages.tsx";
import type { Player } from "#player/player-types.ts";
import { generateProgram } from "#scenario/program/generate-program.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { monogramsOf } from "#trace/monogram.ts";
import { MAIN, type TaskId } from "#trace/trace.ts";
import { CodeLines } from "./code-lines.tsx";
import { nextRunOf } from "./line-runs.ts";
import { createLocator } from "./standing.ts";
import { useCalmStep } from "./use-calm-step.ts";
import { useReadingOn } from "./use-reading-on.ts";
import "./code.css";
import "./code-chips.css";
import "./code-states.css";

export interface CodeProps {
  readonly model: TraceModel;
  readonly player: Player;
  readonly selected: TaskId | undefined;
  onSelect(task: TaskId | undefined): void;
  readonly hovered: TaskId | undefined;
  onHover(task: TaskId | undefined): void;
}

/** The scenario's Python program, and on which of its lines everybody stands now. */
export function Code({ model, player, selected, onSelect, hovered, onHover }: CodeProps) {
  const words = useMessages(codeMessages);
  const language = useLanguage();
  const { trace, scenario } = model;
  const program = useMemo(() => generateProgram(scenario, language), [scenario, language]);
  const locator = useMemo(() => createLocator(model, program), [model, program]);
  useReadingOn(locator);
  const monograms = useMemo(() => monogramsOf(trace.names), [trace]);
  const step = useCalmStep(player, model.taskCount);
  const standings = useMemo(() => locator.standingsAt(step, selected), [locator, step, selected]);
  // An event of nobody's, such as the end of the run, is the main program's.
  const moving = step < 0 ? undefined : Math.max(MAIN, trace.taskAt(step));
  const lineOf = (task: TaskId | undefined) => (task === undefined ? undefined : locator.lineAt(task, step));
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
      <CodeLines
        lines={program.lines}
        standings={standings}
        current={lineOf(selected) ?? lineOf(moving)}
        names={trace.names}
        monograms={monograms}
        selected={selected}
        onSeek={seek}
        onSelect={onSelect}
        hovered={hovered}
        onHover={onHover}
      />
    </section>
  );
}
