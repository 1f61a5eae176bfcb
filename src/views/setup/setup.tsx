import { useRef, useState } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { setupMessages } from "#i18n/setup.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { TaskId } from "#trace/trace.ts";
import { DraftsContext } from "#ui/draft-field.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { firstSeen, leaveFocusTo } from "#ui/leave-focus.ts";
import { Tabs } from "#ui/tabs.tsx";
import { type JsonDraft, JsonEditor } from "./json-editor.tsx";
import { useRowIds } from "./row-ids.ts";
import { SetupForm } from "./setup-form.tsx";
import "./setup.css";

interface SetupProps {
  readonly scenario: Scenario;
  /** Edits with the same key in a row belong to one undo step. */
  onChange(next: Scenario, edit: { readonly key: string }): void;
  onClose(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  onUndo(): void;
  onRedo(): void;
  readonly selected: TaskId | undefined;
  onSelect(task: TaskId | undefined): void;
}

const toChip = leaveFocusTo(() => firstSeen(".setup-chip"));

/**
 * The workload and its parameters, as a form or as JSON. The scenario is never kept here: every right change goes to
 * the owner at once; only what is still being typed stays, whichever tab is in front.
 */
export function Setup(props: SetupProps) {
  const { scenario, onChange, onClose, canUndo, canRedo, onUndo, onRedo, selected, onSelect } = props;
  const words = useMessages(setupMessages);
  const [tab, setTab] = useState<"form" | "json">("form");
  const [drafts] = useState(() => new Map());
  const rowIds = useRowIds(scenario.tasks);
  const [jsonDraft, setJsonDraft] = useState<JsonDraft>();
  const [jsonTask, setJsonTask] = useState<string>();
  const editCount = useRef(0);

  function edit(change: (scenario: Scenario) => Scenario, key?: string): void {
    const next = change(scenario);
    if (next === scenario) return;
    editCount.current += 1;
    onChange(next, { key: key ?? `setup:${editCount.current}` });
  }

  return (
    <div ref={toChip} className="setup">
      <Tabs
        label={words.title}
        tabs={[
          { value: "form", label: words.form },
          { value: "json", label: words.json },
        ]}
        value={tab}
        onChange={(next) => {
          setJsonTask(undefined);
          setTab(next);
        }}
        actions={
          <>
            <IconButton icon="undo" label={words.undo} disabled={!canUndo} onClick={onUndo} />
            <IconButton icon="redo" label={words.redo} disabled={!canRedo} onClick={onRedo} />
            <IconButton icon="close" label={words.close} onClick={onClose} />
          </>
        }
      >
        {tab === "form" ? (
          <DraftsContext value={drafts}>
            <SetupForm
              scenario={scenario}
              ids={rowIds}
              edit={edit}
              selected={selected}
              onSelect={onSelect}
              onEditJson={(task) => {
                setJsonTask(task);
                setTab("json");
              }}
            />
          </DraftsContext>
        ) : (
          <JsonEditor
            scenario={scenario}
            draft={jsonDraft}
            onDraft={setJsonDraft}
            showTask={jsonTask}
            onApply={(next) => edit(() => next)}
          />
        )}
      </Tabs>
    </div>
  );
}
