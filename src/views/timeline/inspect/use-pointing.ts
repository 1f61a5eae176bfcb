import { type RefObject, useEffect } from "react";
import type { TaskId } from "#trace/trace.ts";
import { hitTest, laneAt, type Picture, type Point } from "./hit-test.ts";
import type { InspectionStore } from "./inspection.ts";

/** How long the pointer rests before the card comes; once one is there, the next comes at once. */
const REST_MS = 140;

export interface Pointing {
  /** As it is drawn now; undefined before the page has been laid out. */
  picture(): Picture | undefined;
  readonly inspection: InspectionStore;
  onHover(task: TaskId | undefined): void;
  /** The id of the card, which describes the lane whose name has the focus. */
  readonly card: string;
}

/** Follows the pointer and the focus over the box: says which lane is meant, and lets the card tell of what is there. */
export function usePointing(box: RefObject<HTMLElement | null>, pointing: RefObject<Pointing>): void {
  useEffect(() => {
    const element = box.current;
    return element ? follow(element, pointing) : undefined;
  }, [box, pointing]);
}

function follow(element: HTMLElement, pointing: RefObject<Pointing>): () => void {
  let hovered: TaskId | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const hover = (task: TaskId | undefined) => {
    if (task === hovered) return;
    hovered = task;
    pointing.current.onHover(task);
  };
  const hide = () => {
    clearTimeout(resting);
    const { inspection } = pointing.current;
    if (inspection.getState().pointed) inspection.setState({ pointed: undefined });
  };
  const pointOf = (event: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };

  const show = (event: PointerEvent) => {
    const { picture, inspection } = pointing.current;
    const drawn = picture();
    const hit = drawn && hitTest(drawn, pointOf(event));
    if (!hit) return hide();
    inspection.setState({ pointed: { kind: "hit", hit, x: event.clientX, y: event.clientY } });
  };

  const move = (event: PointerEvent) => {
    // A finger has no way to point without touching; a button that is down is dragging something.
    if (event.pointerType === "touch" || event.buttons !== 0) return;
    const { picture, inspection } = pointing.current;
    const drawn = picture();
    hover(drawn && laneAt(drawn, pointOf(event).y));
    clearTimeout(resting);
    if (inspection.getState().pointed?.kind === "hit") show(event);
    else resting = setTimeout(() => show(event), REST_MS);
  };

  const leave = () => {
    hover(undefined);
    hide();
  };

  const laneOf = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || !target.matches(".timeline-lane:focus-visible")) return undefined;
    const { right, top, height } = target.getBoundingClientRect();
    const drawn = pointing.current.picture();
    const y = top + height / 2;
    const task = drawn && laneAt(drawn, y - element.getBoundingClientRect().top);
    return task === undefined ? undefined : { target, task, x: right, y };
  };

  const focus = (event: FocusEvent) => {
    const lane = laneOf(event);
    if (!lane) return;
    const { target, task, x, y } = lane;
    target.setAttribute("aria-describedby", pointing.current.card);
    hover(task);
    pointing.current.inspection.setState({ pointed: { kind: "lane", task, x, y } });
  };

  const blur = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || !target.matches(".timeline-lane")) return;
    target.removeAttribute("aria-describedby");
    leave();
  };

  const listeners = [
    ["pointermove", move],
    ["pointerleave", leave],
    ["pointerdown", hide],
    ["scroll", hide],
    ["focusin", focus],
    ["focusout", blur],
  ] as const;
  for (const [type, listener] of listeners) element.addEventListener(type, listener as EventListener);
  return () => {
    clearTimeout(resting);
    for (const [type, listener] of listeners) element.removeEventListener(type, listener as EventListener);
  };
}
