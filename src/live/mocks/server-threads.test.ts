import { describe, expect, it } from "vitest";
import { type ServerThread, ServerThreads } from "./server-threads.ts";

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Requests that note when they get a thread. */
function crowd(threads: ServerThreads, run: string, size: number, names: string) {
  const served: string[] = [];
  const held = new Map<string, ServerThread>();
  const waits = [...names].map(async (name) => {
    const thread = await threads.take(run, size);
    served.push(name);
    held.set(name, thread);
  });
  return { served, waits, free: (name: string) => held.get(name)?.free() };
}

describe("the threads of the server", () => {
  it("serve as many requests as there are threads, then whoever waits longest", async () => {
    const threads = new ServerThreads();
    const { served, free } = crowd(threads, "r", 2, "abcd");
    await settle();
    expect(served).toEqual(["a", "b"]);
    free("b");
    await settle();
    expect(served).toEqual(["a", "b", "c"]);
    free("a");
    free("c");
    await settle();
    expect(served).toEqual(["a", "b", "c", "d"]);
  });

  it("keep nobody waiting when their number is unlimited", async () => {
    const { served } = crowd(new ServerThreads(), "r", Number.POSITIVE_INFINITY, "abcdef");
    await settle();
    expect(served.join("")).toBe("abcdef");
  });

  it("cannot be snatched from the one whose turn it is", async () => {
    const threads = new ServerThreads();
    const { served, free } = crowd(threads, "r", 1, "ab");
    await settle();
    free("a");
    const late = crowd(threads, "r", 1, "c");
    await settle();
    expect([served, late.served]).toEqual([["a", "b"], []]);
  });

  it("belong to one run: two runs do not wait for each other", async () => {
    const threads = new ServerThreads();
    const first = crowd(threads, "first", 1, "ab");
    const second = crowd(threads, "second", 1, "x");
    await settle();
    expect([first.served, second.served]).toEqual([["a"], ["x"]]);
  });

  it("know a run only while it has requests", async () => {
    const threads = new ServerThreads();
    const { free } = crowd(threads, "r", 1, "ab");
    await settle();
    free("a");
    await settle();
    expect(threads.runs).toBe(1);
    free("b");
    expect(threads.runs).toBe(0);
  });

  it("let a forgotten run go, whether it waits or is worked on", async () => {
    const threads = new ServerThreads();
    const working = await threads.take("r", 1);
    const waiting = threads.take("r", 1);
    threads.forget("r");
    expect(working.forgotten.aborted).toBe(true);
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
    expect(threads.runs).toBe(0);
  });

  it("do not mix up a forgotten run with a later one of the same name", async () => {
    const threads = new ServerThreads();
    const before = await threads.take("r", 1);
    threads.forget("r");
    const { served } = crowd(threads, "r", 1, "ab");
    await settle();
    before.free();
    await settle();
    expect(served).toEqual(["a"]);
  });
});
