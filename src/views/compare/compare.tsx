import { useEffect, useMemo, useState } from "react";
import { compareMessages } from "#i18n/compare.ts";
import { useMessages } from "#i18n/messages.tsx";
import { workloadMessages } from "#i18n/workload.ts";
import type { Player } from "#player/player-types.ts";
import type { ComparedModes } from "#scenario/link-settings.ts";
import { PAGE_MODES, type PageMode, pageModeOf } from "#scenario/page-mode.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { type Trial, withTrial } from "#scenario/trial.ts";
import type { Comparing } from "#state/app-store.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { Tabs } from "#ui/tabs.tsx";
import { Curves } from "./curves/curves.tsx";
import { differenceOf } from "./derive/difference.ts";
import { headlineOf } from "./derive/headline.ts";
import { isRan, type Row, rowsOf } from "./derive/rows.ts";
import { Memory } from "./memory/memory.tsx";
import { RunsTable } from "./runs/runs-table.tsx";
import { type ModeNames, sayDifference, sayMemory, sayWhat, sayWhy } from "./say.ts";
import { TrialBar } from "./trial-bar.tsx";
import { useCommonTrack, useComparison } from "./use-comparison.ts";
import "./compare.css";

interface CompareProps {
  readonly scenario: Scenario;
  /** As for `withPageMode`. */
  readonly before: Scenario | undefined;
  /** The run of the scenario itself, where it is known. */
  readonly known: TraceModel | undefined;
  readonly comparing: Comparing;
  readonly player: Player;
  /** Tells a run that can be played, as soon as there is one; undefined once there is none. */
  onPlayable(model: TraceModel | undefined): void;
  onCompare(modes: ComparedModes): void;
  onOpen(mode: PageMode): void;
  onApply(scenario: Scenario): void;
}

const VIEWS = ["runs", "curves", "memory"] as const;
type CompareView = (typeof VIEWS)[number];

/** The same scenario in all modes, or in two: under one playhead and on one scale. */
export function Compare(props: CompareProps) {
  const { scenario, before, known, comparing, player, onPlayable, onCompare, onOpen, onApply } = props;
  const words = useMessages(compareMessages);
  const names = useMessages(workloadMessages).modes;
  const [view, setView] = useState<CompareView>("runs");
  const [tried, setTried] = useState<{ readonly of: Scenario; readonly trial: Trial }>();
  const [picked, setPicked] = useState<PageMode>();
  const trial = tried?.of === scenario ? tried.trial : undefined;
  const shown = useMemo(() => (trial ? withTrial(scenario, trial) : scenario), [scenario, trial]);
  const comparison = useComparison(shown, before, known);
  const all = useMemo(() => rowsOf(comparison), [comparison]);
  const { modes } = comparing;
  const rows = useMemo(
    () => (modes === "all" ? all : all.filter(({ mode }) => modes.includes(mode))),
    [all, modes],
  );
  useCommonTrack(player, rows, comparing.from);
  const playable = rows.find(isRan)?.model;
  useEffect(() => {
    onPlayable(playable);
    return () => onPlayable(undefined);
  }, [onPlayable, playable]);

  const apply = () => {
    if (shown === scenario) return;
    // An undo must bring back the scenario, not the value that was tried out on it.
    setTried(undefined);
    onApply(shown);
  };
  const pick = (mode: PageMode) => {
    if (modes !== "all") return onCompare("all");
    if (picked === undefined) return setPicked(mode);
    setPicked(undefined);
    const pair = PAGE_MODES.filter((each) => each === mode || each === picked);
    if (pair.length === 2) onCompare([pair[0] as PageMode, pair[1] as PageMode]);
  };
  const sayRuns = () => (modes === "all" ? sayHeadline(all, words, names) : sayPair(rows, words, names));
  const [what, why] = view === "memory" ? sayMemory(words) : sayRuns();
  return (
    <section className="compare" aria-label={words.title}>
      <p className="compare-headline" aria-live="polite">
        {what}
        <span>{why}</span>
      </p>
      <Tabs<CompareView>
        label={words.views}
        tabs={VIEWS.map((value) => ({ value, label: words[value] }))}
        value={view}
        onChange={setView}
        actions={
          modes !== "all" && (
            <button type="button" className="compare-all" onClick={() => onCompare("all")}>
              {words.allModes}
            </button>
          )
        }
      >
        {trial && shown !== scenario && (
          <TrialBar scenario={scenario} trial={trial} onApply={apply} onReset={() => setTried(undefined)} />
        )}
        {view === "runs" && (
          <>
            {/* There before it says anything: what comes with its words is not announced. */}
            <p className="compare-picking" role="status">
              {picked && modes === "all" && words.pickOther(names[picked])}
            </p>
            <RunsTable
              rows={rows}
              player={player}
              present={pageModeOf(scenario)}
              picked={modes === "all" ? (picked ? [picked] : []) : modes}
              onOpen={(mode) => {
                apply();
                onOpen(mode);
              }}
              onPick={pick}
            />
          </>
        )}
        {view === "curves" && (
          <Curves
            scenario={scenario}
            before={before}
            trial={trial}
            rows={rows}
            onTry={(next) => setTried({ of: scenario, trial: next })}
          />
        )}
        {view === "memory" && <Memory />}
      </Tabs>
    </section>
  );
}

type Words = (typeof compareMessages)["en"];

function sayHeadline(rows: readonly Row[], words: Words, names: ModeNames): readonly [string, string] {
  const { what, why } = headlineOf(rows);
  return [sayWhat(what, words, names), sayWhy(why, words, names)];
}

function sayPair(rows: readonly Row[], words: Words, names: ModeNames): readonly [string, string] {
  const difference = differenceOf(rows);
  return difference === undefined ? sayHeadline(rows, words, names) : sayDifference(difference, words, names);
}
