import { type CSSProperties, memo } from "react";
import type { TaskId } from "#trace/trace.ts";
import { fitName } from "./fit-name.ts";
import type { Rem } from "./geometry.ts";
import { Glyph } from "./glyph.tsx";
import { placeAt } from "./keyframes.ts";
import type { TokenBox } from "./layout-stage.ts";
import "./token.css";
import "./token-states.css";
import "./token-blocked.css";
import "./token-small.css";
import "./ready-turn.css";

interface TokenProps {
  readonly token: TokenBox;
  /** How much larger text is than at the base size. */
  readonly text: number;
  /** How far around it a finger finds it. */
  readonly reach: string | undefined;
  readonly name: string;
  readonly monogram: string;
  /** What a screen reader hears: the name and the state. */
  readonly label: string;
  /** Why it waits, when nothing off the thread shows it. */
  readonly reason: string | undefined;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
  readonly hasChanged: boolean;
  /** True when its blocking stops a whole event loop. */
  readonly isAlarming: boolean;
  onSelect(task: TaskId): void;
  onHover(task: TaskId | undefined): void;
}

/** Type sizes of the looks, and what a name has beside it: borders, padding, the sign of a state that has one. */
const SIZES = { large: 1, listed: 0.875, small: 0.8125, mini: 0.75 } as const;

function roomFor({ look, w, zone, state }: TokenBox, text: number): readonly [size: Rem, room: Rem] {
  if (zone === "ended")
    return look === "mini" ? [SIZES.mini * text, w - 0.9375] : [SIZES.listed * text, w - 1.5625];
  const size = look === "chip" || look === "dot" ? SIZES.mini : SIZES[look];
  const sign = state !== "ready" && state !== "created" ? 0 : look === "mini" ? 0.875 : 1.25;
  const edges =
    zone === "hang" && look === "large"
      ? 0.625
      : { large: 0.75, small: 0.625, mini: 0.375, chip: 0, dot: 0 }[look];
  return [size * text, w - edges - sign - (state === "blocked" ? 0.375 : 0)];
}

/** A task or a callback as a button. */
export const Token = memo(function Token({
  token,
  text,
  reach,
  name,
  monogram,
  label,
  reason,
  isSelected,
  isHovered,
  hasChanged,
  isAlarming,
  onSelect,
  onHover,
}: TokenProps) {
  const { w, h, look, state, zone, callback, turn, key, task } = token;
  const shown =
    look === "chip" || callback !== undefined ? undefined : fitName(name, ...roomFor(token, text));
  const isShort = look === "chip" || (callback === undefined && shown === undefined);
  const hasGlyph = look !== "chip" || callback !== undefined || zone === "ended";
  const glyph = callback === undefined ? state : "callback";
  const hover = () => onHover(task);
  const leave = () => onHover(undefined);
  return (
    <button
      type="button"
      className="stage-token"
      style={
        {
          transform: placeAt(token),
          width: `${w}rem`,
          height: `${h}rem`,
          ...(reach !== undefined && { "--stage-reach": reach }),
        } as CSSProperties
      }
      data-token={key}
      data-zone={zone}
      data-state={callback === undefined || zone === "seat" ? state : `callback-${state}`}
      data-look={look}
      data-turn={turn}
      data-alarm={isAlarming || undefined}
      data-changed={hasChanged || undefined}
      data-hovered={isHovered || undefined}
      aria-pressed={isSelected}
      aria-label={label}
      title={label}
      onClick={() => onSelect(task)}
      onPointerEnter={hover}
      onPointerLeave={leave}
      onFocus={hover}
      onBlur={leave}
    >
      {look === "dot" && zone === "ended" && <Glyph state={glyph} />}
      {look !== "dot" && (
        <span className="stage-token-face">
          {hasGlyph && <Glyph state={glyph} />}
          <span className="stage-token-name" data-drawn={isShort ? monogram : undefined}>
            {!isShort && (callback === undefined ? shown : `${callback}(${name})`)}
          </span>
          {reason !== undefined && look === "large" && <small>{reason}</small>}
        </span>
      )}
    </button>
  );
});
