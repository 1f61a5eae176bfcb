import type { EventDetail } from "#trace/event-types.ts";
import type { Computing } from "./processor.ts";

/**
 * What is told of a thread that needs a core only to go on: that it waits, if it must, and that it goes on, on no core
 * for any time.
 */
export function tellTurn(
  write: (type: "slice_wait" | "slice_start", detail?: EventDetail) => void,
): NonNullable<Computing["tell"]> {
  let isWaiting = false;
  return (type, detail) => {
    if (type === "slice_wait") write(type, detail);
    else if (isWaiting) write("slice_start");
    isWaiting = type === "slice_wait";
  };
}
