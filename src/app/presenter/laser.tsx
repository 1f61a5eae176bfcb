import { useEffect, useRef } from "react";
import { cancelDraw, requestDraw } from "#state/frame-loop.ts";
import "./laser.css";

/** How many dots follow the first one, each a little later. */
const TRAIL = [1, 2, 3, 4] as const;

/**
 * A dot in the place of the pointer, large enough for the last row; a ring spreads from it when it is pressed. It is
 * moved once a frame while the pointer moves; its trail is the same place, arrived at more slowly (see the stylesheet).
 */
export function Laser() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const { documentElement: root } = document;
    let x = 0;
    let y = 0;
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
  }, []);
  return (
    <div ref={ref} className="laser" aria-hidden="true">
      {TRAIL.map((nth) => (
        <i key={nth} style={{ "--nth": nth } as React.CSSProperties} />
      ))}
      <b />
    </div>
  );
}
