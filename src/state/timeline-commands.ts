/** What the page's keys can ask of the timeline, which alone knows what it shows. */
export type TimelineCommand =
  | "zoomIn"
  | "zoomOut"
  | "fit"
  | "zoomToSelection"
  | "panBack"
  | "panOn"
  | "causes"
  | "measure";

const listeners = new Set<(command: TimelineCommand) => void>();

/** Asks; nothing happens while no timeline is shown. */
export function commandTimeline(command: TimelineCommand): void {
  for (const listener of listeners) listener(command);
}

/** For the timeline. Returns how to stop listening. */
export function onTimelineCommand(listener: (command: TimelineCommand) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
