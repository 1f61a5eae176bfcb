import "#app/tokens.css";
import "#app/base.css";
import { createRoot } from "react-dom/client";
import { simulate } from "#engine/simulate.ts";
import { LanguageContext } from "#i18n/messages.tsx";
import { createPlayer } from "#player/player.ts";
import type { Scenario } from "#scenario/scenario.ts";
import { addTick, wake } from "#state/frame-loop.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { prepareSurfaces } from "#ui/canvas/surface.ts";
import { Timeline } from "#views/timeline/timeline.tsx";
import { createView } from "#views/timeline/view.ts";
import { mountAggregate, mountBare } from "./bare.ts";
import { type Columns, generateColumns } from "./columns.ts";
import { modelOfColumns } from "./model-of-columns.ts";

/*
 * The real timeline on a large trace, or a bare loop on the same one.
 *   ?trace=URL        spans as JSON columns (columns.ts)
 *   ?size=10000x5     generated: lanes × spans of each
 *   ?tasks=3          a simulated run of so many coroutines that sleep
 *   &bare=1           the bare loop over the lanes in view; &bare=aggregate: over all lanes
 */

/** What a program that drives the page can do, once `__ready`. */
interface Control {
  /** Shows the part of the trace between two fractions of its length, with the next frame. */
  setView(from: number, to: number): void;
  setAllLanes(all: boolean): void;
  play(): void;
}

declare global {
  interface Window {
    __ready?: boolean;
    __ctl?: Control;
    /** From the model's being there to the first picture, in ms. */
    __firstPaint?: number;
    /** Kept, so that a bare page holds the trace that it shows, too. */
    __model?: TraceModel;
  }
}

const query = new URLSearchParams(location.search);
const root = document.getElementById("root") as HTMLElement;

async function readColumns(): Promise<Columns> {
  const url = query.get("trace");
  if (url) return (await fetch(url)).json();
  const [lanes = 1000, perLane = 10] = (query.get("size") ?? "1000x10").split("x").map(Number);
  return generateColumns(lanes, perLane);
}

function sleepers(count: number): Scenario {
  const tasks = Array.from({ length: count }, (_, k) => ({
    name: `t${k}`,
    steps: [{ kind: "sleep" as const, ms: 2000 + (k % 7) * 100 }],
  }));
  return { mode: "async", tasks };
}

function mountTimeline(model: TraceModel): Control {
  const player = createPlayer();
  player.load(model.trace);
  addTick(player.tick);
  const view = createView();
  createRoot(root).render(
    <LanguageContext value="en">
      <Timeline
        model={model}
        player={player}
        selected={undefined}
        view={view}
        onSelect={() => {}}
        hovered={undefined}
        onHover={() => {}}
      />
    </LanguageContext>,
  );
  return {
    setView: view.show,
    setAllLanes: view.setAllLanes,
    play() {
      player.play();
      wake();
    },
  };
}

function mountLoop(draw: (from: number, to: number) => void): Control {
  draw(0, 1);
  return { setView: draw, setAllLanes() {}, play() {} };
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** A picture is there when it has been drawn, by whichever thread, and two more frames have shown it. */
async function painted(): Promise<void> {
  const isDrawn = () => root.querySelector(bare ? "canvas" : "[data-picture=painted]") !== null;
  while (!isDrawn()) await frame();
  await frame();
  await frame();
}

// As the page does before it has a trace. It computes that in another thread, so that the one that draws can come
// meanwhile; here, it is given the time before this thread computes and can answer nobody.
prepareSurfaces();
await new Promise((resolve) => setTimeout(resolve, 500));
const tasks = Number(query.get("tasks"));
const columns = tasks ? undefined : await readColumns();
const scenario = sleepers(tasks || 1);
const model = columns ? modelOfColumns(columns) : buildTraceModel(simulate(scenario), scenario);
window.__model = model;
const start = performance.now();
const bare = query.get("bare");
if (bare && columns)
  window.__ctl = mountLoop((bare === "aggregate" ? mountAggregate : mountBare)(root, columns));
else window.__ctl = mountTimeline(model);
await painted();
window.__firstPaint = performance.now() - start;
window.__ready = true;
