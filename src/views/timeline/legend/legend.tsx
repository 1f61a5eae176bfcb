import { useId, useLayoutEffect, useRef, useState } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { timelineWords } from "#i18n/timeline.ts";
import { fitLegend, type LegendFit } from "./fit-legend.ts";
import type { LegendEntry } from "./legend-entries.ts";
import { SIGNS } from "./signs.tsx";
import "./legend.css";

interface LegendProps {
  readonly entries: readonly LegendEntry[];
  /** False while more are to come. */
  readonly isWhole: boolean;
}

/** What the shapes mean: all that occur. Those without room are behind a button that says how many they are. */
export function Legend({ entries, isWhole }: LegendProps) {
  const words = useMessages(timelineWords);
  const list = useRef<HTMLUListElement>(null);
  const all = useRef<HTMLUListElement>(null);
  const id = useId();
  const { notes, count } = useFit(list, entries);
  const hidden = entries.length - count;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="timeline-legend" aria-busy={!isWhole || undefined}>
      <ul ref={list} className="timeline-signs">
        {entries.map((entry, k) => (
          <Sign key={entry} entry={entry} isLeftOut={k >= count} isNoteLeftOut={!notes} />
        ))}
        <li data-left-out={hidden === 0 || undefined}>
          <button
            type="button"
            className="timeline-legend-more"
            popoverTarget={id}
            aria-label={words.moreSigns(hidden)}
            title={words.moreSigns(hidden)}
          >
            +{hidden}
          </button>
        </li>
      </ul>
      <ul
        ref={all}
        id={id}
        popover="auto"
        className="timeline-legend-all"
        aria-label={words.allSigns}
        onBeforeToggle={({ newState }) => {
          setOpen(newState === "open");
          const box = list.current?.getBoundingClientRect();
          if (newState !== "open" || !box || !all.current) return;
          all.current.style.inset = `auto auto ${innerHeight - box.top + 6}px ${box.left}px`;
        }}
      >
        {isOpen && entries.map((entry) => <Sign key={entry} entry={entry} />)}
      </ul>
    </div>
  );
}

/** All of it, for paper. */
export function WholeLegend({ entries }: Pick<LegendProps, "entries">) {
  return (
    <ul className="timeline-signs">
      {entries.map((entry) => (
        <Sign key={entry} entry={entry} />
      ))}
    </ul>
  );
}

interface SignProps {
  readonly entry: LegendEntry;
  readonly isLeftOut?: boolean;
  readonly isNoteLeftOut?: boolean;
}

function Sign({ entry, isLeftOut = false, isNoteLeftOut = false }: SignProps) {
  const words = useMessages(timelineWords);
  const notes: Partial<Record<LegendEntry, string>> = { blocked: words.holds, suspended: words.letsGo };
  return (
    <li className={`timeline-sign timeline-sign-${entry}`} data-left-out={isLeftOut || undefined}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {SIGNS[entry]}
      </svg>
      <span>
        {words.legend[entry]}
        {notes[entry] && (
          <span className="timeline-note" data-left-out={isNoteLeftOut || undefined}>
            {notes[entry]}
          </span>
        )}
      </span>
    </li>
  );
}

/** How much of it fits, looked at anew when the room or a width of it has changed: the language, the page's text. */
function useFit(list: React.RefObject<HTMLUListElement | null>, entries: readonly LegendEntry[]): LegendFit {
  const which = entries.join();
  const [fit, setFit] = useState<LegendFit>({ notes: true, count: entries.length });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other entries are other elements
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => {
      const next = fitLegend(roomOf(element));
      setFit((known) => (known.notes === next.notes && known.count === next.count ? known : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const each of [element, ...element.children]) observer.observe(each);
    return () => observer.disconnect();
  }, [list, which]);
  return fit;
}

/** What is left out is out of the way, not out of the document: it can still be measured. */
function roomOf(list: HTMLElement): Parameters<typeof fitLegend>[0] {
  const style = getComputedStyle(list);
  const widthOf = (element: Element | null) => element?.getBoundingClientRect().width ?? 0;
  const items = [...list.children];
  const more = widthOf(items.pop() ?? null);
  return {
    entries: items.map((item) => {
      const mark = item.querySelector(".timeline-note");
      const note = widthOf(mark);
      const isOut = mark?.hasAttribute("data-left-out") ?? false;
      return { width: widthOf(item) + (isOut ? note : 0), note };
    }),
    gap: Number.parseFloat(style.columnGap),
    // Not as a whole number, which may be more than there is.
    width: widthOf(list),
    rows: Number.parseInt(style.getPropertyValue("--legend-rows"), 10) || 1,
    more,
  };
}
