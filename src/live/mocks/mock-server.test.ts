import { expect, it, vi } from "vitest";
import { startMockServer } from "./mock-server.ts";

/** MSW in a browser, as far as the mock server uses it. */
const msw = vi.hoisted(() => ({
  said: [] as string[],
  observe: (_event: { response: Response }) => {},
}));

vi.mock("msw/browser", () => ({
  defaultNetworkOptions: {
    sources: [{ terminate: async () => msw.said.push("idle source ended") }, { disable: () => {} }],
  },
  setupWorker: () => ({
    events: {
      on(type: string, observe: typeof msw.observe) {
        if (type === "response:mocked") msw.observe = observe;
      },
    },
    start: async () => msw.said.push("started"),
  }),
}));

const start = () => startMockServer(new URL("https://page.example/live-service-worker.js"));

it("ends the connection that MSW makes while it loads, before it starts its own", async () => {
  await start();
  await start();
  expect(msw.said).toEqual(["idle source ended", "started"]);
});

it("gives up the copy of an answer, so that its ports are closed", async () => {
  await start();
  const cancel = vi.fn();
  msw.observe({ response: new Response(new ReadableStream({ cancel })) });
  expect(cancel).toHaveBeenCalledOnce();
});

it("does not mind an answer without a body, nor a copy that broke off", async () => {
  await start();
  const broken = new ReadableStream({ start: (controller) => controller.error(new Error("gone")) });
  msw.observe({ response: Response.error() });
  // A promise that nobody looks after would fail this file.
  msw.observe({ response: new Response(broken) });
  await new Promise(setImmediate);
});
