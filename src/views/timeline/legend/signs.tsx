import type { ReactNode } from "react";
import "../state-colors.css";
import type { LegendEntry } from "./legend-entries.ts";

const LINE = (
  <>
    <path d="M0 8h11" stroke="currentColor" strokeWidth="2.2" />
    <circle cx="12" cy="8" r="3.4" fill="currentColor" />
  </>
);

/** The signs of the lanes, as in `draw-glyph.ts`; here in the page's own language, so that they scale and print. */
export const SIGNS: Readonly<Record<LegendEntry, ReactNode>> = {
  thread: LINE,
  core: LINE,
  predicted: (
    <path d="M0 10.5h14.2V5" fill="none" stroke="currentColor" strokeWidth="2.4" strokeDasharray="4 1.5" />
  ),
  created: (
    <>
      <circle
        cx="4"
        cy="8"
        r="2.9"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="2 1.6"
      />
      <path d="M7.5 8H16" stroke="currentColor" strokeWidth="2" strokeDasharray="2 2.2" />
    </>
  ),
  ready: (
    <>
      <path d="M1 8h14" stroke="currentColor" />
      <path d="M3 8h.01M8 8h.01M13 8h.01" stroke="currentColor" strokeWidth="4.4" strokeLinecap="round" />
    </>
  ),
  running: <rect x="1" y="2.5" width="14" height="11" rx="2" fill="currentColor" />,
  blocked: (
    <>
      <path d="M1.8 3.2h12.4v9.6H1.8z" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="m2 9.5 6-6.2M3.6 12.8l9.2-9.4M9 12.7l5.2-5.2" stroke="currentColor" strokeWidth="1.9" />
    </>
  ),
  suspended: (
    <>
      <path
        d="M1.5 4.5C4 13.6 12 13.6 14.5 4.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.9"
        strokeLinecap="round"
      />
      <path d="M1.7 4.2h.01M14.3 4.2h.01" stroke="currentColor" strokeWidth="3.4" strokeLinecap="round" />
    </>
  ),
  done: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" />
      <path d="m4.9 8.2 2.2 2.2 4-4.4" fill="none" stroke="var(--s-done-on)" strokeWidth="1.8" />
    </>
  ),
  failed: (
    <>
      <rect x="1.7" y="1.7" width="12.6" height="12.6" rx="2" fill="currentColor" />
      <path d="m5.2 5.2 5.6 5.6m0-5.6-5.6 5.6" stroke="var(--s-failed-on)" strokeWidth="1.8" />
    </>
  ),
  cancelled: (
    <>
      <circle cx="8" cy="8" r="5.8" fill="none" stroke="currentColor" strokeWidth="1.7" />
      <path d="m4 12 8-8" stroke="currentColor" strokeWidth="1.7" />
    </>
  ),
  pending: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M5.2 8h.01M8 8h.01M10.8 8h.01" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" />
    </>
  ),
  touch: (
    <>
      <path d="M0 8h16" stroke="currentColor" strokeWidth="1.2" />
      <path d="M4.5 5.4v5.2M11.5 5.4v5.2" stroke="var(--s-running)" strokeWidth="2" />
    </>
  ),
  share: (
    <path d="M1 10.5h3.5V13H1zM4.5 5H8v8H4.5zM8 8.5h3.5V13H8zM11.5 2.5H15V13h-3.5z" fill="currentColor" />
  ),
  threads: <path d="M1 9h5v4H1zM6 3h5v10H6zM11 6h4v7h-4z" fill="currentColor" />,
  dots: (
    <path
      d="M2 3h2v2H2zM8 3h2v2H8zM5 7h2v2H5zM11 7h2v2h-2zM2 11h2v2H2zM8 11h2v2H8zM12 11h2v2h-2z"
      fill="currentColor"
    />
  ),
  callback: <path d="M8 1.8 14.2 8 8 14.2 1.8 8z" fill="currentColor" />,
};
