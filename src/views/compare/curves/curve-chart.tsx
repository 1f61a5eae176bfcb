import { type PointerEvent, useRef } from "react";
import { writeSeconds } from "#base/write-number.ts";
import { compareMessages } from "#i18n/compare.ts";
import { useMessages } from "#i18n/messages.tsx";
import { workloadMessages } from "#i18n/workload.ts";
import type { PageMode } from "#scenario/page-mode.ts";
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
const NAMES = { wide: 190, narrow: 124 };
const NAME_GAP = 18;
const NARROW = 640;

/** A line for each mode, and the value that is looked at, which can be dragged. */
export function CurveChart({ curve, range, trial, modes, onTry }: CurveChartProps) {
  const words = useMessages(compareMessages);
  const { modes: names } = useMessages(workloadMessages);
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useBoxSize(box);
  const unit = usePalette(box)?.unit ?? 1;
  const totals = curve.flatMap((point) => modes.map((mode) => point.totals[mode] ?? 0));
  const isNarrow = width < NARROW * unit;
  const room = (isNarrow ? NAMES.narrow : NAMES.wide) * unit;
  const layout = layOutChart({ width, height }, range, Math.max(1, ...totals), unit, room);
  const lines = linesOf(curve, modes);
  /** Where there is no room beside the chart, one below the other. */
  const nameLines = (each: readonly string[]) => (isNarrow ? each : [words.togetherOn(each)]);
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
          {lines.flatMap(({ modes: [mode], parts }) =>
            parts.map((part) => (
              <g key={`${mode} ${part[0]?.value}`}>
                <polyline
                  className="curve-line"
                  strokeDasharray={DASHES[mode].map((length) => length * unit).join(" ")}
                  points={part.map(({ value, total }) => `${layout.x(value)},${layout.y(total)}`).join(" ")}
                />
                {part.map(({ value, total }) => (
                  <circle key={value} cx={layout.x(value)} cy={layout.y(total)} r={2.5 * unit} />
                ))}
              </g>
            )),
          )}
          <path
            className="curve-now"
            d={`M${layout.x(trial.value)} ${layout.top}V${layout.bottom + 5 * unit}`}
          />
          {placeNames(lines, layout, (line) => NAME_GAP * unit * (isNarrow ? line.modes.length : 1)).map(
            ({ modes, y }) => (
              <text key={modes.join()} className="curve-name" y={y}>
                {nameLines(modes.map((mode) => names[mode])).map((line, k, all) => (
                  <tspan
                    key={line}
                    x={layout.right + 8 * unit}
                    y={y + (k - (all.length - 1) / 2) * NAME_GAP * unit}
                    dy=".35em"
                  >
                    {line}
                  </tspan>
                ))}
              </text>
            ),
          )}
        </svg>
      )}
      <CurveSlider range={range} trial={trial} layout={layout} onTry={onTry} />
    </div>
  );
}
