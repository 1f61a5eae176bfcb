import { useMessages } from "#i18n/messages.tsx";
import { setupMessages } from "#i18n/setup.ts";
import type { Mode } from "#scenario/scenario.ts";
import type { RequestRow, Row, RowKind, StepsRow, WaitRow } from "#scenario/workload.ts";
import { setDelay, setKind, setOutcome } from "#scenario/workload-edits.ts";
import { DraftField } from "#ui/draft-field.tsx";
import { checkSeconds } from "./checks.ts";
import { describeStep } from "./describe-step.ts";
import { OutcomeSelect } from "./outcome-select.tsx";
import { formatSeconds } from "./seconds.ts";
import type { Edit } from "./settings.tsx";

interface RowStepProps<Shown extends Row> {
  readonly row: Shown;
  readonly mode: Mode;
  readonly index: number;
  readonly id: number;
  readonly edit: Edit;
  onEditJson(): void;
}

/** What a task does: fields for its one step, or a summary of several. */
export function RowStep(props: RowStepProps<Row>) {
  const { row } = props;
  return (
    <>
      {row.kind === "steps" ? <StepsLine {...props} row={row} /> : <StepFields {...props} row={row} />}
      <Extras {...props} />
    </>
  );
}

const THREAD_KINDS = ["request", "wait", "compute"] as const;
const ASYNC_KINDS = [
  "request",
  "blocking_request",
  "wait",
  "blocking_wait",
  "offloaded_wait",
  "compute",
] as const;

/** A thread does not care how a wait is written: there, its forms are one kind. */
function threadKindOf(kind: RowKind): (typeof THREAD_KINDS)[number] {
  if (kind === "compute") return "compute";
  return kind === "request" || kind === "blocking_request" ? "request" : "wait";
}

function StepFields({ row, mode, index, id, edit }: RowStepProps<RequestRow | WaitRow>) {
  const words = useMessages(setupMessages);
  const isAsync = mode === "async";
  const kindNames = isAsync
    ? { ...words.kinds, request: words.kinds.awaited_request, wait: words.kinds.awaited_wait }
    : words.kinds;
  const kinds: readonly RowKind[] = isAsync ? ASYNC_KINDS : THREAD_KINDS;
  const isRequest = row.kind === "request" || row.kind === "blocking_request";
  const timeoutMs = isRequest && row.outcome.kind === "timeout" ? row.outcome.timeoutMs : undefined;
  return (
    <>
      <div className="setup-row-line">
        <select
          className="setup-select setup-row-kind"
          aria-label={words.kind}
          value={isAsync ? row.kind : threadKindOf(row.kind)}
          onChange={({ target }) => edit((old) => setKind(old, index, target.value as RowKind), `${id}.kind`)}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindNames[kind]}
            </option>
          ))}
        </select>
        <SecondsField
          label={words.delay}
          draftKey={`${id}.delay`}
          ms={row.ms}
          onCommit={(ms) => edit((old) => setDelay(old, index, ms), `${id}.delay`)}
        />
        {isRequest && (
          <OutcomeSelect
            outcome={row.outcome}
            ms={row.ms}
            onChange={(outcome) => edit((old) => setOutcome(old, index, outcome), `${id}.outcome`)}
          />
        )}
      </div>
      {timeoutMs !== undefined && (
        <div className="setup-row-line">
          <span>{words.givesUpAfter}</span>
          <SecondsField
            label={words.givesUpAfter}
            draftKey={`${id}.timeout`}
            ms={timeoutMs}
            onCommit={(ms) =>
              edit((old) => setOutcome(old, index, { kind: "timeout", timeoutMs: ms }), `${id}.timeout`)
            }
          />
          {isAsync && row.kind === "blocking_request" ? (
            <p className="setup-hint">{words.blockedTimeout}</p>
          ) : (
            timeoutMs >= row.ms && <p className="setup-hint">{words.answersFirst}</p>
          )}
        </div>
      )}
    </>
  );
}

interface SecondsFieldProps {
  readonly label: string;
  readonly draftKey: string;
  readonly ms: number;
  onCommit(ms: number): void;
}

function SecondsField({ label, draftKey, ms, onCommit }: SecondsFieldProps) {
  const words = useMessages(setupMessages);
  return (
    <DraftField
      className="setup-row-seconds"
      aria-label={label}
      inputMode="decimal"
      suffix={words.seconds}
      draftKey={draftKey}
      value={formatSeconds(ms)}
      check={checkSeconds(words, label)}
      show={formatSeconds}
      onCommit={onCommit}
    />
  );
}

const MAX_DESCRIBED = 20;

function StepsLine({ row, onEditJson }: RowStepProps<StepsRow>) {
  const words = useMessages(setupMessages);
  const described = row.steps.slice(0, MAX_DESCRIBED).map(describeStep).join(" · ");
  return (
    <div className="setup-row-line">
      <span>{words.steps(row.steps.length)}</span>
      <span className="setup-row-steps" title={described}>
        {described}
      </span>
      <button type="button" className="setup-link" onClick={onEditJson}>
        {words.editJson}
      </button>
    </div>
  );
}

/** Names what the row has but does not show. */
function Extras({ row, onEditJson }: RowStepProps<Row>) {
  const words = useMessages(setupMessages);
  if (row.extras.length === 0) return null;
  return (
    <div className="setup-row-line">
      <span className="setup-hint">+ {row.extras.map((field) => words.extras[field]).join(", ")}</span>
      {row.kind !== "steps" && (
        <button type="button" className="setup-link" onClick={onEditJson}>
          {words.editJson}
        </button>
      )}
    </div>
  );
}
