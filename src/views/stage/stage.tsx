import { type CSSProperties, useCallback, useEffect, useMemo, useRef } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { type StageWords, stageWords } from "#i18n/stage.ts";
import { stateNames } from "#i18n/states.ts";
import type { Player } from "#player/player-types.ts";
import { usePlayer } from "#state/use-player.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { monogramsOf } from "#trace/monogram.ts";
import type { TaskId } from "#trace/trace.ts";
import { Drawing } from "./drawing.tsx";
import { Labels } from "./labels.tsx";
import { castOf, layoutStage, type StageLayout, type TokenBox } from "./layout-stage.ts";
import { Roster } from "./roster.tsx";
import { Seat } from "./seat.tsx";
import { type StageMoment, stageMomentOf } from "./stage-moment.ts";
import { Token } from "./token.tsx";
import { useStageSize } from "./use-stage-size.ts";
import "./stage.css";
import "./stage-token.css";

interface StageProps {
  readonly model: TraceModel;
  readonly player: Player;
  readonly selected: TaskId | undefined;
  onSelect(task: TaskId | undefined): void;
}

/** Above this rate a flight would still be under way when the next one begins. */
const FASTEST_FLIGHT = 4;

/** One instant of the run, enlarged: who queues, who sits on a thread, who hangs, who is done, and what they wait for. */
export function Stage({ model, player, selected, onSelect }: StageProps) {
  const words = useMessages(stageWords);
  const element = useRef<HTMLElement>(null);
  const size = useStageSize(element);
  const step = Math.min(
    usePlayer(player, (state) => state.step),
    model.trace.length - 1,
  );
  const rate = usePlayer(player, (state) => state.playbackRate);
  const flows = usePlayer(
    player,
    (state) => state.arrival === "flow" && state.playbackRate <= FASTEST_FLIGHT,
  );
  const cast = useMemo(() => castOf(model, words.suspended), [model, words]);
  const moment = useMemo(() => stageMomentOf(model, step), [model, step]);
  const layout = useMemo(
    () =>
      size === undefined ? undefined : layoutStage(moment, (task) => model.stateAt(task, step), cast, size),
    [moment, model, step, cast, size],
  );
  return (
    <section
      ref={element}
      className="stage"
      aria-label={words.label}
      data-flows={flows || undefined}
      data-narrow={layout?.zones.isNarrow || undefined}
      style={{ "--stage-rate": rate } as CSSProperties}
    >
      <Roster model={model} moment={moment} />
      {layout !== undefined && (
        <>
          <Drawing model={model} player={player} moment={moment} layout={layout} />
          <Labels
            scenario={model.scenario}
            player={player}
            moment={moment}
            layout={layout}
            hasCallbacks={cast.hasCallbacks}
          />
          {layout.seats.map((box) => (
            <Seat key={box.seat.thread.id} box={box} note={noteOf(moment, box.seat.nth, words)} />
          ))}
          <Tokens
            model={model}
            step={step}
            moment={moment}
            layout={layout}
            selected={selected}
            onSelect={onSelect}
          />
        </>
      )}
    </section>
  );
}

function noteOf({ mode }: StageMoment, nth: number, words: StageWords): string {
  if (mode === "pool") return nth > 1 ? words.nth(nth) : "";
  return mode === "threads" ? "" : words.oneSeat;
}

interface TokensProps extends Omit<StageProps, "player"> {
  readonly step: number;
  readonly moment: StageMoment;
  readonly layout: StageLayout;
}

function Tokens({ model, step, moment, layout, selected, onSelect }: TokensProps) {
  const words = useMessages(stageWords);
  const states = useMessages(stateNames);
  const monograms = useMemo(() => monogramsOf(model.trace.names), [model]);
  const changed = useChanged(layout.tokens);
  const select = useCallback(
    (task: TaskId) => onSelect(task === selected ? undefined : task),
    [onSelect, selected],
  );
  // In a fixed order, so that a token which changes its zone is moved by its style and not in the document.
  const tokens = [...layout.tokens].sort((a, b) => a.task - b.task || a.key.localeCompare(b.key));
  return tokens.map((token) => {
    const name = model.trace.names[token.task] ?? "";
    const reason = token.zone === "hang" ? reasonOf(model, moment, token.task, step, words) : undefined;
    const label =
      token.callback === undefined
        ? `${name}: ${states[token.state as keyof typeof states]}${reason === undefined ? "" : `, ${reason}`}`
        : `${words.callbackOf(token.callback, name)}: ${words.callbackPhases[token.zone === "seat" ? "running" : (token.state as keyof typeof words.callbackPhases)]}`;
    return (
      <Token
        key={token.key}
        token={token}
        name={name}
        monogram={monograms[token.task] ?? ""}
        label={label}
        reason={reason}
        isSelected={token.task === selected}
        hasChanged={changed.has(token.key)}
        isAlarming={moment.mode === "async" && token.state === "blocked"}
        onSelect={() => select(token.task)}
      />
    );
  });
}

/** Why a task hangs when no disc off the thread says so. */
function reasonOf(
  model: TraceModel,
  moment: StageMoment,
  task: TaskId,
  step: number,
  { waitsFor }: StageWords,
): string | undefined {
  if (moment.outside.some((work) => work.task === task)) return undefined;
  const detail = model.spanAtStep(task, step)?.detail;
  if (detail?.reason === "limit" || detail?.reason === "connection") return waitsFor[detail.reason];
  if (detail?.reason === "join" && detail.on !== undefined) return waitsFor.join(detail.on);
  return undefined;
}

/** Keys of the tokens that have changed since the last moment, for those who see no flights. */
function useChanged(tokens: readonly TokenBox[]): ReadonlySet<string> {
  const before = useRef<ReadonlyMap<string, string>>(new Map());
  const now = useMemo(
    () => new Map(tokens.map((token) => [token.key, `${token.zone} ${token.state}`])),
    [tokens],
  );
  const changed = useMemo(
    () =>
      new Set(
        [...now]
          .filter(([key, value]) => before.current.has(key) && before.current.get(key) !== value)
          .map(([key]) => key),
      ),
    [now],
  );
  useEffect(() => {
    before.current = now;
  }, [now]);
  return changed;
}
