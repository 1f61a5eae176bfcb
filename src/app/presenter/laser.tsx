import { type RefObject, useEffect, useRef } from "react";
import { cancelDraw, requestDraw } from "#state/frame-loop.ts";
import "./laser.css";

/** How many dots follow the first one, each a little later. */
const TRAIL = [1, 2, 3, 4] as const;

interface Place {
  readonly x: number;
  readonly y: number;
}

const middle = (): Place => ({ x: innerWidth / 2, y: innerHeight / 2 });

/** Where the pointer was last seen, for as long as it is used; before it has moved, the middle of the page. */
function useLastPlace(): RefObject<Place | undefined> {
  const place = useRef<Place>(undefined);
  useEffect(() => {
    const note = ({ clientX, clientY }: PointerEvent) => {
      place.current = { x: clientX, y: clientY };
    };
    addEventListener("pointermove", note, { capture: true, passive: true });
    return () => removeEventListener("pointermove", note, { capture: true });
  }, []);
  return place;
}

/** Knows from the beginning where the pointer is, so that the dot is there at once when it is `shown`. */
export function Laser({ shown }: { readonly shown: boolean }) {
  const place = useLastPlace();
  return shown && <Dot place={place} />;
}

/**
 * A dot in the place of the pointer, large enough for the last row; a ring spreads from it when it is pressed. It is
 * moved once a frame while the pointer moves; its trail is the same place, arrived at more slowly (see the stylesheet).
 */
function Dot({ place }: { readonly place: RefObject<Place | undefined> }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const { documentElement: root } = document;
    let { x, y } = place.current ?? middle();
    const draw = () => {
      element.style.setProperty("--x", `${x}px`);
      element.style.setProperty("--y", `${y}px`);
      element.dataset.at = "screen";
    };
    const follow = (event: PointerEvent) => {
      x = event.clientX;
      y = event.clientY;
      requestDraw(draw);
    };
    const press = (event: PointerEvent) => {
      follow(event);
      element.dataset.pressed = "";
    };
    const release = () => delete element.dataset.pressed;
    const leave = () => {
      cancelDraw(draw);
      delete element.dataset.at;
    };
    root.dataset.laser = "";
    draw();
    addEventListener("pointermove", follow);
    addEventListener("pointerdown", press, { capture: true });
    addEventListener("pointerup", release, { capture: true });
    addEventListener("pointercancel", release);
    root.addEventListener("pointerleave", leave);
    return () => {
      delete root.dataset.laser;
      cancelDraw(draw);
      removeEventListener("pointermove", follow);
      removeEventListener("pointerdown", press, { capture: true });
      removeEventListener("pointerup", release, { capture: true });
      removeEventListener("pointercancel", release);
      root.removeEventListener("pointerleave", leave);
    };
  }, [place]);
  return (
    <div ref={ref} className="laser" aria-hidden="true">
      {TRAIL.map((nth) => (
        <i key={nth} style={{ "--nth": nth } as React.CSSProperties} />
      ))}
      <b />
    </div>
  );
}
