import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DueQueue } from "./due-queue.ts";

describe("a queue of due things", () => {
  it("gives out the earliest first, those due together in the order in which they were put in", () => {
    const queue = new DueQueue<string>();
    queue.push(20, "late");
    queue.push(10, "one");
    queue.push(10, "two");
    expect([queue.pop(), queue.pop(), queue.pop()]).toEqual(["one", "two", "late"]);
  });

  it("is never due when it is empty", () => {
    const queue = new DueQueue<string>();
    expect([queue.firstDue, queue.first]).toEqual([Number.POSITIVE_INFINITY, undefined]);
  });

  it("agrees with a stable sort, however pushing and popping alternate", () => {
    const pushOrPop = fc.oneof(fc.nat(8), fc.constant("pop" as const));
    fc.assert(
      fc.property(fc.array(pushOrPop, { maxLength: 200 }), (actions) => {
        const queue = new DueQueue<string>();
        let model: { due: number; name: string }[] = [];
        for (const [name, action] of actions.entries()) {
          if (action !== "pop") {
            queue.push(action, `#${name}`);
            model.push({ due: action, name: `#${name}` });
          } else if (model.length > 0) {
            const [first, ...others] = model.toSorted((a, b) => a.due - b.due);
            expect([queue.firstDue, queue.first]).toEqual([first?.due, first?.name]);
            expect(queue.pop()).toBe(first?.name);
            model = others;
          }
        }
      }),
    );
  });
});
