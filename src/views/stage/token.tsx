import { Glyph } from "./glyph.tsx";
import type { TokenBox } from "./layout-stage.ts";

interface TokenProps {
  readonly token: TokenBox;
  readonly name: string;
  readonly monogram: string;
  /** What a screen reader hears: the name and the state. */
  readonly label: string;
  /** Why it waits, when nothing off the thread shows it. */
  readonly reason: string | undefined;
  readonly isSelected: boolean;
  readonly hasChanged: boolean;
  /** True when its blocking stops a whole event loop. */
  readonly isAlarming: boolean;
  onSelect(): void;
}

/**
 * A task or a callback as a button. It stands where two transforms put it, one for each direction, so that moving
 * both with their own easing makes an arc.
 */
export function Token({
  token,
  name,
  monogram,
  label,
  reason,
  isSelected,
  hasChanged,
  isAlarming,
  onSelect,
}: TokenProps) {
  const { x, y, w, h, look, state, zone, callback } = token;
  const isShort = look === "chip";
  const glyph = callback === undefined ? state : "callback";
  return (
    <div className="stage-token" data-zone={zone} style={{ transform: `translateX(${x}rem)` }}>
      <button
        type="button"
        style={{ transform: `translateY(${y}rem)`, width: `${w}rem`, height: `${h}rem` }}
        data-state={callback === undefined || zone === "seat" ? state : `callback-${state}`}
        data-look={look}
        data-alarm={isAlarming || undefined}
        data-changed={hasChanged || undefined}
        aria-pressed={isSelected}
        aria-label={label}
        title={label}
        onClick={onSelect}
      >
        {look !== "dot" && (
          <span className="stage-token-face">
            {(!isShort || callback !== undefined) && <Glyph state={glyph} />}
            <span className="stage-token-name">
              {isShort ? monogram : callback === undefined ? name : `${callback}(${name})`}
            </span>
            {reason !== undefined && look === "large" && <small>{reason}</small>}
          </span>
        )}
      </button>
    </div>
  );
}
