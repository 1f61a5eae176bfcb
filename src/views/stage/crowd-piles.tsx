import { writeCount } from "#base/write-number.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stageWords } from "#i18n/stage.ts";
import { stateNames } from "#i18n/states.ts";
import type { Mode } from "#scenario/scenario.ts";
import type { Crowd } from "./crowd.ts";
import type { Box } from "./geometry.ts";
import type { StageLayout } from "./layout-stage.ts";
import "./labels.css";
import "./seat.css";
import "./crowd-piles.css";

interface CrowdPilesProps {
  readonly mode: Mode;
  readonly crowd: Crowd;
  readonly layout: StageLayout;
}

/** Threads, too many to draw a seat for each: a pile of seats for each thing that some of them do. */
export function CrowdPiles({ mode, crowd, layout }: CrowdPilesProps) {
  const words = useMessages(stageWords);
  const states = useMessages(stateNames);
  const { zones, piles } = layout;
  const names = {
    fresh: words.threadNew,
    running: states.running,
    waiting: states.ready,
    blocked: states.blocked,
    idle: mode === "threads" || mode === "processes" ? words.threadEnded : words.free,
  };
  return (
    <>
      {!zones.isNarrow && (
        <p className="stage-heading" style={{ left: `${zones.seats.x}rem`, top: `${zones.headingY}rem` }}>
          {(mode === "processes" ? words.processes : words.threads)(crowd.threads)}
        </p>
      )}
      {piles.map((pile) => {
        const isFree = pile.kind === "fresh" || pile.kind === "idle";
        return (
          <div
            key={pile.kind}
            className="stage-seat"
            data-look="pile"
            data-kind={mode === "processes" ? "process" : undefined}
            data-state={isFree ? "free" : pile.kind}
            style={boxStyle(pile)}
          >
            <p className="stage-heading">{names[pile.kind]}</p>
            {isFree && (
              <div className="stage-slot" style={boxStyle(within(pile, pile.place))}>
                {writeCount(pile.count)}
              </div>
            )}
          </div>
        );
      })}
    </>
  );
}

const within = (outer: Box, box: Box): Box => ({ ...box, x: box.x - outer.x, y: box.y - outer.y });

const boxStyle = ({ x, y, w, h }: Box) => ({
  left: `${x}rem`,
  top: `${y}rem`,
  width: `${w}rem`,
  height: `${h}rem`,
});
