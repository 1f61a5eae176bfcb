import { type RefObject, useCallback, useEffect, useMemo, useRef } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { type StageWords, stageWords } from "#i18n/stage.ts";
import { stateNames } from "#i18n/states.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import type { StageLayout, TokenBox } from "./layout-stage.ts";
import { reachesOf } from "./reach.ts";
import type { StageMoment } from "./stage-moment.ts";
import { Token } from "./token.tsx";
import { useFlights } from "./use-flights.ts";
import type { Flow } from "./use-flow.ts";

interface TokensProps {
  readonly stage: RefObject<HTMLElement | null>;
  readonly model: TraceModel;
  readonly monograms: readonly string[];
  readonly step: number;
  readonly moment: StageMoment;
  readonly layout: StageLayout;
  readonly flow: Flow | undefined;
  readonly selected: TaskId | undefined;
  readonly hovered: TaskId | undefined;
  onSelect(task: TaskId | undefined): void;
  onHover(task: TaskId | undefined): void;
}

/** Every task that is shown by itself, and every callback, in its place or on its way there. */
export function Tokens(props: TokensProps) {
  const { stage, model, monograms, step, moment, layout, flow, selected, hovered, onSelect, onHover } = props;
  const words = useMessages(stageWords);
  const states = useMessages(stateNames);
  const changed = useChanged(layout.tokens);
  const select = useCallback(
    (task: TaskId) => onSelect(task === selected ? undefined : task),
    [onSelect, selected],
  );
  useFlights(stage, layout.tokens, flow);
  const reaches = useMemo(() => reachesByKey(layout.tokens), [layout.tokens]);
  // In a fixed order, so that a token which changes its zone is moved by its style and not in the document.
  const tokens = [...layout.tokens].sort((a, b) => a.task - b.task || a.key.localeCompare(b.key));
  return tokens.map((token) => {
    const name = model.trace.names[token.task] ?? "";
    const lacks = moment.seats.find((seat) => seat.occupant === token.task)?.lacks;
    const reason =
      token.zone === "hang"
        ? reasonOf(model, moment, token.task, step, words)
        : token.zone === "seat" && lacks !== undefined
          ? words.lacks[lacks]
          : undefined;
    const facts = [stateName(token, words, states), reason, token.turn && words.turns[token.turn]];
    const who = token.callback === undefined ? name : words.callbackOf(token.callback, name);
    const label = `${who}: ${facts.filter((fact) => fact !== undefined).join(", ")}`;
    return (
      <Token
        key={token.key}
        token={token}
        text={layout.size.text ?? 1}
        reach={reaches.get(token.key)}
        name={name}
        monogram={monograms[token.task] ?? ""}
        label={label}
        reason={token.zone !== "hang" || moment.inLine.includes(token.task) ? undefined : reason}
        isSelected={token.task === selected}
        isHovered={token.task === hovered}
        hasChanged={changed.has(token.key)}
        isAlarming={moment.mode === "async" && token.state === "blocked"}
        onSelect={select}
        onHover={onHover}
      />
    );
  });
}

function stateName(
  { callback, zone, state }: TokenBox,
  { callbackPhases }: StageWords,
  states: (typeof stateNames)["en"],
): string {
  if (callback === undefined) return states[state as keyof typeof states];
  return callbackPhases[zone === "seat" ? "running" : (state as keyof typeof callbackPhases)];
}

/** How far tokens can be touched, as an inset; nothing for a mouse, which needs no help. */
function reachesByKey(tokens: readonly TokenBox[]): ReadonlyMap<string, string> {
  if (!matchMedia("(pointer: coarse)").matches) return new Map();
  const reaches = reachesOf(tokens);
  return new Map(
    tokens.map(({ key }, k) => [key, `${-(reaches[k]?.y ?? 0)}rem ${-(reaches[k]?.x ?? 0)}rem`]),
  );
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
