import { afterEach, describe, expect, it, vi } from "vitest";
import type { WallTime } from "#base/units.ts";
import type { Scenario, Step } from "#scenario/scenario.ts";
import { readAddress } from "../mocks/request-address.ts";
import type { Note } from "../protocol.ts";
import { Notebook } from "./notebook.ts";
import { workInThread } from "./work-in-thread.ts";
import { WorkerProgram } from "./worker-program.ts";

afterEach(() => vi.unstubAllGlobals());

function run(
  tasks: Scenario["tasks"],
  settings: Partial<Scenario> = {},
  names = tasks.map(({ name }) => name),
) {
  const notes: Note[] = [];
  const notebook = new Notebook(
    () => 0 as WallTime,
    (some) => notes.push(...some),
  );
  const program = new WorkerProgram(
    { scenario: { mode: "sync", tasks, ...settings }, run: "7", owner: "me" },
    notebook,
  );
  const error = workInThread(program, names)?.text;
  notebook.flush();
  const lines = notes.flatMap((note) => (note.kind === "mark" ? [`${note.task} ${note.type}`] : []));
  const details = notes.flatMap((note) => (note.kind === "mark" && note.detail ? [note.detail] : []));
  return { error, lines, details, notes };
}

/** A synchronous XMLHttpRequest that is answered at once. */
function stubRequests(send: () => { status: number; responseText: string }): string[] {
  const urls: string[] = [];
  vi.stubGlobal(
    "XMLHttpRequest",
    class {
      status = 0;
      responseText = "";
      timeout = 0;
      open(_method: string, url: string): void {
        urls.push(url);
      }
      setRequestHeader(): void {}
      send(): void {
        Object.assign(this, send());
      }
    },
  );
  return urls;
}

const io = (more: Partial<Step> = {}) => ({ kind: "io", ms: 300, ...more }) as Step;

describe("a worker that is a thread", () => {
  it("runs one body after the other, and an error drops the rest", () => {
    const steps: readonly Step[] = [{ kind: "fail", error: "bad" }];
    const tasks = [
      { name: "A", steps: [] },
      { name: "B", steps, cleanup: [{ kind: "print", text: "x" } as const] },
      { name: "C", steps: [] },
    ];
    const { error, lines } = run(tasks);
    expect(error).toBe("bad");
    expect(lines).toEqual([
      "A task_started",
      "A print",
      "A print",
      "A task_done",
      "B task_started",
      "B print",
      "B print",
      "B task_failed",
    ]);
  });

  it("asks the server for what the step says, under the path of the label", () => {
    const urls = stubRequests(() => ({ status: 200, responseText: "" }));
    run(
      [
        {
          name: "A",
          url: "http://127.0.0.1:5000/bobo?x=1",
          steps: [io({ body_ms: 50 } as Partial<Step>), io()],
        },
      ],
      {
        server: { workers: 2 },
      },
    );
    const asked = { run: "7", path: "/bobo", delay: 300, answer: 200, threads: 2 };
    expect(urls.map(readAddress)).toEqual([
      { ...asked, request: "A#1", body: 50 },
      { ...asked, request: "A#2" },
    ]);
  });

  it("tells what comes back: a status, no answer, a timeout", () => {
    const end = (send: () => { status: number; responseText: string }, more: Partial<Step> = {}) => {
      stubRequests(send);
      const { error, notes } = run([{ name: "A", steps: [io(more)] }]);
      return [error, notes.find((note) => note.kind === "mark" && note.type === "request_end")];
    };
    const rejects = (name: string) => () => {
      throw new DOMException("", name);
    };
    const status = (code: number) => () => ({ status: code, responseText: "" });
    expect(end(status(404))).toMatchObject([undefined, { detail: { status: 404 } }]);
    expect(end(status(500), { raise_for_status: true } as Partial<Step>)).toMatchObject(["HTTP 500", {}]);
    expect(end(rejects("NetworkError"))).toMatchObject([
      "network error",
      { detail: { error: "network error" } },
    ]);
    expect(end(rejects("TimeoutError"), { timeout_ms: 100 })).toMatchObject([
      "timeout",
      { detail: { aborted: true } },
    ]);
    expect(end(rejects("TimeoutError"), { timeout_ms: 100, on_timeout: "continue" })).toMatchObject([
      undefined,
      {},
    ]);
  });

  it("has told all before it blocks", () => {
    const told: number[] = [];
    const notes: Note[] = [];
    stubRequests(() => {
      told.push(notes.length);
      return { status: 200, responseText: "" };
    });
    const notebook = new Notebook(
      () => 0 as WallTime,
      (some) => notes.push(...some),
    );
    const tasks = [{ name: "A", steps: [io()] }];
    workInThread(new WorkerProgram({ scenario: { mode: "sync", tasks }, run: "1" }, notebook), ["A"]);
    expect(told).toEqual([3]);
  });

  it("calls callbacks where a pool's futures do", () => {
    stubRequests(() => ({ status: 200, responseText: "<img src=a>" }));
    const tasks = [
      {
        name: "A",
        steps: [io()],
        callbacks: [
          { name: "parse", reads_result: true },
          { name: "two", fail: "no" },
        ],
      },
    ];
    expect(run(tasks).lines).not.toContain("A callback_called");
    const { lines, details } = run(tasks, { mode: "pool", collect: "as_done" });
    expect(lines.slice(-6)).toEqual([
      "A task_done",
      "A callback_called",
      "A print",
      "A callback_end",
      "A callback_called",
      "A callback_failed",
    ]);
    expect(details).toContainEqual({ text: "parse got ['a']" });
  });
});
