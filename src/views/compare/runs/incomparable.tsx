import { useMessages } from "#i18n/messages.tsx";
import { stateNames } from "#i18n/states.ts";
import { statisticsMessages } from "#i18n/statistics.ts";
import type { RanRow } from "../derive/rows.ts";

/** Why there is no speed-up against sync, where there is none. */
export function Incomparable({ row: { speedUp, model } }: { readonly row: RanRow }) {
  const { incomparable } = useMessages(statisticsMessages);
  const states = useMessages(stateNames);
  const say = (): string | undefined => {
    switch (speedUp.status) {
      case "otherWork":
        return incomparable.otherWork(
          model.trace.names[speedUp.task] ?? "",
          states[speedUp.here],
          states[speedUp.inSync],
        );
      case "needsLoop":
      case "forgotten":
      case "failed":
        return incomparable[speedUp.status];
      default:
        return undefined;
    }
  };
  const why = say();
  return why === undefined ? null : <small className="compare-why">{why}</small>;
}
