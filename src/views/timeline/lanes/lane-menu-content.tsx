import { type ReactNode, useId } from "react";
import { useStore } from "zustand";
import { lanesWords } from "#i18n/lanes.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stateNames } from "#i18n/states.ts";
import type { Player } from "#player/player-types.ts";
import type { TaskState } from "#trace/model-types.ts";
import type { Run } from "../use-run.ts";
import { laneChoices, SORTS, STATE_ORDER } from "./lane-choice.ts";
import { useLookedAtStep } from "./use-looked-at-step.ts";
import "../state-colors.css";

interface LaneMenuContentProps {
  readonly run: Run;
  readonly player: Player;
}

/** What can be asked of the lanes. It counts the states while it is open. */
export function LaneMenuContent({ run, player }: LaneMenuContentProps) {
  const words = useMessages(lanesWords);
  const names = useMessages(stateNames);
  const radios = useId();
  const choice = useStore(laneChoices);
  const step = useLookedAtStep(run, player, choice, true);
  const { model } = run;
  const { counts } = model.snapshotAt(step, player.getState().currentTime);
  const choose = laneChoices.setState;
  const toggle = (state: TaskState) =>
    choose({
      states: choice.states.includes(state)
        ? choice.states.filter((other) => other !== state)
        : [...choice.states, state],
    });
  return (
    <>
      <fieldset className="lane-menu-choices">
        <legend>{words.order}</legend>
        {SORTS.map((sort) => (
          <Choice
            key={sort}
            type="radio"
            name={radios}
            checked={choice.sort === sort}
            onChange={() => choose({ sort })}
          >
            {words.sorts[sort]}
          </Choice>
        ))}
        <Choice
          type="checkbox"
          checked={choice.direction === "descending"}
          onChange={({ target }) => choose({ direction: target.checked ? "descending" : "ascending" })}
        >
          {words.descending}
        </Choice>
      </fieldset>
      <fieldset className="lane-menu-choices" title={words.statesWhen}>
        <legend>{words.onlyStates}</legend>
        {STATE_ORDER.filter((state) => occurs(run, state)).map((state) => (
          <Choice
            key={state}
            type="checkbox"
            checked={choice.states.includes(state)}
            onChange={() => toggle(state)}
          >
            <span className={`timeline-state-${state}`}>{names[state]}</span>
            <span className="lane-menu-count">{counts[state].toLocaleString("en")}</span>
          </Choice>
        ))}
        <p>{words.statesWhen}</p>
      </fieldset>
      <label className="lane-menu-name">
        {words.name}
        <input
          type="text"
          value={choice.name}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => choose({ name: target.value })}
        />
      </label>
      <Choice
        type="checkbox"
        checked={choice.threads === "summary"}
        onChange={({ target }) => choose({ threads: target.checked ? "summary" : "lanes" })}
      >
        {words.threads}
      </Choice>
    </>
  );
}

/** States that a run may lack throughout are offered only where they occur; the usual ones always. */
function occurs({ legend }: Run, state: TaskState): boolean {
  const isRare = state === "failed" || state === "cancelled" || state === "pending";
  return !isRare || legend.includes(state);
}

interface ChoiceProps extends React.ComponentProps<"input"> {
  readonly children: ReactNode;
}

function Choice({ children, ...input }: ChoiceProps) {
  return (
    <label className="lane-menu-choice">
      <input {...input} />
      {children}
    </label>
  );
}
