import type { CssPixels } from "#base/units.ts";
import type { TaskState } from "#trace/model-types.ts";
import { isWished } from "./media.ts";
import { hasForcedColors, type SystemColor, systemColor } from "./page-style.ts";

/** The four colours of a state: strokes and solid fills; the pale companion; labels on the panel; labels on it. */
export interface StateColors {
  readonly graphic: string;
  readonly fill: string;
  readonly text: string;
  readonly on: string;
}

/** Everything a canvas needs to know of the page's style, read once per theme. */
export interface Palette {
  /** px for each of the design's 16 px. */
  readonly unit: number;
  readonly gutter: CssPixels;
  /** How high at least what is pressed should be; 0 where a mouse can hit anything. */
  readonly target: CssPixels;
  readonly size: "compact" | "usual" | "presenting";
  /** How much of the future is shown, 0 to 1. */
  readonly ghost: number;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly onInk: string;
  readonly bg: string;
  readonly panel: string;
  readonly sunken: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly threadWidth: CssPixels;
  readonly ui: string;
  readonly mono: string;
  readonly caption: CssPixels;
  readonly small: CssPixels;
  readonly medium: CssPixels;
  readonly states: Readonly<Record<TaskState, StateColors>>;
}

/** In the design's px, as wide and high as a fingertip. */
const TOUCH_TARGET = 44;

const DRAWN = ["created", "ready", "running", "suspended", "blocked", "done", "failed", "cancelled"] as const;

/** Reads the tokens as they hold for `element` now. In forced colours, the system's own take their place. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const forced = hasForcedColors();
  const token = (name: string) => style.getPropertyValue(name).trim();
  const length = (name: string): CssPixels => {
    const value = token(name);
    return Number.parseFloat(value) * (value.endsWith("rem") ? root : 1);
  };
  const color = (name: string, system: SystemColor) => (forced ? systemColor(system, element) : token(name));
  const ofState = (state: string): StateColors => ({
    graphic: color(`--s-${state}`, "CanvasText"),
    fill: color(`--s-${state}-fill`, "Canvas"),
    text: color(`--s-${state}-text`, "CanvasText"),
    on: color(`--s-${state}-on`, "Canvas"),
  });
  const drawn = Object.fromEntries(DRAWN.map((state) => [state, ofState(state)])) as Record<
    (typeof DRAWN)[number],
    StateColors
  >;
  return {
    unit: root / 16,
    gutter: length("--gutter"),
    target: isWished("roomForFingers") ? TOUCH_TARGET * (root / 16) : 0,
    size:
      "present" in document.documentElement.dataset ? "presenting" : innerWidth <= 640 ? "compact" : "usual",
    ghost: Number.parseFloat(token("--ghost")),
    ink: color("--ink", "CanvasText"),
    ink2: color("--ink-2", "CanvasText"),
    ink3: color("--ink-3", "CanvasText"),
    onInk: color("--on-ink", "Canvas"),
    bg: color("--bg", "Canvas"),
    panel: color("--panel", "Canvas"),
    sunken: color("--sunken", "Canvas"),
    line: color("--line", "GrayText"),
    lineStrong: color("--line-strong", "CanvasText"),
    threadWidth: length("--stroke-thread"),
    ui: token("--font-ui"),
    mono: token("--font-mono"),
    caption: length("--fs-cap"),
    small: length("--fs-s"),
    medium: length("--fs-m"),
    states: { ...drawn, absent: drawn.created, pending: drawn.created },
  };
}
