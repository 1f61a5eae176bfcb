import type { Player } from "#player/player-types.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { Bead } from "./bead.tsx";
import { Disc } from "./countdown.tsx";
import { type Point, rightOf } from "./geometry.ts";
import type { StageLayout } from "./layout-stage.ts";
import type { Rope } from "./place-hanging.ts";
import type { StageMoment } from "./stage-moment.ts";
import type { WaitMark } from "./waits.ts";
import "./drawing.css";

interface DrawingProps {
  readonly model: TraceModel;
  readonly player: Player;
  readonly moment: StageMoment;
  readonly layout: StageLayout;
}

/** Everything on the stage that is not text or a button: borders, cable, strings, discs, the bead. Units are rem. */
export function Drawing({ model, player, moment, layout }: DrawingProps) {
  const { zones, size, ropes, waits } = layout;
  const isFrozen = moment.loop === "blocked";
  const isTurning = isFrozen || moment.loop === "running" || moment.loop === "idle";
  const { container, outside } = zones;
  return (
    <svg className="stage-drawing" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      {zones.hasBorder && (
        <rect
          className="stage-border"
          data-frozen={isFrozen || undefined}
          x={container.x}
          y={container.y}
          width={container.w}
          height={container.h}
          rx={0.875}
        />
      )}
      <rect
        className="stage-outside"
        x={outside.x}
        y={outside.y}
        width={outside.w}
        height={outside.h}
        rx={0.5}
      />
      {isTurning && <Bead model={model} player={player} track={container} loop={moment.loop} />}
      {!zones.isNarrow && <Arrows layout={layout} isFrozen={isFrozen} />}
      {ropes.map((rope) => (
        <Cable key={rope.cable.from.x} {...rope} />
      ))}
      {waits.marks.map((mark) => (
        <Mark key={mark.key} mark={mark} player={player} />
      ))}
    </svg>
  );
}

const stateOf = ({ phase, holdsThread }: WaitMark) =>
  phase !== "working" ? "queued" : holdsThread ? "blocked" : "suspended";

function Mark({ mark, player }: { readonly mark: WaitMark; readonly player: Player }) {
  const { center, radius, tie } = mark;
  return (
    <g className="stage-mark" style={{ transform: `translate(${center.x}px, ${center.y}px)` }}>
      {tie !== undefined && (
        <line
          className="stage-tie"
          data-kind={tie.kind}
          x1={tie.from.x - center.x}
          x2={0}
          y1={tie.from.y - center.y}
          y2={-radius}
        />
      )}
      <Disc player={player} wait={mark} radius={radius} state={stateOf(mark)} />
    </g>
  );
}

/** The k-th peg is that of the k-th task which hangs, and goes where it goes. */
function Cable({ cable, hanging }: Rope) {
  const { from, to, sag, pegs } = cable;
  const middle = (from.x + to.x) / 2;
  return (
    <g className="stage-cable" data-slack={sag > 0 || undefined}>
      <path d={`M${from.x} ${from.y}Q${middle} ${from.y + 2 * sag} ${to.x} ${to.y}`} />
      {[from, to].map((end) => (
        <circle key={end.x} cx={end.x} cy={end.y} r={0.25} />
      ))}
      {pegs.map(({ top, bottom }, k) => (
        <g key={hanging[k] ?? `group ${k}`} style={{ transform: `translate(${top.x}px, ${top.y}px)` }}>
          <line x1={0} x2={bottom.x - top.x} y1={0} y2={bottom.y - top.y} />
          <circle r={0.1875} />
        </g>
      ))}
    </g>
  );
}

/** From the queue to the seats, and on to the cable; barred when nobody can leave the seat. */
function Arrows({ layout, isFrozen }: { readonly layout: StageLayout; readonly isFrozen: boolean }) {
  const { queue, seats, hang, token } = layout.zones;
  const y = queue.y + token / 2;
  const first = { from: { x: rightOf(queue) + 0.3125, y }, to: { x: seats.x - 0.3125, y } };
  const second =
    hang === undefined
      ? undefined
      : { from: { x: rightOf(seats) + 0.3125, y }, to: { x: hang.x - 0.3125, y } };
  return (
    <>
      <Arrow {...first} isBarred={false} />
      {second !== undefined && <Arrow {...second} isBarred={isFrozen} />}
    </>
  );
}

function Arrow({
  from,
  to,
  isBarred,
}: {
  readonly from: Point;
  readonly to: Point;
  readonly isBarred: boolean;
}) {
  const end = isBarred
    ? `M${to.x - 0.125} ${to.y - 0.375}v.75`
    : `M${to.x - 0.25} ${to.y - 0.25}l.25 .25l-.25 .25`;
  const line = `M${from.x} ${from.y}H${isBarred ? to.x - 0.125 : to.x}`;
  return <path className="stage-arrow" data-barred={isBarred || undefined} d={line + end} />;
}
