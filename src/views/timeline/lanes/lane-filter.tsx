import { useStore } from "zustand";
import { lanesWords } from "#i18n/lanes.ts";
import { useMessages } from "#i18n/messages.tsx";
import { Icon } from "#ui/icon.tsx";
import { EVERY_LANE, isFilter, laneChoices } from "./lane-choice.ts";
import "./lane-filter.css";
import type { LaneOrder } from "../lane-order.ts";

interface LaneFilterProps {
  readonly order: LaneOrder;
  /** How many lanes there are without a filter. */
  readonly of: number;
}

/** While lanes are filtered: how many are shown, and the way back to all of them. */
export function LaneFilter({ order, of }: LaneFilterProps) {
  const words = useMessages(lanesWords);
  const filtered = useStore(laneChoices, isFilter);
  const { states, name } = EVERY_LANE;
  return (
    <div className="lane-filter">
      {/* Always in the document, so that what is put into it is spoken. */}
      <output>
        {filtered &&
          (order.count === 0 ? `${words.none} ${words.shown(0, of)}` : words.shown(order.count, of))}
      </output>
      {filtered && (
        <button type="button" onClick={() => laneChoices.setState({ states, name })}>
          {words.showAll}
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
