import type { Milliseconds } from "#base/units.ts";
import { useMessages } from "#i18n/messages.tsx";
import { setupMessages } from "#i18n/setup.ts";
import type { Outcome } from "#scenario/workload.ts";

interface OutcomeSelectProps {
  readonly outcome: Outcome;
  /** How long the server works on the request. */
  readonly ms: Milliseconds;
  onChange(outcome: Outcome): void;
}

const STATUSES = [200, 404, 500];
/** A client of this patience, or of half the delay where that is shorter, gives up before the answer. */
const DEFAULT_PATIENCE: Milliseconds = 1_000;

/** What comes back on a request. */
export function OutcomeSelect({ outcome, ms, onChange }: OutcomeSelectProps) {
  const words = useMessages(setupMessages);
  const chosen = outcome.kind === "status" ? String(outcome.status) : outcome.kind;
  const statuses = outcome.kind === "status" ? [...new Set([...STATUSES, outcome.status])] : STATUSES;

  function choose(value: string): void {
    if (value === "network_error") onChange({ kind: "network_error" });
    else if (value === "timeout")
      onChange({ kind: "timeout", timeoutMs: Math.min(DEFAULT_PATIENCE, Math.floor(ms / 2)) });
    else if (value === "slow_body") onChange({ kind: "slow_body", bodyMs: Math.ceil(ms / 2) });
    else onChange({ kind: "status", status: Number(value) });
  }

  return (
    <select
      className="setup-select setup-row-outcome"
      aria-label={words.outcome}
      value={chosen}
      onChange={({ target }) => choose(target.value)}
    >
      {statuses.map((status) => (
        <option key={status} value={status}>
          {words.status(status)}
        </option>
      ))}
      <option value="slow_body">{words.outcomes.slow_body}</option>
      <option value="network_error">{words.outcomes.network_error}</option>
      <option value="timeout">{words.outcomes.timeout}</option>
    </select>
  );
}
