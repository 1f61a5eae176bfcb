import { type PointerEvent, useRef } from "react";
import { writeSeconds } from "#base/write-number.ts";
import { compareMessages } from "#i18n/compare.ts";
import { useMessages } from "#i18n/messages.tsx";
import { workloadMessages } from "#i18n/workload.ts";
import { PAGE_MODES, type PageMode } from "#scenario/page-mode.ts";
import type { Trial, TrialRange } from "#scenario/trial.ts";
import type { Curve } from "#state/comparison/sweep.ts";
import { usePalette } from "#state/use-palette.ts";
import { layOutChart, linesOf, placeNames } from "./chart-layout.ts";
import { CurveSlider } from "./curve-slider.tsx";
import { DASHES } from "./dashes.ts";
import { useBoxSize } from "./use-box-size.ts";
import { writeValue } from "./write-value.ts";

interface CurveChartProps {
  readonly curve: Curve;
  readonly range: TrialRange;
  /** What is looked at now. */
  readonly trial: Trial;
  readonly modes: readonly PageMode[];
  onTry(value: number): void;
}

/** In the design's px: the room for the names, and how far apart they are at least. */
const NAMES = { wide: 190, narrow: 104 };
const NAME_GAP = 18;
const NARROW = 640;

/** A line for each mode, and the value that is looked at, which can be dragged. */
export function CurveChart({ curve, range, trial, modes, onTry }: CurveChartProps) {
  const words = useMessages(compareMessages);
  const { modes: names } = useMessages(workloadMessages);
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useBoxSize(box);
  const unit = usePalette(box)?.unit ?? 16;
  const totals = curve.flatMap((point) => modes.map((mode) => point.totals[mode] ?? 0));
  const room = (width < NARROW * unit ? NAMES.narrow : NAMES.wide) * unit;
  const layout = layOutChart({ width, height }, range, Math.max(1, ...totals), unit, room);
  const shown = curve.map(({ value, totals }) => ({
    value,
    totals: Object.fromEntries(modes.map((mode) => [mode, totals[mode]])),
  }));
  const drag = (event: PointerEvent<HTMLElement>) =>
    onTry(layout.valueAt(event.clientX - event.currentTarget.getBoundingClientRect().left));
  return (
    <div
      className="curve-chart"
      ref={box}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && drag(event)}
    >
      {width > 0 && (
        <svg width={width} height={height} aria-hidden="true">
          {layout.yTicks.map((tick) => (
            <g key={tick}>
              <path className="curve-grid" d={`M${layout.left} ${layout.y(tick)}H${layout.right}`} />
              <text x={layout.left - 8 * unit} y={layout.y(tick)} dy=".35em" textAnchor="end">
                {writeSeconds(tick)}
              </text>
            </g>
          ))}
          {layout.xTicks.map((tick) => (
            <g key={tick}>
              <path className="curve-tick" d={`M${layout.x(tick)} ${layout.bottom}v${5 * unit}`} />
              <text x={layout.x(tick)} y={layout.bottom + 20 * unit} textAnchor="middle">
                {writeValue(trial.axis, tick)}
              </text>
            </g>
          ))}
          {PAGE_MODES.filter((mode) => modes.includes(mode)).flatMap((mode) =>
            linesOf(curve, mode).map((line) => (
              <polyline
                key={`${mode} ${line[0]?.value}`}
                className="curve-line"
                strokeDasharray={DASHES[mode].map((length) => length * unit).join(" ")}
                points={line.map(({ value, total }) => `${layout.x(value)},${layout.y(total)}`).join(" ")}
              />
            )),
          )}
          <path
            className="curve-now"
            d={`M${layout.x(trial.value)} ${layout.top}V${layout.bottom + 5 * unit}`}
          />
          {placeNames(shown, layout, NAME_GAP * unit).map(({ modes, y }) => (
            <text key={modes.join()} className="curve-name" x={layout.right + 8 * unit} y={y} dy=".35em">
              {words.togetherOn(modes.map((mode) => names[mode]))}
            </text>
          ))}
        </svg>
      )}
      <CurveSlider range={range} trial={trial} layout={layout} onTry={onTry} />
    </div>
  );
}
