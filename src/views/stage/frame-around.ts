import type { StageZone } from "#lessons/lesson.ts";
import { type Box, bottomOf, type Rem } from "./geometry.ts";
import type { Zones } from "./zones.ts";

const MARGIN: Rem = 0.5;
/** Arrows begin and end so far from the zones beside them, less a hair. */
const BEFORE_ARROW: Rem = 0.25;
/** From a zone to where the arrow into it has begun: just behind the zone that it comes from. */
const BEHIND_ARROW: Rem = 1.28125;

/** Where the frame around a part of the stage goes, clear of arrows, headings and buttons; undefined when the mode has no such part. */
export function frameAround(zone: StageZone, zones: Zones): Box | undefined {
  const box = zones[zone];
  if (box === undefined) return undefined;
  const [left, right] = sidesOf(zone, zones.isNarrow);
  const top = topOf(zone, box, zones);
  // Right below the ended stands the heading of the callbacks.
  const bottom = bottomOf(box) + (zone === "ended" ? -MARGIN / 4 : MARGIN / 2);
  return { x: box.x - left, y: top, w: left + box.w + right, h: bottom - top };
}

/** How far beyond its zone the frame goes at the left and at the right. */
function sidesOf(zone: StageZone, isNarrow: boolean): readonly [left: Rem, right: Rem] {
  switch (zone) {
    case "seats":
      return [BEFORE_ARROW, BEFORE_ARROW];
    case "queue":
      return [MARGIN, BEFORE_ARROW];
    case "hang":
      // The way to the cable belongs to it: a bar across it says that nobody can leave the seat.
      return [isNarrow ? MARGIN : BEHIND_ARROW, MARGIN];
    default:
      return [MARGIN, MARGIN];
  }
}

function topOf(zone: StageZone, box: Box, { headingY }: Zones): Rem {
  if (zone === "callbacks") return box.y - 1.375 - MARGIN / 2;
  if (zone === "seats" || zone === "outside") return box.y - MARGIN / 2;
  // A heading stands above the room of the other parts, and belongs to them; above it there is a button.
  return Math.min(box.y - MARGIN / 2, headingY - 0.3125);
}
