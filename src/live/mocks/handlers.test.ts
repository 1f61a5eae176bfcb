import { getResponse } from "msw";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WallTime } from "#base/units.ts";
import type { ServerVisit } from "../live-server.ts";
import { createHandlers } from "./handlers.ts";
import { type AddressedRequest, addressOf, VIRTUAL_ORIGIN } from "./request-address.ts";
import { createServerClock } from "./server-clock.ts";
import { ServerThreads } from "./server-threads.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const bobo: AddressedRequest = { run: "r", request: "bobo", path: "/bobo", delay: 1000, answer: 200 };

function startServer() {
  const begin = performance.now();
  const threads = new ServerThreads();
  const visits: string[] = [];
  const handlers = createHandlers({
    clock: createServerClock(() => (performance.now() - begin) as WallTime),
    threads,
    report: ({ request, phase, at }: ServerVisit) => visits.push(`${request} ${phase} ${at}`),
  });
  const get = async (url: string): Promise<Response> => {
    const response = await getResponse([...handlers], new Request(url));
    if (!response) throw new Error(`nobody answers ${url}`);
    return response;
  };
  return { threads, visits, get, ask: (request: AddressedRequest) => get(addressOf(request)) };
}

/** Lets the promises that are due, and what follows from them, come to pass. */
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("the mock server", () => {
  it("answers after the delay, not before, and says when", async () => {
    const { ask, visits } = startServer();
    const answer = ask(bobo);
    await pass(999);
    expect(visits).toEqual(["bobo entered 0", "bobo taken_up 0"]);
    await pass(1);
    expect(visits).toContain("bobo left 1000");
    const response = await answer;
    expect([response.status, response.headers.get("content-type")]).toEqual([
      200,
      "text/html; charset=utf-8",
    ]);
    expect(await response.text()).toContain('<img src="/images/bobo-lake.svg"');
  });

  it.each([404, 500])("answers %i with a page that has no images", async (answer) => {
    const { ask } = startServer();
    const response = await ask({ ...bobo, delay: 0, answer });
    expect(response.status).toBe(answer);
    const html = await response.text();
    expect(html).toContain(`<title>${answer}`);
    expect(html).not.toContain("<img");
  });

  it.each([204, 205, 304])(
    "answers %i without a body, as there is none, also when it is to be slow",
    async (answer) => {
      const { ask } = startServer();
      const asked = ask({ ...bobo, answer, body: 1000 });
      await pass(1000);
      const response = await asked;
      expect([response.status, response.body]).toEqual([answer, null]);
    },
  );

  it("gives a page to every name, and escapes it", async () => {
    const { ask } = startServer();
    const html = await (await ask({ ...bobo, delay: 0, path: "/<b>'安\"" })).text();
    expect(html).toContain("安");
    expect(html).not.toContain("<b>");
    expect(html.match(/<img /g)).toHaveLength(2);
  });

  it("works on as many requests as it has threads; the others queue", async () => {
    const { ask, visits } = startServer();
    for (const request of ["a", "b", "c"]) void ask({ ...bobo, request, threads: 2 });
    await pass(2000);
    expect(visits.filter((visit) => !visit.includes("entered")).sort()).toEqual([
      "a left 1000",
      "a taken_up 0",
      "b left 1000",
      "b taken_up 0",
      "c left 2000",
      "c taken_up 1000",
    ]);
    expect(visits).toContain("c entered 0");
  });

  it("sends the head first and lets a slow body trickle in until the delay is over", async () => {
    const { ask, visits, threads } = startServer();
    const asked = ask({ ...bobo, body: 800 });
    await pass(200);
    const reader = (await asked).body?.getReader();
    const first = reader?.read();
    await pass(99);
    expect(await Promise.race([first, "nothing"])).toBe("nothing");
    await pass(1);
    expect((await first)?.done).toBe(false);
    await pass(700);
    expect(visits).toContain("bobo left 1000");
    expect(threads.runs).toBe(0);
    while (!(await reader?.read())?.done);
  });

  it("works on to the end for a reader who went away", async () => {
    const { ask, visits } = startServer();
    const asked = ask({ ...bobo, body: 800 });
    await pass(200);
    await (await asked).body?.cancel();
    await pass(800);
    expect(visits).toContain("bobo left 1000");
  });

  it("takes up no connection that fails", async () => {
    const { ask, visits } = startServer();
    const asked = ask({ ...bobo, answer: "network_error", threads: 1 });
    await pass(1000);
    expect((await asked).type).toBe("error");
    expect(visits).toEqual(["bobo entered 0"]);
  });

  it("ends the requests of a run that is forgotten, and says no more of them", async () => {
    const { ask, visits, threads } = startServer();
    const answers = [
      ask({ ...bobo, request: "worked on", threads: 2 }),
      ask({ ...bobo, request: "trickling", threads: 2, body: 1000 }),
      ask({ ...bobo, request: "waiting", threads: 2 }),
    ];
    await pass(500);
    const before = [...visits];
    threads.forget("r");
    const [first, second, third] = await Promise.all(answers);
    expect([first?.type, third?.type]).toEqual(["error", "error"]);
    await expect(second?.text()).rejects.toMatchObject({ name: "AbortError" });
    await pass(5000);
    expect(visits).toEqual(before);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("says what is wrong with an address", async () => {
    const { get } = startServer();
    const response = await get(`${VIRTUAL_ORIGIN}/bobo?run=r&request=bobo&delay=soon&answer=200`);
    expect(response.status).toBe(400);
    expect(await response.text()).toBe('delay must be a whole number from 0 to 86400000, not "soon"');
  });

  it("serves the images of its pages", async () => {
    const { get } = startServer();
    const response = await get(`${VIRTUAL_ORIGIN}/images/bobo-lake.svg`);
    expect(response.headers.get("content-type")).toBe("image/svg+xml");
    expect(await response.text()).toContain(">bobo-lake</text>");
  });

  it("takes a task called like an image for a task", async () => {
    const { ask } = startServer();
    const response = await ask({ ...bobo, delay: 0, path: "/images/bobo.svg" });
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  });
});
