import { writeCount } from "#base/write-number.ts";
import { useMessages } from "#i18n/messages.tsx";
import { stateNames } from "#i18n/states.ts";
import { Glyph } from "./glyph.tsx";
import type { GroupBox } from "./groups.ts";
import { placeAt } from "./keyframes.ts";
import "./group.css";

/** The task of a group that is selected, or under the pointer somewhere on the page. */
export interface GroupMark {
  readonly name: string;
  readonly kind: "selected" | "hovered";
}

/** All tasks of a state as one token, filled as far as they are of all. */
export function Group({ group, mark }: { readonly group: GroupBox; readonly mark: GroupMark | undefined }) {
  const states = useMessages(stateNames);
  const { state, zone, count, share, w, h } = group;
  return (
    <div
      className="stage-group"
      data-state={state}
      data-empty={count === 0 || undefined}
      data-spot={zone}
      data-marked={mark?.kind}
      title={states[state]}
      style={{ transform: placeAt(group), width: `${w}rem`, height: `${h}rem` }}
    >
      <i style={{ width: `${100 * share}%` }} />
      <b>
        <Glyph state={state} />
        {writeCount(count)}
      </b>
      {mark !== undefined && <em>{mark.name}</em>}
    </div>
  );
}
