import { MAIN } from "#trace/trace.ts";
import { type Body, bodiesOf, commonDuration, durationOf, evenRounds } from "./bodies.ts";
import { type Line, nameOf, type Scene, shorten, taskTotal } from "./scene.ts";

/** Above this many parts a sum is no longer written out. */
const PARTS = 4;

/** Says how the run ended, how long it took, and what made it take so long. */
export function narrateEnding(scene: Scene): Line {
  const { model, words, snapshot, step } = scene;
  const { error } = model.trace.detailAt(step);
  const { done, failed, cancelled, pending, absent } = snapshot.counts;
  const counts = () => words.why.endCounts(done, failed, cancelled, pending);
  if (error !== undefined)
    return { what: words.what.endedWithError(model.total, shorten(error)), why: counts() };
  const all = taskTotal(scene);
  if (done < all || all === 0) {
    const nothing = done + failed + cancelled + pending === 0 || absent === all;
    return { what: words.what.ended(model.total), why: nothing ? words.why.everythingBack() : counts() };
  }
  return { what: words.what.allDone(model.total), why: whySoLong(scene, bodiesOf(model)) ?? counts() };
}

function whySoLong(scene: Scene, bodies: readonly Body[]): string | undefined {
  switch (scene.model.scenario.mode) {
    case "sync":
      return whySum(scene, bodies) ?? scene.words.why.endOneByOne();
    case "threads":
    case "processes":
      return whyThreads(scene, bodies);
    case "pool":
      return whyPool(scene, bodies);
    case "async":
      return whyAsync(scene, bodies);
  }
}

/** `2 + 2 + 2 = 6 s`, when the durations of the bodies really add up to the total. */
function whySum({ model, words: { why } }: Scene, bodies: readonly Body[]): string | undefined {
  const parts = bodies.map(durationOf);
  if (bodies.length < 2 || parts.reduce((a, b) => a + b, 0) !== model.total) return undefined;
  const each = commonDuration(bodies);
  if (parts.length <= PARTS) return why.endSum(parts);
  return each === undefined ? why.endOneByOne() : why.endSumEqual(parts.length, each, model.total);
}

/** When the longest body took the whole time, the others, if there are any, fitted beside it. */
function whyLongest({ model, words: { why } }: Scene, bodies: readonly Body[]): string | undefined {
  const longest = Math.max(0, ...bodies.map(durationOf));
  if (longest !== model.total || longest === 0) return undefined;
  if (bodies.length > 1) return why.endLongest(longest);
  // A body that ran inside another has none of its own here: one after the other, nothing overlapped.
  return model.taskCount === 2 ? why.endOnly(longest) : undefined;
}

/** Who was still at work at the end of the run. */
function whyLast(scene: Scene, bodies: readonly Body[]): string | undefined {
  const last = bodies.reduce<Body | undefined>(
    (latest, body) => (latest === undefined || body.end > latest.end ? body : latest),
    undefined,
  );
  return last === undefined ? undefined : scene.words.why.endLast(nameOf(scene, last.task), last.end);
}

function whyThreads(scene: Scene, bodies: readonly Body[]): string | undefined {
  const computes = scene.model.scenario.tasks.filter((task) =>
    task.steps.some((step) => step.kind === "cpu"),
  );
  if (computes.length > 1) return whyComputing(scene);
  return whyServer(scene) ?? whyLongest(scene, bodies) ?? whyLast(scene, bodies);
}

function whyComputing({ model, words: { why } }: Scene): string {
  const { scenario, coreCount } = model;
  const { mode, machine = {} } = scenario;
  if (mode !== "processes" && (machine.interpreter_lock ?? true)) return why.endInterpreter();
  if (coreCount > 0 && (machine.other_programs?.length ?? 0) > 0) return why.endOtherPrograms();
  return machine.cores === undefined
    ? why.endTogether(mode === "processes")
    : why.endCores(Math.max(1, countUsedCores(model)));
}

/** There may be more cores than anybody had a use for. */
const countUsedCores = ({ coreCount, coreHoldCount }: Scene["model"]): number =>
  Array.from({ length: coreCount }, (_, index) => coreHoldCount(index + 1)).filter((holds) => holds > 0)
    .length;

function whyServer({ model, words: { why } }: Scene): string | undefined {
  const limit = model.scenario.server?.workers;
  const requests = model.scenario.tasks.filter((task) =>
    task.steps.some((step) => step.kind === "io"),
  ).length;
  return limit !== undefined && limit < requests ? why.endServer(limit) : undefined;
}

function whyPool(scene: Scene, bodies: readonly Body[]): string | undefined {
  const { model, words } = scene;
  const even = evenRounds(model);
  if (even !== undefined && even.rounds > 1) {
    const workers = model.threads.filter((thread) => thread.kind === "worker").length;
    return words.why.endRounds(bodies.length, workers, even.rounds, even.each);
  }
  const byServer = whyServer(scene);
  const longest = whyLongest(scene, bodies);
  if (byServer !== undefined || longest !== undefined) return byServer ?? longest;
  const last = bodies.find((body) => body.end === model.total);
  if (last === undefined) return whyLast(scene, bodies);
  return words.why.endBusiest(bodies.filter((body) => body.worker === last.worker).length, last.end);
}

function whyAsync(scene: Scene, bodies: readonly Body[]): string | undefined {
  const { model, words } = scene;
  const { scenario } = model;
  if (scenario.wait?.style === "direct") return words.why.endOneByOne();
  if (bodies.length === 0) return undefined;
  const held = model.holdsOf(MAIN).reduce((sum, hold) => sum + (hold.end - hold.start), 0);
  if (held > 0 && held === model.total) return whySum(scene, bodies) ?? words.why.endNeverFree();
  if (held > 0) return words.why.endHeld(held);
  const limit = scenario.limit?.tasks;
  if (limit !== undefined && limit < bodies.length) return words.why.endLimited(limit);
  const connections = scenario.limit?.connections;
  if (connections !== undefined && connections < bodies.length) return words.why.endConnections(connections);
  return whyServer(scene) ?? whyLongest(scene, bodies) ?? whyLast(scene, bodies);
}
