import type { ReactNode } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { timelineWords } from "#i18n/timeline.ts";
import "./legend.css";
import "./state-colors.css";

type Entry = keyof (typeof timelineWords)["en"]["legend"];

/** The signs of the lanes, as in `draw-glyph.ts`; here in the page's own language, so that they scale and print. */
export const SIGNS: Readonly<Record<Entry, ReactNode>> = {
  thread: (
    <>
      <path d="M0 8h11" stroke="currentColor" strokeWidth="2.2" />
      <circle cx="12" cy="8" r="3.4" fill="currentColor" />
    </>
  ),
  predicted: (
    <path d="M0 10.5h14.2V5" fill="none" stroke="currentColor" strokeWidth="2.4" strokeDasharray="4 1.5" />
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
  callback: <path d="M8 1.8 14.2 8 8 14.2 1.8 8z" fill="currentColor" />,
};

/** A legend with more entries than these leaves out its notes where the timeline is narrow. */
const USUAL_ENTRIES = 6;

/** What the shapes mean, in one row; what has no room is left out rather than cut. */
export function Legend({ entries }: { readonly entries: readonly Entry[] }) {
  const words = useMessages(timelineWords);
  const notes: Partial<Record<Entry, string>> = { blocked: words.holds, suspended: words.letsGo };
  return (
    <ul className="timeline-legend" data-crowded={entries.length > USUAL_ENTRIES || undefined}>
      {entries.map((entry) => (
        <li key={entry} className={`timeline-sign timeline-sign-${entry}`}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            {SIGNS[entry]}
          </svg>
          <span>
            {words.legend[entry]}
            {notes[entry] && <span className="timeline-note">{notes[entry]}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

const EXTRA = ["failed", "cancelled", "pending", "callback"] as const;
type Extra = (typeof EXTRA)[number];

/** The entries every run has, and those that this one adds. */
export function legendEntries(occurs: Readonly<Record<Extra, boolean>>, live: boolean): Entry[] {
  const always: Entry[] = ["ready", "running", "blocked", "suspended", "done"];
  const extra = EXTRA.filter((entry) => occurs[entry]);
  return ["thread", ...(live ? (["predicted"] as const) : []), ...always, ...extra];
}
