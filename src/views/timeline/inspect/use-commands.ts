import { type RefObject, useEffect } from "react";
import { onTimelineCommand, type TimelineCommand } from "#state/timeline-commands.ts";

/** Obeys the page's keys while what they do can be seen. */
export function useCommands(
  verbs: RefObject<Readonly<Record<TimelineCommand, () => void>>>,
  seen: boolean,
): void {
  useEffect(
    () => (seen ? onTimelineCommand((command) => verbs.current[command]()) : undefined),
    [verbs, seen],
  );
}
