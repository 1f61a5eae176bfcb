import type { StageZone } from "#lessons/lesson.ts";
import { bottomOf } from "./geometry.ts";
import type { Zones } from "./zones.ts";
import "./pointed-frame.css";

const MARGIN = 0.5;

/** A frame of ink around the part to look at; nothing where the mode has no such part. */
export function PointedFrame({ zone, zones }: { readonly zone: StageZone; readonly zones: Zones }) {
  const box = zones[zone];
  if (box === undefined) return null;
  // A heading stands above the room of most parts, and belongs to them.
  const top = zone === "seats" || zone === "outside" ? box.y : Math.min(box.y, zones.headingY - 0.375);
  const y = zone === "callbacks" ? box.y - 1.375 : top;
  // Right below the ended stands the heading of the callbacks.
  const below = zone === "ended" ? 0 : MARGIN / 2;
  return (
    <div
      className="stage-pointed"
      aria-hidden="true"
      data-zone={zone}
      style={{
        left: `${box.x - MARGIN}rem`,
        top: `${y - MARGIN / 2}rem`,
        width: `${box.w + 2 * MARGIN}rem`,
        height: `${bottomOf(box) - y + MARGIN / 2 + below}rem`,
      }}
    />
  );
}
