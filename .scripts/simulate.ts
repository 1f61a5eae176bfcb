// `npm run --silent simulate -- FILE.json` (`-` = standard input): prints the trace of a scenario as JSON. Slices of time,
// which no recorded trace tells of, are left out but for `--slices`.
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { simulate } from "#engine/simulate.ts";
import { parseScenarioText } from "#scenario/parse-scenario.ts";
import { formatProblem } from "#scenario/problem-messages.ts";
import { SLICE_TYPES } from "#trace/event-types.ts";
import { type TraceFile, toTraceFile } from "#trace/trace-file.ts";

const USAGE = "usage: npm run --silent simulate -- [--slices] FILE.json   (- reads standard input)";
const EVENTS_PER_WRITE = 1_000;

async function main(args: readonly string[]): Promise<readonly string[]> {
  const withSlices = args.includes("--slices");
  const [file, ...rest] = args.filter((arg) => arg !== "--slices");
  if (file === undefined || rest.length > 0) return [USAGE];
  let input: string;
  try {
    input = file === "-" ? await text(process.stdin) : await readFile(file, "utf8");
  } catch (error) {
    return [`${file} cannot be read: ${(error as Error).message}`];
  }
  const scenario = parseScenarioText(input);
  if (!scenario.ok) return scenario.problems.map((problem) => formatProblem(problem, "en"));
  const whole = toTraceFile(simulate(scenario.value), scenario.value);
  const events = withSlices ? whole.events : whole.events.filter(({ type }) => !SLICE_TYPES.has(type));
  for (const piece of formatTraceFile({ ...whole, events })) await print(piece);
  return [];
}

/** The file as JSON with one event a line, in pieces: as one text, a long trace would not fit into a string. */
function* formatTraceFile({ events, ...head }: TraceFile): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"events":[`;
  for (let from = 0; from < events.length; from += EVENTS_PER_WRITE) {
    const lines = events.slice(from, from + EVENTS_PER_WRITE).map((event) => JSON.stringify(event));
    yield `${from === 0 ? "" : ","}\n${lines.join(",\n")}`;
  }
  yield "\n]}\n";
}

/** Resolves when the text has left, so that a slow reader slows us down instead of filling the memory. */
function print(piece: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}

// A reader that has seen enough (`| head`) closes the pipe: that is its right and no mistake.
process.stdout.on("error", () => {});

try {
  const messages = await main(process.argv.slice(2));
  for (const message of messages) console.error(message);
  process.exitCode = messages.length === 0 ? 0 : 1;
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
}
