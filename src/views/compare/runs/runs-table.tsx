import { useMemo, useRef } from "react";
import { compareMessages } from "#i18n/compare.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { Player } from "#player/player-types.ts";
import type { PageMode } from "#scenario/page-mode.ts";
import { usePalette } from "#state/use-palette.ts";
import { isRan, type Row } from "../derive/rows.ts";
import { axisOf } from "./axis.ts";
import { Playhead } from "./playhead.tsx";
import { type RowVerbs, RunRow } from "./run-row.tsx";
import { usePlotExtent } from "./use-plot-extent.ts";
import "./runs-table.css";
import "./runs-blocks.css";

interface RunsTableProps extends RowVerbs {
  readonly rows: readonly Row[];
  readonly player: Player;
  readonly present: PageMode;
  readonly picked: readonly PageMode[];
}

/** The modes, one above the other, on one scale and under one playhead; two of them have room for more. */
export function RunsTable({ rows, player, present, picked, ...verbs }: RunsTableProps) {
  const words = useMessages(compareMessages);
  const box = useRef<HTMLDivElement>(null);
  const palette = usePalette(box);
  const extent = usePlotExtent(box, rows.find(isRan)?.mode);
  const until = Math.max(0, ...rows.filter(isRan).map(({ facts }) => facts.total));
  const unit = palette?.unit ?? 1;
  const axis = useMemo(() => axisOf(until, extent.width, unit), [until, extent.width, unit]);
  const isLarge = rows.length === 2;
  return (
    <div className="compare-runs" data-large={isLarge || undefined}>
      <div className="compare-sheet" ref={box}>
        <table className="compare-table">
          <caption className="visually-hidden">{isLarge ? words.captionTwo : words.caption}</caption>
          <thead>
            <tr className="compare-columns">
              <th scope="col" className="compare-column compare-column-mode">
                {words.mode}
              </th>
              <th scope="col" className="compare-column compare-column-timeline">
                <span className="visually-hidden">{words.timeline}</span>
              </th>
              <th scope="col" className="compare-column compare-column-total">
                {words.total}
              </th>
              <th scope="col" className="compare-column">
                {words.speedUp}
              </th>
              <th scope="col" className="compare-column compare-column-held">
                {words.held}
              </th>
              <th scope="col" className="compare-column">
                {words.switches}
              </th>
              <th scope="col" className="compare-column compare-column-pick" title={words.pickHint}>
                {words.pickShort}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RunRow
                key={row.mode}
                row={row}
                isPresent={row.mode === present}
                isPicked={picked.includes(row.mode)}
                player={player}
                axis={axis}
                width={extent.width}
                palette={palette}
                {...verbs}
              />
            ))}
          </tbody>
        </table>
        {extent.width > 0 && <Playhead player={player} axis={axis} extent={extent} unit={unit} sheet={box} />}
      </div>
    </div>
  );
}
