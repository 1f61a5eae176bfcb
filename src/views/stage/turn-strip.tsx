import { useMemo } from "react";
import { writeCount } from "#base/write-number.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stageWords } from "#i18n/stage.ts";
import type { Player } from "#player/player-types.ts";
import { usePlayer } from "#state/use-player.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { StepIndex } from "#trace/trace.ts";
import { countUpTo, readTurn, turnMomentAt } from "./loop-turn.ts";
import type { StageMoment } from "./stage-moment.ts";
import { hasTurns } from "./turns.ts";
import "./turn-strip.css";

interface TurnStripProps {
  readonly model: TraceModel;
  readonly player: Player;
  readonly step: StepIndex;
  readonly moment: StageMoment;
}

/** More entries than this are counted; up to it each is a mark. */
const MOST_MARKS = 12;
const MOST_NAMES = 3;

/** One turn of the loop in its three phases, the present one marked: select, timers that are due, run what is queued. */
export function TurnStrip({ model, player, step, moment }: TurnStripProps) {
  const words = useMessages(stageWords);
  const present = usePlayer(player, ({ currentTime }) => {
    const at = turnMomentAt(model, step, currentTime, moment.loop);
    return at === undefined ? "" : `${at.turn} ${at.phase}`;
  });
  const [number = "", phase] = present.split(" ");
  const turn = useMemo(() => (number === "" ? undefined : readTurn(model, Number(number))), [model, number]);
  if (!hasTurns(model)) return <p className="stage-turn">{words.noTurnsMeasured}</p>;
  if (turn === undefined) return <p className="stage-turn">{words.noTurn}</p>;
  const { handles, queued, waited } = turn;
  // What will come while `select` waits, the loop does not know either.
  const isKnown = phase !== "select";
  const timers = handles.filter(({ kind }) => kind === "timer");
  const shown = handles.filter(({ kind }) => kind !== "own");
  const begun =
    phase === "run"
      ? countUpTo(
          shown.map((handle) => handle.step),
          step,
        )
      : 0;
  const left = phase === "run" && moment.detail === "counts" ? countUpTo(queued, step) : 0;
  const names = timers.map(({ task }) => model.trace.names[task] ?? "");
  const due = names.length > MOST_NAMES ? writeCount(names.length) : names.join(words.separator);
  return (
    <ol className="stage-turn" aria-label={words.turnLabel(turn.turn)}>
      <li>{words.turn(turn.turn)}</li>
      <Phase
        nth={1}
        is={phase === "select"}
        name={words.select}
        fact={
          phase === "select" ? words.selecting : words.selected(String(Number((waited / 1000).toFixed(3))))
        }
      />
      <Phase
        nth={2}
        is={phase === "timers"}
        name={words.timersDue}
        fact={isKnown && (due === "" ? words.noTimers : due)}
      />
      <Phase
        nth={3}
        is={phase === "run"}
        name={isKnown ? (shown.length === 0 ? words.runOwn : words.run(shown.length)) : words.runLater}
        fact={
          !isKnown || shown.length === 0 ? undefined : shown.length <= MOST_MARKS ? (
            <Marks all={shown.length} begun={begun} label={words.ran(begun, shown.length)} />
          ) : (
            words.ran(begun, shown.length)
          )
        }
      />
      {left > 0 && <li>{words.left(left)}</li>}
    </ol>
  );
}

interface PhaseProps {
  readonly nth: number;
  readonly is: boolean;
  readonly name: string;
  readonly fact: React.ReactNode;
}

const Phase = ({ nth, is, name, fact }: PhaseProps) => (
  <li aria-current={is ? "step" : undefined}>
    <i>{nth}</i>
    <b>{name}</b>
    <span>{fact}</span>
  </li>
);

/** One small square for each entry: begun ones are filled, the last of them is at it. */
const Marks = ({
  all,
  begun,
  label,
}: {
  readonly all: number;
  readonly begun: number;
  readonly label: string;
}) => (
  <span className="stage-turn-marks" role="img" aria-label={label}>
    {Array.from({ length: all }, (_, k) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the marks of a turn are its places, and never move
      <u key={k} data-begun={k < begun || undefined} data-last={k === begun - 1 || undefined} />
    ))}
  </span>
);
