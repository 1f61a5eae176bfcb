import type { Plan } from "./plan.ts";
import type { CommentLanguage } from "./program.ts";
import type { Source } from "./source.ts";

/** What the writers of one program share. */
export interface Writing {
  readonly plan: Plan;
  readonly source: Source;
  readonly language: CommentLanguage;
  /** What the program has to import or define, gathered while it is written. */
  readonly modules: Set<Module>;
}

export type Module =
  | "asyncio"
  | "threading"
  | "multiprocessing"
  | "time"
  | "aiohttp"
  | "requests"
  | "compute"
  | "Pool"
  | "ThreadPoolExecutor"
  | "as_completed";
