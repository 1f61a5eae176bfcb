import type { CSSProperties } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { stageWords } from "#i18n/stage.ts";
import { stateNames } from "#i18n/states.ts";
import type { Player } from "#player/player-types.ts";
import type { Mode, Scenario } from "#scenario/scenario.ts";
import { MAIN } from "#trace/trace.ts";
import type { Box, Rem } from "./geometry.ts";
import type { StageLayout } from "./layout-stage.ts";
import { OutsideLabels } from "./outside-labels.tsx";
import type { Crowd, StageMoment, StageSeat } from "./stage-moment.ts";
import type { Zones } from "./zones.ts";

interface LabelsProps {
  readonly scenario: Scenario;
  readonly player: Player;
  readonly moment: StageMoment;
  readonly layout: StageLayout;
  readonly hasCallbacks: boolean;
  readonly monograms: readonly string[];
}

/** All headings, numbers and notes on the stage. */
export function Labels({ scenario, player, moment, layout, hasCallbacks, monograms }: LabelsProps) {
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
      {moment.crowd !== undefined && <CrowdTally mode={moment.mode} crowd={moment.crowd} zones={zones} />}
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
      <OutsideLabels scenario={scenario} player={player} layout={layout} monograms={monograms} />
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
  const words = useMessages(stageWords);
  const isCounting = moment.detail === "counts";
  const tasks = moment.hanging.filter((task) => task !== MAIN).length;
  const number = tasks < moment.hanging.length ? words.withMain(tasks) : count(tasks);
  const { hang, isNarrow, headingY, queue, token } = layout.zones;
  if (hang === undefined) return null;
  const heading = isNarrow ? { x: queue.x, y: hang.y - 0.6, w: 3.25 } : { x: hang.x, y: headingY, w: hang.w };
  return (
    <>
      <Heading {...heading} text={words.suspended} {...(isNarrow || isCounting ? {} : { count: number })} />
      {moment.hanging.length === 0 && !isCounting && (
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
function CrowdTally({ mode, crowd, zones }: { mode: Mode; crowd: Crowd; zones: Zones }) {
  const words = useMessages(stageWords);
  const states = useMessages(stateNames);
  const { seats, headingY } = zones;
  const rows: readonly (readonly [StageSeat["state"], string, number])[] = [
    ["running", states.running, crowd.running],
    ["blocked", states.blocked, crowd.blocked],
    ["free", words.threadNew, crowd.fresh],
    ["free", mode === "threads" ? words.threadEnded : words.free, crowd.idle],
  ];
  return (
    <>
      <Heading x={seats.x} y={headingY} w={seats.w} text={words.threads(crowd.threads)} />
      <div className="stage-tally" style={place({ ...seats, y: headingY + 1.5, h: seats.h })}>
        {rows
          .filter(([, , n]) => n > 0)
          .map(([state, label, n]) => (
            <p key={label} data-state={state}>
              {count(n)}
              <span>{label}</span>
            </p>
          ))}
      </div>
    </>
  );
}
