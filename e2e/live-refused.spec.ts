import { expect } from "@playwright/test";
import { page, test } from "./live-page.ts";

test.describe("a scenario that a browser cannot do for real", () => {
  const io = (ms: number) => ({ kind: "io", ms });
  const many = (count: number, ms = 200) =>
    Array.from({ length: count }, (_, index) => page(`page-${index + 1}`, ms));

  for (const [what, refused, en, zh] of [
    [
      "computing in threads",
      { mode: "threads", tasks: [{ name: "a", steps: [{ kind: "cpu", ms: 200 }] }] },
      "tasks[0].steps[0].kind (cpu): Python's threads share one interpreter",
      "tasks[0].steps[0].kind（cpu）：Python 的线程共用一个解释器",
    ],
    [
      "processes",
      { mode: "processes", tasks: [{ name: "a", steps: [io(200)] }] },
      "mode (processes): a page cannot start processes",
      "mode（processes）：网页开不了进程",
    ],
    [
      "tasks that start and await each other",
      {
        mode: "async",
        tasks: [
          {
            name: "a",
            steps: [
              { kind: "spawn", task: "b" },
              { kind: "join", task: "b" },
            ],
          },
          { name: "b", steps: [io(200)] },
        ],
      },
      "tasks[0].steps[1].kind (join): only the simulation does this.",
      "tasks[0].steps[1].kind（join）：只有模拟能做",
    ],
    [
      "a task group",
      { mode: "async", wait: { style: "group" }, tasks: many(2) },
      "wait.style (group): only the simulation does this.",
      "wait.style（group）：只有模拟能做",
    ],
    [
      "nine threads",
      { mode: "threads", tasks: many(9) },
      "tasks: 9 workers at the same time; at most 8.",
      "tasks：同时 9 个工作线程，最多 8 个",
    ],
    [
      "51 requests",
      { mode: "async", tasks: many(51) },
      "tasks: 51 requests; at most 50.",
      "tasks：51 个请求，最多 50 个",
    ],
    [
      "a delay of 99 ms",
      { mode: "async", tasks: [page("a", 99)] },
      "tasks[0].steps[0].ms: 99 ms is too short to measure; at least 100 ms.",
      "tasks[0].steps[0].ms：99 毫秒太短",
    ],
    [
      "a delay of more than 30 s",
      { mode: "async", tasks: [page("a", 30_001)] },
      "tasks[0].steps[0].ms: 30001 ms is too long to wait for; at most 30000 ms.",
      "tasks[0].steps[0].ms：30001 毫秒太长",
    ],
  ] as const) {
    test(`${what}: it names the field, and offers Simulated`, async ({ live }) => {
      await live.openLive(refused);
      await expect(live.root).toHaveAttribute("data-live", "refused");
      await expect(live.bar.getByRole("alert")).toContainText(en);
      await live.press("r");
      await live.button("切换到中文").click();
      await expect(live.page.getByRole("alert")).toContainText(zh);
      await live.button("改用模拟执行").click();
      await expect(live.root).toHaveAttribute("data-live", "off");
      expect(live.workers()).toBe(0);
    });
  }

  test("is let go when it is changed into one that can be done", async ({ live }) => {
    await live.openLive({ mode: "threads", tasks: many(9) });
    await expect(live.root).toHaveAttribute("data-live", "refused");
    await live.mode("Async").check({ force: true });
    await live.expectLive("ready");
    await live.run();
    expect(await live.requests()).toHaveLength(9);
  });

  test("the bounds themselves are allowed: 8 threads, 50 requests, 100 ms", async ({ live }) => {
    await live.openLive({ mode: "threads", tasks: many(8, 100) });
    await live.run();
    expect(live.workers()).toBe(8);
    await live.openLive({ mode: "async", tasks: many(50, 100) });
    await live.run();
    await expect(live.bar).toContainText("200 of 200 moments in order.");
  });
});
