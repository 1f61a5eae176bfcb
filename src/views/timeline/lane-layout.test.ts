import { describe, expect, it } from "vitest";
import {
  hasRoomForThreads,
  type LaneRequest,
  layoutLanes,
  MINIMAP_HEIGHT,
  namedRows,
  rowY,
  scrollToRow,
  stripBox,
  taskY,
  threadY,
  visibleRows,
} from "./lane-layout.ts";
import { asGiven } from "./lane-order.ts";

const usual: LaneRequest = { height: 252, unit: 1, threads: 1, order: asGiven(3), size: "usual" };

describe("lanes", () => {
  it("share the height when they fit, and nothing scrolls", () => {
    const layout = layoutLanes(usual);
    expect(layout.overflow).toBe(0);
    expect(layout.taskHeight).toBeGreaterThan(38);
    expect(taskY(layout, 3, 0) + layout.taskHeight / 2).toBeLessThanOrEqual(252);
  });

  it("are never higher than 84 px or lower than 24", () => {
    expect(layoutLanes({ ...usual, height: 2000 }).taskHeight).toBe(84);
    expect(layoutLanes({ ...usual, order: asGiven(500) }).taskHeight).toBe(24);
  });

  it("do not scroll by less than half a pixel, at whatever height they just fit", () => {
    for (let tasks = 1; tasks < 40; tasks++)
      for (let height = 60; height < 1000; height += 0.25) {
        const { overflow } = layoutLanes({ ...usual, height, order: asGiven(tasks) });
        if (overflow > 0 && overflow < 0.5) expect.fail(`${tasks} tasks in ${height} px: ${overflow}`);
      }
  });

  it("scroll by exactly what is missing, so that the last one can be seen in full", () => {
    const layout = layoutLanes({ ...usual, order: asGiven(500) });
    const bottom = taskY(layout, 500, layout.overflow) + layout.taskHeight / 2;
    expect(bottom).toBeLessThanOrEqual(layout.height);
    expect(bottom).toBeGreaterThan(layout.height - layout.taskHeight);
  });

  it("keep the threads in place while the tasks scroll", () => {
    const layout = layoutLanes({ ...usual, order: asGiven(500) });
    expect(layout.sticky).toBe(true);
    expect(threadY(layout, 0, 1000)).toBe(threadY(layout, 0, 0));
    expect(taskY(layout, 1, 1000)).toBe(taskY(layout, 1, 0) - 1000);
  });

  it("scroll together when the threads alone would take more than half of the room", () => {
    const layout = layoutLanes({ ...usual, threads: 41, order: asGiven(41) });
    expect(layout.sticky).toBe(false);
    expect(layout.viewTop).toBe(layout.axis);
    expect(threadY(layout, 0, 100)).toBe(threadY(layout, 0, 0) - 100);
  });

  it("have their threads in place beside them, unless these would take more than half of the room", () => {
    const hasRoom = (threads: number, tasks: number, height = 252) =>
      hasRoomForThreads({ height, unit: 1, size: "usual", order: asGiven(tasks) }, threads);
    expect(hasRoom(1, 10_000)).toBe(true);
    expect(hasRoom(3, 5)).toBe(true);
    expect(hasRoom(4, 3), "all fit, and nothing scrolls").toBe(true);
    expect(hasRoom(8, 100)).toBe(false);
    expect(hasRoom(13, 12)).toBe(false);
    expect(hasRoom(10_001, 10_000)).toBe(false);
    expect(hasRoom(13, 12, 800)).toBe(true);
  });

  it("stay in place wherever there is room for them, a minimap there or not", () => {
    for (let threads = 1; threads < 12; threads++)
      for (const tasks of [50, 500])
        for (let height = 150; height < 900; height += 7) {
          const order = asGiven(tasks);
          if (!hasRoomForThreads({ height, unit: 1, size: "usual", order }, threads)) continue;
          const layout = layoutLanes({ ...usual, height: height - MINIMAP_HEIGHT, threads, order });
          expect(layout.sticky, `${threads} threads in ${height} px`).toBe(true);
        }
  });

  it("give a finger its 44 px where they can, before threads get more than they need", () => {
    const touched = { ...usual, height: 330, threads: 3, order: asGiven(5), target: 44 };
    expect(layoutLanes({ ...touched, target: 0 }).taskHeight).toBeLessThan(44);
    const { taskHeight, threadHeight, overflow } = layoutLanes({ ...touched, height: 345 });
    expect(taskHeight).toBeGreaterThanOrEqual(44);
    expect(threadHeight).toBeGreaterThanOrEqual(24);
    expect(overflow).toBe(0);
    expect(layoutLanes({ ...usual, size: "compact", height: 300, target: 44 }).taskHeight).toBe(48);
  });

  it("that can be seen are few, however many there are", () => {
    const layout = layoutLanes({ ...usual, order: asGiven(100_000) });
    for (const scrollY of [0, 12_345, layout.overflow]) {
      const [first, last] = visibleRows(layout, scrollY);
      expect(last - first).toBeLessThan(12);
      expect(rowY(layout, first, scrollY) + layout.taskHeight / 2).toBeGreaterThan(layout.viewTop);
      expect(rowY(layout, last, scrollY) - layout.taskHeight / 2).toBeLessThan(layout.height);
    }
    expect(visibleRows(layout, 0)[0]).toBe(0);
    expect(visibleRows(layout, layout.overflow)[1]).toBe(99_999);
  });

  it("scroll only as far as needed to show a task", () => {
    const layout = layoutLanes({ ...usual, order: asGiven(500) });
    expect(scrollToRow(layout, 0, 0)).toBe(0);
    expect(scrollToRow(layout, 499, 0)).toBe(layout.overflow);
    const scrollY = scrollToRow(layout, 249, 0);
    expect(taskY(layout, 250, scrollY) + layout.taskHeight / 2).toBeLessThanOrEqual(layout.height);
    expect(scrollToRow(layout, 249, scrollY)).toBe(scrollY);
    const back = scrollToRow(layout, 239, scrollY);
    expect(taskY(layout, 240, back) - layout.taskHeight / 2).toBeGreaterThanOrEqual(layout.viewTop);
  });
});

