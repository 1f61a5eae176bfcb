import { expect, it } from "vitest";
import { drawBlock } from "./draw-shapes.ts";
import { recordingContext } from "./recording-context.ts";

it("a block leaves a line even when it lasted no time", () => {
  const { ctx, log } = recordingContext();
  drawBlock(ctx, [5, 0, 0, 20], "green", 1);
  expect(log).toContainEqual(["fillRect", 5, 0, 2, 20]);
});
