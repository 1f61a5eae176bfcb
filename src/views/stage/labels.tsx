import type { CSSProperties } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { stageWords } from "#i18n/stage.ts";
import { stateNames } from "#i18n/states.ts";
import type { Player } from "#player/player-types.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { Box, Rem } from "./geometry.ts";
import type { StageLayout } from "./layout-stage.ts";
import { OutsideLabels } from "./outside-labels.tsx";
import type { StageMoment, StageSeat } from "./stage-moment.ts";
import "./labels.css";
import "./ready-turn.css";

interface LabelsProps {
  readonly scenario: Scenario;
  readonly player: Player;
  readonly moment: StageMoment;
  readonly layout: StageLayout;
  readonly hasCallbacks: boolean;
}

/** All headings, numbers and notes on the stage. */
export function Labels({ scenario, player, moment, layout, hasCallbacks }: LabelsProps) {
  const words = useMessages(stageWords);
  const { zones } = layout;
  const { counts, detail } = moment;
  const isCounting = detail === "counts";
  return (
    <>
      <Heading
        x={zones.queue.x}
        y={zones.headingY}
        w={zones.queue.w}
        text={words.queue[moment.mode]}
        {...(isCounting ? {} : { count: count(moment.queue.length) })}
      />
      {moment.queue.length === 0 && !isCounting && (
        <Slot box={{ ...zones.queue, h: zones.token }} text={words.empty} />
      )}
      {zones.hang !== undefined && <HangHeading moment={moment} layout={layout} />}
      <Heading
        x={zones.ended.x}
        y={zones.headingY}
        w={zones.ended.w}
        text={words.ended}
        {...(isCounting && zones.isNarrow
          ? {}
          : { count: `${count(counts.done)}/${count(moment.taskTotal)}` })}
      />
      {zones.callbacks !== undefined && (
        <>
          <Heading
            x={zones.callbacks.x}
            y={zones.callbacks.y - 1.25}
            w={zones.callbacks.w}
            text={words.callbacks}
          />
          {!hasCallbacks && <Note box={zones.callbacks} text={words.none} />}
        </>
      )}
      {layout.rests.map(({ zone, box, hidden }) => (
        <p key={zone} className="stage-rest" style={place(box)}>{`+${count(hidden)}`}</p>
      ))}
      {layout.seats.length === 0 && <Crowd moment={moment} layout={layout} />}
      {layout.turnLines.map(({ zone, box }) => (
        <p
          key={zone}
          className="stage-turn-line"
          data-zone={zone}
          style={{ ...place(box), "--stage-room": `${box.w}rem` } as CSSProperties}
        >
          <span>{words.turns.next}</span>
        </p>
      ))}
      <OutsideLabels scenario={scenario} player={player} layout={layout} />
    </>
  );
}

const count = (n: number): string => n.toLocaleString("en");
const place = (box: Box) => ({
  left: `${box.x}rem`,
  top: `${box.y}rem`,
  width: `${box.w}rem`,
  height: `${box.h}rem`,
});

function Heading({ x, y, w, text, count: number }: { x: Rem; y: Rem; w: Rem; text: string; count?: string }) {
  return (
    <p className="stage-heading" style={{ left: `${x}rem`, top: `${y}rem`, width: `${w}rem` }}>
      {text}
      {number !== undefined && <span>{number}</span>}
    </p>
  );
}

const Slot = ({ box, text }: { readonly box: Box; readonly text: string }) => (
  <div className="stage-slot" style={place(box)}>
    {text}
  </div>
);

const Note = ({ box, text }: { readonly box: Box; readonly text: string }) => (
  <p className="stage-note" style={{ left: `${box.x}rem`, top: `${box.y}rem`, width: `${box.w}rem` }}>
    {text}
  </p>
);

function HangHeading({ moment, layout }: Pick<LabelsProps, "moment" | "layout">) {
  const isCounting = moment.detail === "counts";
  const hanging = isCounting ? moment.counts.suspended : moment.hanging.length;
  const words = useMessages(stageWords);
  const { hang, isNarrow, headingY, queue, token } = layout.zones;
  if (hang === undefined) return null;
  const heading = isNarrow ? { x: queue.x, y: hang.y - 0.6, w: 3.25 } : { x: hang.x, y: headingY, w: hang.w };
  return (
    <>
      <Heading
        {...heading}
        text={words.suspended}
        {...(isNarrow || isCounting ? {} : { count: count(hanging) })}
      />
      {hanging === 0 && !isCounting && (
        <p
          className="stage-note"
          data-centred
          style={{ left: `${hang.x}rem`, top: `${hang.y + token * 0.7}rem`, width: `${hang.w}rem` }}
        >
          {words.nothingHangs}
        </p>
      )}
    </>
  );
}

/** With too many threads to draw a seat for each: how many there are, and how many wait, compute or are free. */
function Crowd({ moment, layout }: { readonly moment: StageMoment; readonly layout: StageLayout }) {
  const words = useMessages(stageWords);
  const states = useMessages(stateNames);
  const { seats, headingY } = layout.zones;
  const numberOf = (state: StageSeat["state"], isFresh?: boolean) =>
    moment.seats.filter(
      (seat) => seat.state === state && (isFresh === undefined || isFresh === (seat.nth === 0)),
    ).length;
  const rows: readonly (readonly [StageSeat["state"], string, number])[] = [
    ["running", states.running, numberOf("running")],
    ["blocked", states.blocked, numberOf("blocked")],
    ...(moment.mode === "threads"
      ? ([
          ["free", words.threadNew, numberOf("free", true)],
          ["free", words.threadEnded, numberOf("free", false)],
        ] as const)
      : ([["free", words.free, numberOf("free")]] as const)),
  ];
  return (
    <>
      <Heading x={seats.x} y={headingY} w={seats.w} text={words.threads(moment.seats.length)} />
      <div className="stage-tally" style={place({ ...seats, y: headingY + 1.5, h: seats.h })}>
        {rows.map(([state, label, n]) => (
          <p key={label} data-state={state}>
            {count(n)}
            <span>{label}</span>
          </p>
        ))}
      </div>
    </>
  );
}
