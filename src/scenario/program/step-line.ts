import { COMMENTS } from "./comments.ts";
import { pythonString } from "./python-text.ts";
import { callOf } from "./write-call.ts";
import type { WrittenStep } from "./write-step.ts";

/** A step that is one line of a coroutine; undefined for the steps that need more. */
export function lineInCoroutine(written: WrittenStep): string | undefined {
  const { step, language, text, modules } = written;
  const comments = COMMENTS[language];
  switch (step.kind) {
    case "sleep":
      return step.how === "no_await"
        ? `asyncio.sleep(${text("ms")})  # ${comments.forgottenAwait}`
        : `await asyncio.sleep(${text("ms")})`;
    case "blocking":
      modules.add("time");
      if (step.how === "offload") return `await asyncio.to_thread(time.sleep, ${text("ms")})`;
      return step.how === "await"
        ? `await time.sleep(${text("ms")})  # ${comments.notAwaitable}`
        : `time.sleep(${text("ms")})  # ${comments.blocksLoop}`;
    case "io":
      if (step.how !== "await_blocking") return undefined;
      modules.add("requests");
      return `resp = await requests.get(url)  # ${comments.notAwaitable}`;
    case "join":
      return `await tasks[${pythonString(step.task)}]`;
    case "call":
      return step.how === "no_await"
        ? `${lineInFunction(written)}  # ${comments.forgottenAwait}`
        : `await ${lineInFunction(written)}`;
    default:
      return lineInFunction(written);
  }
}

/** A step that is one line of a plain function; undefined for the steps that need more. */
export function lineInFunction({ step, plan, text, modules }: WrittenStep): string | undefined {
  switch (step.kind) {
    case "sleep":
    case "blocking":
      modules.add("time");
      return `time.sleep(${text("ms")})`;
    case "cpu":
      modules.add("compute");
      return `compute(${text("ms")})`;
    case "fail":
      return `raise RuntimeError(${text("error")})`;
    case "print":
      return `print(${text("text")})`;
    case "call":
      return callOf(plan, plan.taskOf(step.task));
    default:
      return undefined;
  }
}
