import { type RefObject, useEffect } from "react";
import { onTimelineCommand, type TimelineCommand } from "#state/timeline-commands.ts";

/** Obeys the page's keys. */
export function useCommands(verbs: RefObject<Readonly<Record<TimelineCommand, () => void>>>): void {
  useEffect(() => onTimelineCommand((command) => verbs.current[command]()), [verbs]);
}
