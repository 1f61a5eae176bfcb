import { useEffect } from "react";
import type { InspectionStore } from "./inspection.ts";
import { NOTHING_MEASURED } from "./measure.ts";

/** Escape takes away the card, then what is measured, before it means anything to the rest of the page. */
export function useEscape(inspection: InspectionStore): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { pointed, measure } = inspection.getState();
      const isInDialog = event.target instanceof Element && event.target.closest("dialog") !== null;
      if (event.key !== "Escape" || isInDialog || (!pointed && measure.kind === "none")) return;
      inspection.setState(pointed ? { pointed: undefined } : { measure: NOTHING_MEASURED });
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("keydown", onKeyDown, { capture: true });
    return () => removeEventListener("keydown", onKeyDown, { capture: true });
  }, [inspection]);
}
