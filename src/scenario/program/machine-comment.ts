import type { Scenario } from "../scenario.ts";
import { COMMENTS } from "./comments.ts";
import type { CommentLanguage } from "./program.ts";

/** What the scenario says of the machine, a line each: the program itself cannot choose it. */
export function machineComments(
  { machine = {}, mode }: Scenario,
  language: CommentLanguage,
): readonly string[] {
  const words = COMMENTS[language].machine;
  const { cores, time_slice_ms, interpreter_lock, switch_ms, other_programs = [] } = machine;
  const facts: string[] = [];
  if (cores !== undefined) facts.push(words.cores(cores));
  if (time_slice_ms !== undefined) facts.push(words.slice(time_slice_ms));
  if (interpreter_lock === false && mode !== "processes") facts.push(words.noLock);
  if (switch_ms !== undefined && switch_ms > 0) facts.push(words.switching(switch_ms));
  const start = mode === "processes" ? machine.process_start_ms : machine.thread_start_ms;
  const startsAny = mode === "processes" || mode === "threads" || mode === "pool";
  if (startsAny && start !== undefined && start > 0) facts.push(words.starting(start, mode === "processes"));
  for (const { name } of other_programs) facts.push(words.beside(name));
  return facts.map((fact) => `# ${fact}`);
}
