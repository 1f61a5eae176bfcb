import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { CssPixels } from "#base/units.ts";
import { useGradually } from "#ui/gradually.ts";

/** Up to here all rows stand in the document; above, only those in view. */
const MOST_PLAIN_ROWS = 200;
/** Rows are put in and taken out by so many: what is told apart by place costs time and memory for each. */
const PAGE = 20;
/** So many are put on a page that is being opened at a time. */
const FEW_ROWS = 4;

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);

interface LongTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly count: number;
  /** What scrolls; several tables may stand in it. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** A `<tr>` of as many cells as there are columns, with `index + 2` as its `aria-rowindex`. */
  readonly row: (index: number) => ReactNode;
}

/** A table of any length. */
export function LongTable({ caption, columns, count, scroller, row }: LongTableProps) {
  const many = count > MOST_PLAIN_ROWS;
  const body = useRef<HTMLTableSectionElement>(null);
  const { top, rowHeight } = useMeasures(body, scroller, many);
  const virtual = useVirtualizer({
    count: Math.ceil(count / PAGE),
    enabled: many,
    estimateSize: (page) => Math.min(PAGE, count - page * PAGE) * rowHeight,
    getScrollElement: () => scroller.current,
    overscan: 1,
    scrollMargin: top,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are all measured anew
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const items = many ? virtual.getVirtualItems() : [];
  const [first, after] = [(items[0]?.index ?? 0) * PAGE, ((items.at(-1)?.index ?? -1) + 1) * PAGE];
  const inView = many ? range(first, Math.min(count, after)) : range(0, count);
  const shown = useGradually(inView.length, FEW_ROWS, "unseen");
  const above = (items[0]?.start ?? top) - top;
  const below = many ? virtual.getTotalSize() + top - (items.at(-1)?.end ?? top) : 0;
  return (
    <table aria-rowcount={count + 1} aria-busy={shown < inView.length || undefined}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        <Spacer height={above} columns={columns.length} />
        {inView.slice(0, shown).map(row)}
        <Spacer height={below} columns={columns.length} />
      </tbody>
    </table>
  );
}

interface Measures {
  /** Where the rows begin in what scrolls. */
  readonly top: CssPixels;
  readonly rowHeight: CssPixels;
}

/** Looks after every rendering: what stands above may have grown, and with it or with the page's text, a row. */
function useMeasures(
  body: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  many: boolean,
): Measures {
  const [measures, setMeasures] = useState<Measures>({ top: 0, rowHeight: 28 });
  useLayoutEffect(() => {
    if (!many || !body.current || !scroller.current) return;
    const box = scroller.current;
    const top = body.current.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    const rowHeight = body.current.querySelector("tr[aria-rowindex]")?.getBoundingClientRect().height ?? 28;
    const isNew = Math.abs(top - measures.top) > 1 || Math.abs(rowHeight - measures.rowHeight) > 0.01;
    if (isNew) setMeasures({ top, rowHeight });
  });
  return measures;
}

/** Stands for the rows that are out of view. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
