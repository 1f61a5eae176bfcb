import { useMessages } from "#i18n/messages.tsx";
import { setupMessages } from "#i18n/setup.ts";
import { LIMITS } from "#scenario/limits.ts";
import { addProgram, programsOf, removeProgram, renameProgram } from "#scenario/machine-settings.ts";
import { DraftField } from "#ui/draft-field.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { firstSeen, leaveFocusTo } from "#ui/leave-focus.ts";
import { checkProgramName } from "./checks.ts";
import type { SettingsProps } from "./settings.tsx";

const toAdding = leaveFocusTo(() => firstSeen(".setup-add-program"));

/** Programs that are not ours and compute beside it: a list of names. */
export function OtherPrograms({ scenario, edit }: SettingsProps) {
  const words = useMessages(setupMessages);
  const programs = programsOf(scenario);
  const isFull = programs.length >= LIMITS.otherPrograms;
  return (
    <fieldset className="setup-programs">
      <legend>{words.otherPrograms}</legend>
      {programs.map(({ name }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a program is its place in the list, two may share a name
        <div ref={toAdding} key={index} className="setup-program">
          <DraftField
            aria-label={words.otherProgram(index + 1)}
            className="setup-program-name"
            draftKey={`machine.other_programs.${index}`}
            value={name}
            check={checkProgramName(words)}
            show={(text) => text}
            onCommit={(text) =>
              edit((old) => renameProgram(old, index, text), `machine.other_programs.${index}`)
            }
          />
          <IconButton
            icon="remove"
            label={words.remove(name)}
            onClick={() => edit((old) => removeProgram(old, index))}
          />
        </div>
      ))}
      <button
        type="button"
        className="setup-add-program"
        disabled={isFull}
        onClick={() =>
          edit((old) =>
            addProgram(old, words.programNames[programs.length] ?? words.otherProgram(programs.length + 1)),
          )
        }
      >
        {words.addProgram}
      </button>
      <p className="setup-hint">{words.otherProgramsHint}</p>
    </fieldset>
  );
}
