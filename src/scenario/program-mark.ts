/**
 * Which piece of a task's program something belongs to, so that code can be highlighted without text search:
 * k >= 0 = `steps[k]`; `CLEANUP + k` = `cleanup[k]`; `CALLBACK + k` = `callbacks[k]`; or one of the marks below.
 * Inside a `call`, it is a step of the called body.
 */
export type ProgramMark = number;

export const NO_MARK: ProgramMark = -1;
/** The line that prints `begin NAME` / `end NAME`. */
export const BEGIN_MARK: ProgramMark = -2;
export const END_MARK: ProgramMark = -3;
export const CLEANUP: ProgramMark = 200_000;
export const CALLBACK: ProgramMark = 400_000;
