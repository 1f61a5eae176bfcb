import { expect, it } from "vitest";
import { recordingContext } from "#ui/canvas/recording-pen.ts";
import { drawBlock } from "./draw-shapes.ts";

it("a block leaves a line even when it lasted no time", () => {
  const { ctx, log } = recordingContext();
  drawBlock(ctx, [5, 0, 0, 20], "green", 1);
  expect(log).toContainEqual(["fillRect", 5, 0, 2, 20]);
});
