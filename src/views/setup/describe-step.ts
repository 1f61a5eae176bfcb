import type { Step } from "#scenario/scenario.ts";
import { formatSeconds } from "./seconds.ts";

/** A step in the terms of the format, in short: `io blocking 2 s`, `spawn C`. */
export function describeStep(step: Step): string {
  const words: string[] = [step.kind];
  if ("how" in step && step.how !== undefined) words.push(step.how);
  if ("ms" in step && step.ms !== undefined) words.push(`${formatSeconds(step.ms)} s`);
  if ("task" in step) words.push(step.task);
  if ("answer" in step && step.answer !== undefined) words.push(String(step.answer));
  if (step.timeout_ms !== undefined) words.push(`≤ ${formatSeconds(step.timeout_ms)} s`);
  return words.join(" ");
}
