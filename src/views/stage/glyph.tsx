import type { ReactElement } from "react";
import type { CallbackMoment, TaskState } from "#trace/model-types.ts";
import "./glyph.css";

type GlyphState = TaskState | CallbackMoment["phase"] | "callback";

const DOTS = (
  <>
    <path d="M1 8h14" strokeWidth="1" />
    <g fill="currentColor" stroke="none">
      <circle cx="3" cy="8" r="2.2" />
      <circle cx="8" cy="8" r="2.2" />
      <circle cx="13" cy="8" r="2.2" />
    </g>
  </>
);
const OPEN = <circle cx="8" cy="8" r="5.5" strokeWidth="1.6" strokeDasharray="2 2.3" />;
const DIAMOND = <path d="M8 1.8 14.2 8 8 14.2 1.8 8Z" fill="currentColor" stroke="none" />;

const SHAPES: Partial<Record<GlyphState, ReactElement>> = {
  created: OPEN,
  pending: OPEN,
  ready: DOTS,
  done: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" stroke="none" />
      <path d="m4.9 8.2 2.2 2.2 4-4.4" className="stage-glyph-cut" strokeWidth="1.8" />
    </>
  ),
  failed: (
    <>
      <rect x="1.7" y="1.7" width="12.6" height="12.6" rx="2" fill="currentColor" stroke="none" />
      <path d="m5.2 5.2 5.6 5.6m0-5.6-5.6 5.6" className="stage-glyph-cut" strokeWidth="1.8" />
    </>
  ),
  cancelled: (
    <>
      <circle cx="8" cy="8" r="5.8" strokeWidth="1.7" />
      <path d="m4 12 8-8" strokeWidth="1.7" />
    </>
  ),
  blocked: (
    <>
      <path d="M1.8 3.2h12.4v9.6H1.8Z" strokeWidth="1.6" />
      <path d="M2 9.5 8 3.3M3.6 12.8l9.2-9.4M9 12.7l5.2-5.2" strokeWidth="1.9" />
    </>
  ),
  callback: DIAMOND,
};

/** The small sign of a state; nothing for the states that a token shows by its own shape. */
export function Glyph({ state }: { readonly state: GlyphState }) {
  const shape = SHAPES[state];
  if (shape === undefined) return null;
  return (
    <svg
      className="stage-glyph"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {shape}
    </svg>
  );
}
