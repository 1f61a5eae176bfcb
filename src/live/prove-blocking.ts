import type { Milliseconds, WallTime } from "#base/units.ts";
import type { Hire } from "./crew.ts";
import type { Note } from "./protocol.ts";

const BLOCKING: Milliseconds = 150;
/** A worker that has not answered by then never will. */
const PATIENCE: Milliseconds = 4000;

/**
 * Whether a worker here can really be blocked without a network: a throw-away worker blocks for a while, and its heart
 * must not beat meanwhile. Never rejects.
 */
export function provesBlocking(hire: Hire): Promise<boolean> {
  return new Promise((resolve) => {
    const notes: Note[] = [];
    const ticks: WallTime[] = [];
    const patience = setTimeout(() => end(false), PATIENCE);
    const worker = hire((report) => {
      if (report.kind === "ready") {
        const tasks = [{ name: "probe", steps: [{ kind: "blocking", ms: BLOCKING } as const] }];
        worker.send({ kind: "begin", assignment: { scenario: { mode: "sync", tasks }, run: "probe" } });
        worker.send({ kind: "work", tasks: ["probe"] });
        worker.send({ kind: "finish" });
      } else if (report.kind === "notes") notes.push(...report.notes);
      else if (report.kind === "beats") ticks.push(...report.ticks);
      else if (report.kind === "finished") end(hasStoodStill(notes, ticks));
      else if (report.kind === "broke") end(false);
    });

    function end(proves: boolean): void {
      clearTimeout(patience);
      worker.terminate();
      resolve(proves);
    }
  });
}

function hasStoodStill(notes: readonly Note[], ticks: readonly WallTime[]): boolean {
  const momentOf = (type: string) => notes.find((note) => note.kind === "mark" && note.type === type)?.at;
  const start = momentOf("blocking_start");
  const end = momentOf("blocking_end");
  if (start === undefined || end === undefined) return false;
  return end - start > BLOCKING / 2 && !ticks.some((tick) => tick > start && tick < end);
}
