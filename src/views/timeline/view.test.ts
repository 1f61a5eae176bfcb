import { describe, expect, it } from "vitest";
import { recordingContext } from "#ui/canvas/recording-pen.ts";
import { frameOf } from "./frame-of.ts";
import type { Geometry } from "./geometry.ts";
import { goldenModel } from "./golden-model.ts";
import { createAxis } from "./time-scale.ts";
import { createView, mostScroll } from "./view.ts";

const GUTTER = 112;
/** What the plot shows at zoom 1 is this wide. */
const FIT = 676;
const MOST_ZOOM = 16;

/** A view of a run of several tasks, true to scale. */
function viewed() {
  const model = goldenModel("as-completed-error");
  const { palette, layout } = frameOf({ ctx: recordingContext().ctx, model, step: 0 });
  const axis = createAxis(model, undefined, { fit: FIT, unit: 1, magnify: false });
  const view = createView();
  const geometry: Geometry = {
    ...{ palette, layout, summary: undefined, mostZoom: MOST_ZOOM, width: GUTTER + FIT + 28 },
    get scale() {
      return axis(view.zoom);
    },
  };
  const box = { scrollTop: 0 } as HTMLElement;
  view.attach(geometry, box);
  return { view, geometry, box };
}

describe("a view", () => {
  it("shows the whole run at first, and cannot be scrolled", () => {
    const { view } = viewed();
    view.scrollTo(50);
    expect({ zoom: view.zoom, x: view.scrollX, can: view.canScroll }).toEqual({ zoom: 1, x: 0, can: false });
  });

  it("keeps what stands under the pointer where it is, however it is zoomed", () => {
    const { view, geometry } = viewed();
    const share = () => (300 - GUTTER + view.scrollX) / geometry.scale.width;
    const before = share();
    view.zoomBy(4, 300);
    expect(view.zoom).toBe(4);
    expect(share()).toBeCloseTo(before, 9);
    view.zoomBy(0.5, 300);
    expect(share()).toBeCloseTo(before, 9);
  });

  it("shows a part of the run as wide as the plot", () => {
    const { view } = viewed();
    view.show(0.25, 0.5);
    expect(view.zoom).toBe(4);
    expect(view.scrollX).toBeCloseTo(FIT, 6);
  });

  it("is neither zoomed nor scrolled further than there is anything to see", () => {
    const { view, geometry } = viewed();
    view.zoomBy(1000, 300);
    expect(view.zoom).toBe(MOST_ZOOM);
    view.scrollTo(Number.POSITIVE_INFINITY);
    expect(view.scrollX).toBe(mostScroll(geometry));
    view.zoomBy(0.0001, 300);
    expect([view.zoom, view.scrollX]).toEqual([1, 0]);
  });

  it("tells of each change, and not where nothing has changed", () => {
    const { view } = viewed();
    const seen: number[] = [];
    const stop = view.subscribe(() => seen.push(view.scrollX));
    view.show(0, 0.5);
    view.scrollTo(10);
    view.scrollTo(10);
    stop();
    view.scrollTo(20);
    expect(seen).toEqual([0, 10]);
  });

  it("brings a row that was opened from all lanes at once into the middle", () => {
    const { view, geometry, box } = viewed();
    view.setAllLanes(true);
    view.openRow(3);
    view.attach(geometry, box);
    const { taskTop, taskHeight, viewTop, height } = geometry.layout;
    expect(view.allLanes).toBe(false);
    expect(taskTop + 3.5 * taskHeight - box.scrollTop).toBeCloseTo((viewTop + height) / 2, 6);
  });
});
