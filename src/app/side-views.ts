import { Code } from "#views/code/code.tsx";
import { Console } from "#views/console/console.tsx";

/** The views beside the run: in a file of their own, for nothing waits for them. */
export const sideViews = { Code, Console };
