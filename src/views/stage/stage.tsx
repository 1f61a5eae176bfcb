import { type CSSProperties, useMemo, useRef } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { type StageWords, stageWords } from "#i18n/stage.ts";
import type { StageZone } from "#lessons/lesson.ts";
import type { Player } from "#player/player-types.ts";
import { usePlayer } from "#state/use-player.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { monogramsOf } from "#trace/monogram.ts";
import { MAIN, type StepIndex, type TaskId } from "#trace/trace.ts";
import { Drawing } from "./drawing.tsx";
import { Group, type GroupMark } from "./group.tsx";
import type { GroupBox } from "./groups.ts";
import { Labels } from "./labels.tsx";
import { castOf, layoutStage } from "./layout-stage.ts";
import { Packets } from "./packets.tsx";
import { PointedFrame } from "./pointed-frame.tsx";
import { queuedAt } from "./ready-turn.ts";
import { Roster } from "./roster.tsx";
import { Seat } from "./seat.tsx";
import { type StageMoment, type StageSeat, stageMomentOf } from "./stage-moment.ts";
import { Title } from "./title.tsx";
import { Tokens } from "./tokens.tsx";
import { hasTurns } from "./turns.ts";
import { useFlow } from "./use-flow.ts";
import { useStageSize } from "./use-stage-size.ts";
import "./stage.css";

interface StageProps {
  readonly model: TraceModel;
  readonly player: Player;
  readonly selected: TaskId | undefined;
  readonly hovered: TaskId | undefined;
  /** The part to look at, if somebody points at one. */
  readonly pointed?: StageZone | undefined;
  onSelect(task: TaskId | undefined): void;
  onHover(task: TaskId | undefined): void;
}

/** One instant of the run, enlarged: who queues, who sits on a thread, who hangs, who is done, and what they wait for. */
export function Stage({ model, player, pointed, ...linked }: StageProps) {
  const words = useMessages(stageWords);
  const element = useRef<HTMLElement>(null);
  const size = useStageSize(element);
  const step = Math.min(
    usePlayer(player, (state) => state.step),
    model.trace.length - 1,
  );
  const isSlow = usePlayer(player, ({ slowMotion }) => slowMotion) && hasTurns(model);
  const flow = useFlow(model, player, step);
  const cast = useMemo(() => castOf(model, words), [model, words]);
  const monograms = useMemo(() => monogramsOf(model.trace.names), [model]);
  const moment = useMemo(() => stageMomentOf(model, step), [model, step]);
  const layout = useMemo(() => {
    if (size === undefined) return undefined;
    const isTurning = isSlow && moment.loop !== "not_started" && moment.loop !== "stopped";
    const queued = isTurning ? queuedAt(model, step) : undefined;
    return layoutStage(moment, (task) => model.stateAt(task, step), cast, size, queued);
  }, [moment, model, step, cast, size, isSlow]);
  return (
    <section
      ref={element}
      className="stage"
      aria-label={words.label}
      data-flows={flow && (flow.isStill ? "still" : "moving")}
      data-narrow={layout?.zones.isNarrow || undefined}
      style={
        flow &&
        ({ "--stage-flight": `${flow.flight}ms`, "--stage-change": `${flow.change}ms` } as CSSProperties)
      }
    >
      <Roster model={model} moment={moment} />
      {layout !== undefined && (
        <>
          <Drawing model={model} player={player} moment={moment} layout={layout} />
          <Title model={model} player={player} step={step} moment={moment} layout={layout} />
          <Labels
            scenario={model.scenario}
            player={player}
            moment={moment}
            layout={layout}
            hasCallbacks={cast.hasCallbacks}
            monograms={monograms}
          />
          {layout.seats.map((box) => (
            <Seat
              key={box.seat.thread.id}
              box={box}
              note={noteOf(moment, box.seat, words)}
              text={layout.size.text ?? 1}
            />
          ))}
          {layout.groups.map((group) => (
            <Group
              key={`${group.zone} ${group.state}`}
              group={group}
              mark={markOf(group, model, step, linked.selected, linked.hovered)}
            />
          ))}
          {pointed !== undefined && <PointedFrame zone={pointed} zones={layout.zones} />}
          <Tokens
            {...linked}
            monograms={monograms}
            stage={element}
            model={model}
            step={step}
            moment={moment}
            layout={layout}
            flow={flow}
          />
          {moment.detail === "counts" && <Packets model={model} step={step} layout={layout} flow={flow} />}
        </>
      )}
    </section>
  );
}

/** Who of a group is selected, else who of it is under the pointer. */
function markOf(
  { state }: GroupBox,
  model: TraceModel,
  step: StepIndex,
  selected: TaskId | undefined,
  hovered: TaskId | undefined,
): GroupMark | undefined {
  const isHere = (task: TaskId | undefined): task is TaskId =>
    task !== undefined && task !== MAIN && model.stateAt(task, step) === state;
  if (isHere(selected)) return { name: model.trace.names[selected] ?? "", kind: "selected" };
  return isHere(hovered) ? { name: model.trace.names[hovered] ?? "", kind: "hovered" } : undefined;
}

function noteOf({ mode }: StageMoment, { nth, lacks }: StageSeat, words: StageWords): string {
  if (lacks !== undefined) return words.lacks[lacks];
  if (mode === "pool") return nth > 1 ? words.nth(nth) : "";
  return mode === "threads" || mode === "processes" ? "" : words.oneSeat;
}
