import { writeCount } from "#base/write-number.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stageWords } from "#i18n/stage.ts";
import type { Player } from "#player/player-types.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { OutsideWork } from "#trace/model-types.ts";
import { TimeLeft } from "./countdown.tsx";
import type { StageLayout } from "./layout-stage.ts";
import type { WaitMark } from "./waits.ts";
import "./outside-labels.css";
import "./labels.css";

interface OutsideLabelsProps {
  readonly scenario: Scenario;
  readonly player: Player;
  readonly layout: StageLayout;
  readonly monograms: readonly string[];
}

/** The text off the thread: what is there, and how long each wait still takes. */
export function OutsideLabels({ scenario, player, layout, monograms }: OutsideLabelsProps) {
  const words = useMessages(stageWords);
  const { zones, waits } = layout;
  const kinds = kindsOf(scenario).map((kind) => words.outsideKinds[kind]);
  return (
    <>
      <p className="stage-outside-name" style={{ left: `${zones.queue.x}rem`, top: `${waits.nameY}rem` }}>
        {words.outside}
        {!zones.isNarrow && <span>{kinds.join(" · ")}</span>}
      </p>
      {waits.marks.map((mark) => (
        <p
          key={mark.key}
          className="stage-left"
          data-label={mark.label.kind}
          style={{ left: `${mark.label.at.x}rem`, top: `${mark.label.at.y}rem` }}
        >
          {mark.label.kind === "tally" ? (
            <Tally mark={mark} player={player} />
          ) : (
            <Left mark={mark} player={player} owners={ownersOf(mark, monograms)} />
          )}
        </p>
      ))}
      {waits.hidden > 0 && (
        <p className="stage-rest" style={{ left: `${waits.rest.x}rem`, top: `${waits.rest.y - 0.6}rem` }}>
          {`+${writeCount(waits.hidden)}`}
        </p>
      )}
    </>
  );
}

/** More owners than this are only counted. */
const MOST_OWNERS = 3;

/** Whom a disc is for, where no tie shows it. */
function ownersOf({ owners, label, count: all }: WaitMark, monograms: readonly string[]): string {
  if (owners.length === 0) return "";
  const isShown = all === 1 || (label.kind === "beside" && all <= MOST_OWNERS);
  return isShown ? owners.map((task) => monograms[task]).join(" ") : `×${writeCount(all)}`;
}

interface MarkProps {
  readonly mark: WaitMark;
  readonly player: Player;
}

/** Narrower than this below a disc, or beside an owner, there is no room for a unit. */
const WITH_UNIT = 2.25;

/** How long it will take, or what it waits for. */
function Left({ mark, player, owners }: MarkProps & { readonly owners: string }) {
  const words = useMessages(stageWords);
  const { due, phase, label } = mark;
  const hasUnit = label.kind === "beside" || (owners === "" && label.room >= WITH_UNIT);
  return (
    <>
      {owners !== "" && <i data-counted={owners.startsWith("×") || undefined}>{owners}</i>}
      {due === undefined ? (
        phase !== "working" && words.waiting[phase]
      ) : (
        <TimeLeft player={player} due={due} />
      )}
      {due !== undefined && hasUnit && " s"}
    </>
  );
}

/** Narrower than this there is only room for how many they are, and of which kind. */
const WITH_NEXT = 7;

/** How many there are of one kind, and when the first of them is over. */
function Tally({ mark, player }: MarkProps) {
  const words = useMessages(stageWords);
  const { count: all, kind, phase, due, label } = mark;
  const isShort = label.room < WITH_NEXT;
  const what =
    phase === "working" ? words[isShort ? "outsideKinds" : "outsideCounts"][kind] : words.waiting[phase];
  return (
    <>
      <b>{writeCount(all)}</b> {!isShort && what}
      <small>
        {isShort
          ? what
          : due !== undefined && (
              <>
                {words.nextDue} <TimeLeft player={player} due={due} /> s
              </>
            )}
      </small>
    </>
  );
}

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
