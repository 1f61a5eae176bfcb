import { PenRecorder } from "#ui/canvas/pen-recorder.ts";
import { drawTimeline } from "#views/timeline/draw-timeline.ts";
import { frameOf } from "#views/timeline/frame-of.ts";
import { layoutLanes } from "#views/timeline/lane-layout.ts";
import { asGiven } from "#views/timeline/lane-order.ts";
import { createTimeScale } from "#views/timeline/time-scale.ts";
import { generateColumns } from "./e2e/bench/columns.ts";
import { modelOfColumns } from "./e2e/bench/model-of-columns.ts";
const [lanes, per] = (process.argv[2] ?? "1000x10").split("x").map(Number);
const motion = process.argv[3] ?? "zoom";
const model = modelOfColumns(generateColumns(lanes!, per!));
const pen = new PenRecorder((f, t) => t.length * 6);
const base = frameOf({ ctx: pen, model, step: 0 });
const width = 1280, height = 720, fit = 1140;
const order = asGiven(lanes!);
const layout = layoutLanes({ height, unit: 1, size: "usual", threads: 1, order });
const run = (frames: number) => {
  const t = process.cpuUsage();
  let ops = 0;
  for (let k = 0; k < frames; k++) {
    const share = k / frames;
    let from: number, w: number;
    if (motion === "pan") { from = 0.05 + 0.8 * share; w = 0.1; }
    else { w = 0.01 ** (share < 0.5 ? 2 * share : 2 - 2 * share); from = 0.5 - w / 2; }
    const scale = motion === "pan" ? panScale : createTimeScale(model, undefined, { fit, zoom: 1 / w, unit: 1, magnify: true, until: model.total });
    const scrollX = from * scale.width;
    pen.begin(1);
    drawTimeline({ ...base, ctx: pen, layout, scale, width, height, scrollX, now: 112 - scrollX });
    const d = pen.end({ columns: width, rows: height, scale: [1, 1] });
    pen.reuse([d.codes.buffer]);
  }
  const u = process.cpuUsage(t);
  return ((u.user + u.system) / 1000 / frames).toFixed(3);
};
const panScale = createTimeScale(model, undefined, { fit, zoom: 10, unit: 1, magnify: true, until: model.total });
for (let i = 0; i < 4; i++) console.log(run(300));
console.log(run(Number(process.argv[4] ?? 1500)));
