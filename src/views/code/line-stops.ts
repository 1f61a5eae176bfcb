import type { ProgramLine } from "#scenario/program/program.ts";

/** The first line that leads to a moment of the run; -1 when none does. */
export function firstStop(lines: readonly ProgramLine[]): number {
  return lines.findIndex(({ mark }) => mark !== undefined);
}

/** The next line, down (1) or up (-1), that leads to a moment of the run. */
export function nextStop(lines: readonly ProgramLine[], from: number, delta: 1 | -1): number | undefined {
  for (let line = from + delta; line >= 0 && line < lines.length; line += delta)
    if (lines[line]?.mark !== undefined) return line;
  return undefined;
}
