import { expect, it } from "vitest";
import { record, redo, startHistory, undo } from "./history.ts";

it("goes back to what was, and forward again", () => {
  const edited = record(record(startHistory("a"), "b"), "c");
  expect(undo(edited).present).toBe("b");
  expect(undo(undo(edited)).present).toBe("a");
  expect(redo(undo(edited)).present).toBe("c");
});

it("stays where it is at either end", () => {
  const start = startHistory("a");
  expect(undo(start)).toBe(start);
  expect(redo(start)).toBe(start);
});

it("takes typing on in one field as one step", () => {
  const typed = record(record(record(startHistory("1"), "12", "delay"), "125", "delay"), "x", "url");
  expect(undo(typed).present).toBe("125");
  expect(undo(undo(typed)).present).toBe("1");
});

it("forgets the undone future when something new is done", () => {
  const changed = record(undo(record(startHistory("a"), "b")), "c");
  expect(redo(changed)).toBe(changed);
  expect(undo(changed).present).toBe("a");
});
