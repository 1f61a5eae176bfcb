import type { CSSProperties } from "react";
import { writeCount } from "#base/write-number.ts";
import { useMessages } from "#i18n/messages.tsx";
import { type StageWords, stageWords } from "#i18n/stage.ts";
import type { Player } from "#player/player-types.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { MAIN } from "#trace/trace.ts";
import { CrowdPiles } from "./crowd-piles.tsx";
import { type Box, type Rem, textWidth } from "./geometry.ts";
import { Glyph } from "./glyph.tsx";
import type { StageLayout } from "./layout-stage.ts";
import { OutsideLabels } from "./outside-labels.tsx";
import type { StageMoment } from "./stage-moment.ts";
import "./labels.css";
import "./ready-turn.css";

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
  const { detail } = moment;
  const isCounting = detail === "counts";
  return (
    <>
      <Heading
        x={zones.queue.x}
        y={zones.headingY}
        w={zones.queue.w}
        text={words.queue[moment.mode]}
        {...(isCounting ? {} : { count: writeCount(moment.queue.length) })}
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
        {...(isCounting && zones.isNarrow ? {} : { count: doneOf(moment, zones.ended.w, words) })}
      />
      {zones.callbacks !== undefined && !zones.isNarrow && (
        <>
          <Heading
            x={zones.callbacks.x}
            y={zones.callbacks.y - 1.25}
            w={zones.callbacks.w}
            text={words.callbacks}
            {...(!hasCallbacks && zones.callbacks.h === 0 && { count: writeCount(0) })}
          />
          {!hasCallbacks && zones.callbacks.h > 0 && <Note box={zones.callbacks} text={words.none} />}
        </>
      )}
      {layout.rests.map(({ zone, box, hidden }) => (
        <p key={`${zone} ${box.x}`} className="stage-rest" style={place(box)}>
          {zone === "callbacks" ? (
            <>
              <Glyph state="callback" />×{writeCount(hidden)}
            </>
          ) : (
            `+${writeCount(hidden)}`
          )}
        </p>
      ))}
      {moment.crowd !== undefined && <CrowdPiles mode={moment.mode} crowd={moment.crowd} layout={layout} />}
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

/** How many of all are done; where the blocks count already and both numbers have no room, how many they all are. */
function doneOf({ counts, taskTotal, detail }: StageMoment, room: Rem, words: StageWords): string {
  const both = `${writeCount(counts.done)}/${writeCount(taskTotal)}`;
  const hasRoom = textWidth(words.ended, 0.8125) + textWidth(both, 0.75) + 0.375 <= room;
  return hasRoom || detail !== "counts" ? both : words.ofAll(taskTotal);
}
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
  const { line } = layout;
  const isCounting = moment.detail === "counts";
  const tasks = moment.hanging.filter((task) => task !== MAIN).length;
  const number =
    tasks < moment.hanging.length && line === undefined ? words.withMain(tasks) : writeCount(tasks);
  const { hang, isNarrow, headingY, queue, token } = layout.zones;
  if (hang === undefined) return null;
  const heading = isNarrow ? { x: queue.x, y: hang.y - 0.6, w: 3.25 } : { x: hang.x, y: headingY, w: hang.w };
  return (
    <>
      <Heading {...heading} text={words.suspended} {...(isNarrow || isCounting ? {} : { count: number })} />
      {line !== undefined && (
        <p
          className="stage-line-name"
          style={{ left: `${line.x}rem`, top: `${isNarrow ? line.y - 0.9375 : headingY + 0.125}rem` }}
        >
          {words.inLine} <b>{writeCount(moment.inLine.length)}</b>
        </p>
      )}
      {moment.hanging.length + moment.inLine.length === 0 && !isCounting && (
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
