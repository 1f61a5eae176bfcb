import { assertNever } from "#base/assert-never.ts";
import { type Plan, stepsOf } from "./plan.ts";
import type { MainPart } from "./program.ts";
import type { Rows } from "./rows.ts";
import type { Writing } from "./writing.ts";

const at = (main: MainPart) => ({ main });

/** Writes the main program of a scenario without an event loop, up to the total. */
export function writeMainThreads(writing: Writing, rows: Rows): void {
  const { source, plan, modules } = writing;
  const { mode, collect } = plan.scenario;
  switch (mode) {
    case "sync":
      source.block(rows.loop, () => source.line(`${rows.target}(${rows.args})`, at("wait")));
      break;
    case "threads":
      modules.add("threading");
      source.line("threads = []");
      source.block(rows.loop, () => {
        source.line(`thread = threading.Thread(target=${rows.target}, args=${rows.argsTuple})`, at("create"));
        source.line("thread.start()");
        source.line("threads.append(thread)");
      });
      source.block("for thread in threads:", () => source.line("thread.join()", at("wait")));
      break;
    case "processes":
      modules.add("multiprocessing");
      source.line("processes = []");
      source.block(rows.loop, () => {
        source.line(
          `process = multiprocessing.Process(target=${rows.target}, args=${rows.argsTuple})`,
          at("create"),
        );
        source.line("process.start()");
        source.line("processes.append(process)");
      });
      source.block("for process in processes:", () => source.line("process.join()", at("wait")));
      break;
    case "pool":
      if (collect === "as_done") writeAsDone(writing, rows);
      else if (collect === "in_order") writeInOrder(writing, rows);
      else writeMap(writing, rows);
      break;
    case "async":
      throw new Error("an event loop has a main program of its own");
    default:
      assertNever(mode);
  }
}

/** `Pool.map`: tasks travel in chunks, all results come at the end. */
function writeMap({ source, plan, modules }: Writing, rows: Rows): void {
  modules.add("Pool");
  const { workers = 1, dispatch, chunk_size } = plan.scenario;
  const size = dispatch === "single" ? 1 : chunk_size;
  const chunk = size === undefined ? "" : `, chunksize=${size}`;
  source.line(`pool = Pool(${workers})`);
  const [map, target] = rows.shape === "spread" ? ["starmap", rows.target] : ["map", oneArgument(rows)];
  source.line(`pool.${map}(${target}, ${rows.name}${chunk})`, at("wait"));
}

/** The function of one row, for callers that hand over a row at a time. */
function oneArgument({ shape, target }: Rows): string {
  if (shape === "single") return target;
  return shape === "spread" ? `lambda row: ${target}(*row)` : "lambda job: job[0](*job[1:])";
}

function writeInOrder({ source, plan, modules }: Writing, rows: Rows): void {
  modules.add("ThreadPoolExecutor");
  source.line("results = []");
  source.block(`with ThreadPoolExecutor(${plan.scenario.workers ?? 1}) as pool:`, () =>
    source.block(
      `for result in pool.map(${oneArgument(rows)}, ${rows.name}):`,
      () => source.line("results.append(result)"),
      at("wait"),
    ),
  );
}

function writeAsDone({ source, plan, modules }: Writing, rows: Rows): void {
  modules.add("ThreadPoolExecutor").add("as_completed");
  source.line("results = []");
  source.block(`with ThreadPoolExecutor(${plan.scenario.workers ?? 1}) as pool:`, () => {
    source.line("futures = []");
    source.block(rows.loop, () => {
      source.line(`future = pool.submit(${rows.target}, ${rows.args})`, at("create"));
      if (rows.callbacks === "own")
        source.block("for callback in callbacks:", () => source.line("future.add_done_callback(callback)"));
      else for (const callback of rows.callbacks) source.line(`future.add_done_callback(${callback})`);
      source.line("futures.append(future)");
    });
    source.block(
      "for future in as_completed(futures):",
      () => {
        const receive = () => source.line("results.append(future.result())");
        source.within(mayFail(plan) ? "try:" : undefined, receive);
        if (mayFail(plan))
          source.block("except Exception as error:", () => source.line("results.append(error)"));
      },
      at("wait"),
    );
  });
}

const mayFail = ({ scenario }: Plan): boolean =>
  scenario.tasks.some((task) =>
    stepsOf(task).some(
      (step) => step.kind === "fail" || (step.kind === "io" && (step.answer ?? 200) !== 200),
    ),
  );
