import { afterEach, beforeEach, expect, it, vi } from "vitest";

let frames: ((now: number) => void)[] = [];
let now = 0;

/** Lets frames pass, 16 ms apart, until nobody asks for one. */
function settle(most = 100): number {
  let count = 0;
  while (frames.length > 0 && count < most) {
    const due = frames;
    frames = [];
    now += 16;
    for (const frame of due) frame(now);
    count++;
  }
  return count;
}

beforeEach(() => {
  frames = [];
  vi.resetModules();
  vi.stubGlobal("requestAnimationFrame", (frame: (now: number) => void) => frames.push(frame));
});
afterEach(() => vi.unstubAllGlobals());

const load = async () => (await import("./glide.ts")).createGlide;

it("goes all the way in a quarter of a second, ever slower, and then asks for no more frames", async () => {
  const glide = (await load())(() => false);
  const seen: number[] = [];
  glide.run((done) => seen.push(done));
  const count = settle();
  expect(count).toBeLessThan(20);
  expect(seen.at(-1)).toBe(1);
  const steps = seen.slice(1).map((done, k) => done - (seen[k] ?? 0));
  expect(steps.slice(1).every((step, k) => step < (steps[k] ?? 0))).toBe(true);
  expect(frames).toHaveLength(0);
});

it("is there at once where motion is not wanted", async () => {
  const glide = (await load())(() => true);
  const seen: number[] = [];
  glide.run((done) => seen.push(done));
  expect(seen).toEqual([1]);
  expect(frames).toHaveLength(0);
});

it("stays where it is when it is stopped", async () => {
  const glide = (await load())(() => false);
  const seen: number[] = [];
  glide.run((done) => seen.push(done));
  settle(4);
  glide.stop();
  const before = seen.length;
  settle();
  expect(seen).toHaveLength(before);
  expect(seen.at(-1)).toBeLessThan(1);
});
