import type { StageZone } from "#lessons/lesson.ts";
import { frameAround } from "./frame-around.ts";
import type { Zones } from "./zones.ts";
import "./pointed-frame.css";

/** A frame of ink around the part to look at; nothing where the mode has no such part. */
export function PointedFrame({ zone, zones }: { readonly zone: StageZone; readonly zones: Zones }) {
  const frame = frameAround(zone, zones);
  if (frame === undefined) return null;
  return (
    <div
      className="stage-pointed"
      aria-hidden="true"
      data-zone={zone}
      style={{
        left: `${frame.x}rem`,
        top: `${frame.y}rem`,
        width: `${frame.w}rem`,
        height: `${frame.h}rem`,
      }}
    />
  );
}
