import { expect, it } from "vitest";
import type { Scenario } from "#scenario/scenario.ts";
import { withoutNetwork } from "./without-network.ts";

it("without a network, a request is a wait of the same length and kind, at the same place", () => {
  const scenario: Scenario = {
    mode: "async",
    tasks: [
      {
        name: "A",
        steps: [
          { kind: "print", text: "x" },
          { kind: "io", ms: 300, answer: 404, timeout_ms: 100, on_timeout: "continue" },
          { kind: "io", ms: 200, how: "blocking" },
          { kind: "io", ms: 200, how: "await_blocking" },
          { kind: "io", how: "no_await" },
        ],
        cleanup: [{ kind: "io", ms: 100 }],
      },
    ],
  };
  expect(withoutNetwork(scenario).tasks).toEqual([
    {
      name: "A",
      steps: [
        { kind: "print", text: "x" },
        { kind: "sleep", ms: 300, timeout_ms: 100, on_timeout: "continue" },
        { kind: "blocking", ms: 200 },
        { kind: "blocking", how: "await", ms: 200 },
        { kind: "sleep", how: "no_await", ms: 0 },
      ],
      cleanup: [{ kind: "sleep", ms: 100 }],
    },
  ]);
});
