import type { KeyboardEvent } from "react";
import { compareMessages } from "#i18n/compare.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { Trial, TrialRange } from "#scenario/trial.ts";
import type { ChartLayout } from "./chart-layout.ts";
import { writeValue } from "./write-value.ts";

interface CurveSliderProps {
  readonly range: TrialRange;
  readonly trial: Trial;
  readonly layout: ChartLayout;
  onTry(value: number): void;
}

/** The handle of the value that is looked at: arrows by a step, Page Up and Down by a tenth of the range. */
export function CurveSlider({ range: { least, most, step }, trial, layout, onTry }: CurveSliderProps) {
  const words = useMessages(compareMessages);
  const { axis, value } = trial;
  const leap = step * Math.max(1, Math.round((most - least) / step / 10));
  const go = (to: number) => onTry(Math.min(most, Math.max(least, to)));
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => go(value - step),
    ArrowDown: () => go(value - step),
    ArrowRight: () => go(value + step),
    ArrowUp: () => go(value + step),
    PageDown: () => go(value - leap),
    PageUp: () => go(value + leap),
    Home: () => go(least),
    End: () => go(most),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : keys[event.key];
    if (act === undefined) return;
    act();
    // The page has keys of its own for the same steps.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="curve-slider"
      role="slider"
      tabIndex={0}
      aria-label={words.tryOut(words.axes[axis])}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={value}
      aria-valuetext={words.value[axis](writeValue(axis, value))}
      style={{ left: layout.x(value), top: layout.bottom }}
      onKeyDown={onKeyDown}
    >
      <span>{words.value[axis](writeValue(axis, value))}</span>
    </div>
  );
}
