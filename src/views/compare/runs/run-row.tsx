import { useMemo } from "react";
import type { CssPixels } from "#base/units.ts";
import { writeClock, writeCount } from "#base/write-number.ts";
import { ratio } from "#base/write-ratio.ts";
import { compareMessages } from "#i18n/compare.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stateNames } from "#i18n/states.ts";
import { workloadMessages } from "#i18n/workload.ts";
import type { Player } from "#player/player-types.ts";
import type { PageMode } from "#scenario/page-mode.ts";
import type { Palette } from "#state/palette.ts";
import { useTimeDrag } from "#state/use-time-drag.ts";
import type { RanRow, Row } from "../derive/rows.ts";
import { sayNote, WORKER_KIND } from "../say.ts";
import { type Axis, axisTime } from "./axis.ts";
import { describeLanes } from "./describe-lanes.ts";
import { Incomparable } from "./incomparable.tsx";
import { NoRun } from "./no-run.tsx";
import { RunPlot } from "./run-plot.tsx";

export interface RowVerbs {
  onOpen(mode: PageMode): void;
  onPick(mode: PageMode): void;
}

interface RunRowProps extends RowVerbs {
  readonly row: Row;
  readonly isPresent: boolean;
  readonly isPicked: boolean;
  readonly player: Player;
  readonly axis: Axis;
  readonly width: CssPixels;
  /** Absent before the page has been laid out. */
  readonly palette: Palette | undefined;
}

/** One mode: what it is, its picture, its numbers; or why it has none. */
export function RunRow(props: RunRowProps) {
  const { row, isPresent, isPicked, onOpen, onPick } = props;
  const words = useMessages(compareMessages);
  const { modes } = useMessages(workloadMessages);
  const name = modes[row.mode];
  return (
    <tr className="compare-row" aria-current={isPresent || undefined} data-mode={row.mode}>
      <th scope="row" className="compare-cell compare-mode">
        <button
          type="button"
          className="compare-open"
          title={words.open(name)}
          disabled={row.status === "refused"}
          onClick={() => onOpen(row.mode)}
        >
          {name}
          {isPresent && <span className="visually-hidden"> ({words.present})</span>}
        </button>
        {row.status === "ended" && <small className="compare-note">{sayNote(row.note, words)}</small>}
        {row.status === "ended" && <Incomparable row={row} />}
      </th>
      {row.status === "ended" ? (
        <>
          <PlotCell {...props} row={row} />
          <Numbers row={row} />
        </>
      ) : (
        <NoRun row={row} />
      )}
      <td className="compare-cell compare-pick">
        <label title={words.pickHint}>
          <input
            type="checkbox"
            checked={isPicked}
            disabled={row.status === "refused" && !isPicked}
            aria-label={words.pickMode(name)}
            onChange={() => onPick(row.mode)}
          />
        </label>
      </td>
    </tr>
  );
}

function PlotCell({ row, player, axis, palette, width }: RunRowProps & { readonly row: RanRow }) {
  const states = useMessages(stateNames);
  const story = useMemo(() => describeLanes(row.model, states), [row.model, states]);
  const unit = palette?.unit ?? 1;
  const dragging = useTimeDrag(player, ({ clientX, currentTarget }) =>
    axisTime(axis, clientX - currentTarget.getBoundingClientRect().left, width, unit),
  );
  return (
    <td className="compare-cell compare-timeline">
      <div className="compare-plot" data-plot {...dragging}>
        {palette && <RunPlot model={row.model} player={player} palette={palette} axis={axis} />}
      </div>
      <span className="visually-hidden">{story}</span>
    </td>
  );
}

function Numbers({ row: { mode, facts, speedUp } }: { readonly row: RanRow }) {
  const words = useMessages(compareMessages);
  const times = speedUp.status === "known" ? speedUp.ratio : speedUp.status === "sync" ? 1 : undefined;
  return (
    <>
      <td className="compare-cell compare-number compare-total" data-label={words.total}>
        <b>{writeClock(facts.total)}</b>
        <small className="compare-unit"> s</small>
      </td>
      <td
        className="compare-cell compare-number compare-speed"
        data-label={words.speedUp}
        data-faster={(times ?? 1) > 1 || undefined}
      >
        {times === undefined ? words.none : words.times(ratio(times))}
      </td>
      <td
        className="compare-cell compare-number compare-held"
        data-label={words.held}
        data-none={facts.held === 0 || undefined}
      >
        <span className="compare-held-time">
          {writeClock(facts.held)}
          <small className="compare-unit"> s</small>
        </span>
        <small className="compare-held-by">
          {words.workers[WORKER_KIND[mode]](facts.threads)}
          {facts.helpers > 0 && ` ${words.helpers(facts.helpers)}`}
        </small>
      </td>
      <td className="compare-cell compare-number compare-switches" data-label={words.switches}>
        {writeCount(facts.switches)}
      </td>
    </>
  );
}
