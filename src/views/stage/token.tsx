import { memo } from "react";
import type { TaskId } from "#trace/trace.ts";
import { Glyph } from "./glyph.tsx";
import { placeAt } from "./keyframes.ts";
import type { TokenBox } from "./layout-stage.ts";
import "./token.css";
import "./token-states.css";
import "./token-blocked.css";
import "./ready-turn.css";

interface TokenProps {
  readonly token: TokenBox;
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

/** A task or a callback as a button. */
export const Token = memo(function Token({
  token,
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
  const isShort = look === "chip";
  const glyph = callback === undefined ? state : "callback";
  const hover = () => onHover(task);
  const leave = () => onHover(undefined);
  return (
    <button
      type="button"
      className="stage-token"
      style={{ transform: placeAt(token), width: `${w}rem`, height: `${h}rem` }}
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
      {look !== "dot" && (
        <span className="stage-token-face">
          {(!isShort || callback !== undefined) && <Glyph state={glyph} />}
          <span className="stage-token-name" data-drawn={isShort ? monogram : undefined}>
            {!isShort && (callback === undefined ? name : `${callback}(${name})`)}
          </span>
          {reason !== undefined && look === "large" && <small>{reason}</small>}
        </span>
      )}
    </button>
  );
});