describe("all lanes at once", () => {
  it("fit whatever their number, the thread's in full", () => {
    for (const count of [3, 50, 10_000]) {
      const layout = layoutLanes({ ...usual, order: asGiven(count), all: true });
      expect(layout.overflow).toBe(0);
      expect(layout.threadHeight).toBeGreaterThanOrEqual(24);
      expect(rowY(layout, count - 1, 0)).toBeLessThan(layout.height);
    }
  });

  it("lose their words and signs when they get low, and then their own rows of pixels", () => {
    const detailOf = (count: number) => layoutLanes({ ...usual, order: asGiven(count), all: true }).detail;
    expect([5, 40, 200].map(detailOf)).toEqual(["shapes", "bars", "shares"]);
  });

  it("have buttons and names only where these have room", () => {
    expect(namedRows(layoutLanes({ ...usual, order: asGiven(100_000), all: true }), 0)).toEqual([0, -1]);
    expect(namedRows(layoutLanes(usual), 0)).toEqual([0, 2]);
  });
});

describe("the heartbeat lane", () => {
  it("lies between the threads and the tasks, and stays in place with the threads", () => {
    const layout = layoutLanes({ ...usual, heartbeats: 1, order: asGiven(500) });
    const [top, height] = stripBox(layout, 0, 1000);
    expect(layout.sticky).toBe(true);
    expect(top).toBeGreaterThan(threadY(layout, 0, 0) + layout.threadHeight / 2);
    expect(top + height).toBeLessThan(layout.separator);
    expect(layout.separator).toBeLessThan(taskY(layout, 1, 0) - layout.taskHeight / 2);
  });

  it("is low where it would otherwise make the lanes scroll", () => {
    expect(layoutLanes({ ...usual, heartbeats: 1 }).heartbeatHeight).toBe(22);
    const full = layoutLanes({ ...usual, threads: 3, order: asGiven(5), heartbeats: 3 });
    expect(full.heartbeatHeight).toBe(14);
    expect(full.overflow).toBeLessThan(2);
  });

  it("holds a strip for each of eight workers, one under the other", () => {
    const layout = layoutLanes({ ...usual, height: 600, threads: 8, order: asGiven(8), heartbeats: 8 });
    const boxes = Array.from({ length: 8 }, (_, k) => stripBox(layout, k, 0));
    for (let k = 1; k < boxes.length; k++) {
      const [above = [0, 0], box = [0, 0]] = [boxes[k - 1], boxes[k]];
      expect(box[0]).toBeGreaterThan(above[0] + above[1]);
      expect(box[1]).toBeGreaterThan(2);
    }
  });

  it("takes no room without heartbeats", () => {
    expect(layoutLanes({ ...usual, heartbeats: 0 })).toEqual(layoutLanes(usual));
    expect(layoutLanes(usual).heartbeatHeight).toBe(0);
  });
});
