import type { LineMark, ProgramLine } from "./program.ts";

/** Python source being written: nesting gives the indentation. */
export interface Source {
  readonly lines: readonly ProgramLine[];
  line(text: string, mark?: LineMark): void;
  blank(): void;
  /** `head`, and one level deeper what `write` writes (`pass` if that is nothing). A head may need to see it first. */
  block(head: string | (() => string), write: () => void, mark?: LineMark): void;
  /** A block, or without a head just what `write` writes. */
  within(head: string | undefined, write: () => void, mark?: LineMark): void;
}

export function createSource(): Source {
  const lines: ProgramLine[] = [];
  let depth = 0;
  const put = (at: number, text: string, mark?: LineMark) => {
    const indented = text === "" ? "" : "    ".repeat(depth) + text;
    lines[at] = mark === undefined ? { text: indented } : { text: indented, mark };
  };
  const source: Source = {
    lines,
    line: (text, mark) => put(lines.length, text, mark),
    blank: () => put(lines.length, ""),
    block(head, write, mark) {
      const at = lines.length;
      put(at, "");
      depth += 1;
      write();
      if (lines.length === at + 1) source.line("pass");
      depth -= 1;
      put(at, typeof head === "string" ? head : head(), mark);
    },
    within(head, write, mark) {
      if (head === undefined) write();
      else source.block(head, write, mark);
    },
  };
  return source;
}
