import { useMessages } from "#i18n/messages.tsx";
import { stageWords } from "#i18n/stage.ts";
import type { Player } from "#player/player-types.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { OutsideWork } from "#trace/model-types.ts";
import { TimeLeft } from "./countdown.tsx";
import { middleOf, rightOf, textWidth } from "./geometry.ts";
import type { StageLayout } from "./layout-stage.ts";
import "./outside-labels.css";
import "./labels.css";

interface OutsideLabelsProps {
  readonly scenario: Scenario;
  readonly player: Player;
  readonly layout: StageLayout;
}

/** The text off the thread: what is there, and how long each wait still takes. */
export function OutsideLabels({ scenario, player, layout }: OutsideLabelsProps) {
  const words = useMessages(stageWords);
  const { outside, isNarrow, queue } = layout.zones;
  const kinds = kindsOf(scenario).map((kind) => words.outsideKinds[kind]);
  const y = middleOf(outside).y;
  const restX = layout.waits.groups.length > 0 ? rightOf(outside) - 2.5 : outside.x + 8.5;
  const first = layout.waits.marks[0] ?? layout.waits.groups[0];
  const hasRoom =
    first === undefined || first.center.x - first.radius > queue.x + textWidth(words.outside, 0.8125);
  return (
    <>
      {hasRoom && (
        <p className="stage-outside-name" style={{ left: `${queue.x}rem`, top: `${y}rem` }}>
          {words.outside}
          {!isNarrow && <span>{kinds.join(" · ")}</span>}
        </p>
      )}
      {layout.waits.marks
        .filter((mark) => mark.hasLabel)
        .map(({ work, center, radius }) => (
          <p
            key={`${work.task} ${work.start}`}
            className="stage-left"
            style={{ left: `${center.x + radius + 0.4}rem`, top: `${y}rem` }}
          >
            {work.due === undefined ? words.queued : <Left player={player} due={work.due} />}
          </p>
        ))}
      {layout.waits.groups.map(({ center, radius, due, count: n }) => (
        <p
          key={center.x}
          className="stage-left"
          style={{ left: `${center.x + radius + 0.4}rem`, top: `${y}rem` }}
        >
          {due === undefined ? words.queued : <Left player={player} due={due} />}
          {n > 1 && <i>×{count(n)}</i>}
        </p>
      ))}
      {layout.waits.hidden > 0 && (
        <p className="stage-rest" style={{ left: `${restX}rem`, top: `${y - 0.6}rem` }}>
          {layout.waits.groups.length > 0
            ? `+${count(layout.waits.hidden)}`
            : `${count(layout.waits.hidden)}+`}
        </p>
      )}
    </>
  );
}

const count = (n: number): string => n.toLocaleString("en");

const Left = (props: { readonly player: Player; readonly due: NonNullable<OutsideWork["due"]> }) => (
  <>
    <TimeLeft {...props} /> s
  </>
);

/** What this program has waiting for it elsewhere, by the kinds of its steps. */
function kindsOf({ tasks, mode }: Scenario): readonly OutsideWork["kind"][] {
  const steps = tasks.slice(0, 50).flatMap((task) => task.steps);
  const has = {
    timer: steps.some(
      (step) =>
        step.kind === "sleep" || (step.kind === "blocking" && !("how" in step && step.how === "offload")),
    ),
    request: steps.some((step) => step.kind === "io"),
    helper: mode === "async" && steps.some((step) => step.kind === "blocking" && step.how === "offload"),
  };
  return (["timer", "request", "helper"] as const).filter((kind) => has[kind]);
}
