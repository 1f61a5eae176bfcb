import type { Milliseconds } from "#base/units.ts";
import type { LivingState } from "#trace/statistics/task-times.ts";
import "./time-bar.css";

/** How long something was in one state. */
export interface TimeInState {
  readonly state: LivingState;
  readonly ms: Milliseconds;
}

interface TimeBarProps {
  readonly spent: readonly TimeInState[];
  /** What the whole width stands for. */
  readonly total: Milliseconds;
}

/** Times side by side, in the shapes of the lanes; beside it stand the numbers. */
export function TimeBar({ spent, total }: TimeBarProps) {
  return (
    <span className="statistics-bar" aria-hidden="true">
      {spent.map(
        ({ state, ms }) =>
          ms > 0 && (
            <span
              key={state}
              className="statistics-fill"
              data-state={state}
              style={{ width: `${(100 * ms) / total}%` }}
            />
          ),
      )}
    </span>
  );
}

/** The shape of a state, small, beside its name. */
export function TimeSign({ state }: { readonly state: LivingState }) {
  return <span className="statistics-fill statistics-sign" data-state={state} aria-hidden="true" />;
}
