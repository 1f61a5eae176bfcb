import type { Order, Report } from "../protocol.ts";
import { wallNow } from "../wall-clock.ts";
import { startHeartbeat } from "./heartbeat.ts";
import { Notebook } from "./notebook.ts";
import type { Raised } from "./raised.ts";
import { workInLoop } from "./work-in-loop.ts";
import { workInThread } from "./work-in-thread.ts";
import { WorkerProgram } from "./worker-program.ts";

/**
 * A dedicated worker that is a thread of a live run, or the one thread with its event loop. It does what the page
 * orders, really: it requests, blocks, computes, and reports when what happened.
 */
const report = (message: Report) => postMessage(message);
const notebook = new Notebook(wallNow, (notes) => report({ kind: "notes", notes }));
const broke = (error: unknown) => report({ kind: "broke", message: String(error) });

let program: WorkerProgram | undefined;
let stopHeartbeat = () => {};

self.onmessage = ({ data: order }: MessageEvent<Order>) => {
  try {
    follow(order);
  } catch (error) {
    broke(error);
  }
};

function follow(order: Order): void {
  switch (order.kind) {
    case "begin":
      program = new WorkerProgram(order.assignment, notebook);
      stopHeartbeat = startHeartbeat(wallNow, (ticks) => report({ kind: "beats", ticks }));
      return;
    case "work":
      if (program === undefined) throw new Error("work before begin");
      work(program, order.tasks);
      return;
    case "finish":
      stopHeartbeat();
      report({ kind: "finished" });
  }
}

function work(program: WorkerProgram, tasks: readonly string[]): void {
  if (program.scenario.mode === "async") workInLoop(program, tasks, { ended: tellEnd, broke });
  else tellEnd(workInThread(program, tasks));
}

function tellEnd(error: Raised | undefined): void {
  const at = wallNow();
  notebook.flush();
  report({ kind: "worked", at, ...(error !== undefined && { error: error.text }) });
}

report({ kind: "ready" });
