import type { ProgramMark } from "../program-mark.ts";

/** The language of the program's comments and of its total line; everything else is the same in both. */
export type CommentLanguage = "en" | "zh";

/**
 * A place in the main program: the coroutine function is called; the task (thread, future) is made; the main program
 * waits; it waits for the tasks left over; the loop is started; the total is printed.
 */
export type MainPart = "call" | "create" | "wait" | "rest" | "start" | "total";

/** Which piece of which program a line is. `body` and `callback` are numbers of functions, not of tasks. */
export type LineMark =
  /** `mark: NO_MARK` = the `def` line. */
  | { readonly body: number; readonly mark: ProgramMark }
  /** The line at which a body waits for its place under the limit on tasks. */
  | { readonly limitOf: number }
  | { readonly callback: number }
  | { readonly main: MainPart };

export interface ProgramLine {
  readonly text: string;
  readonly mark?: LineMark;
}

/** A runnable Python program (3.11 or later), and where in it every piece of its scenario stands. */
export interface Program {
  /** Its file name. */
  readonly file: string;
  readonly lines: readonly ProgramLine[];
  /** Number of the function that is the body of `scenario.tasks[task]`. */
  bodyOf(task: number): number;
  /** Index in `lines` of a piece of `scenario.tasks[task]`; its `def` line for `NO_MARK`; undefined if it has none. */
  lineOf(task: number, mark: ProgramMark): number | undefined;
  /** Index in `lines` of where `scenario.tasks[task]` waits for its place under the limit on tasks, if there is one. */
  lineOfLimit(task: number): number | undefined;
  /** Index in `lines` of a place in the main program; undefined if it has none. */
  lineOfMain(part: MainPart): number | undefined;
}
