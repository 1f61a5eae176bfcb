import { timeSliceOf } from "#scenario/defaults.ts";
import type { EventDetail } from "#trace/event-types.ts";
import { MAIN, NOBODY, type StepIndex } from "#trace/trace.ts";
import { type Line, listOf, type Moment, nameOf, type Scene, shorten } from "./scene.ts";

type SliceEvent = "slice_wait" | "slice_start" | "slice_end" | "other_start" | "other_end";

/** Whether it is the lock that makes threads take turns. */
const hasLock = ({ model: { scenario } }: Pick<Scene, "model">): boolean =>
  scenario.mode !== "processes" && (scenario.machine?.interpreter_lock ?? true);

/** Longest name of another program that is said in full. */
const OTHER_NAME = 12;

/** How far to look for who comes next: switching a core may take a while. */
const LOOKED_AT = 40;

/** Who computes changes: who was taken off, who comes next, and by whose will. */
export function describeSlice(moment: Moment, type: SliceEvent): Line {
  const { words, detail, model } = moment;
  const { what, why } = words;
  const slice = timeSliceOf(model.scenario);
  const { core = 1, waits_for } = detail;
  const name = nameOfSlice(moment, moment.step);
  switch (type) {
    case "slice_wait":
      return waits_for === "interpreter"
        ? { what: what.waitsForInterpreter(name), why: why.lockIsTaken(slice) }
        : { what: what.waitsForCore(name), why: why.coresTaken(coresIn(moment)) };
    case "slice_start":
      // On no core: it goes on, and not to compute.
      if (detail.core === undefined) return { what: what.goesOn(name), why: why.sliceLasts(slice) };
      return {
        what:
          model.coreCount > 0 || !hasLock(moment) ? what.getsCore(name, core) : what.getsInterpreter(name),
        why: why.sliceLasts(slice),
      };
    case "other_start":
      return { what: what.getsCore(name, core), why: why.otherProgram() };
    case "slice_end":
    case "other_end": {
      const next = nextOn(moment, core);
      // Another program has no use for our interpreter: what it gets is the core.
      const byLock = waits_for === "interpreter" && next?.isOther !== true;
      const reason = byLock ? why.lockTakesTurns(slice) : why.systemSwitches(slice);
      if (next === undefined) return { what: what.takenOff(name), why: reason };
      const goes = byLock ? what.interpreterGoesTo(name, next.name) : what.coreGoesTo(name, core, next.name);
      return { what: goes, why: reason };
    }
  }
}

/** Name of who a slice belongs to: a task, or another program. */
function nameOfSlice(scene: Scene, step: StepIndex): string {
  const { trace } = scene.model;
  const task = trace.taskAt(step);
  return task === NOBODY ? shorten(trace.detailAt(step).program ?? "", OTHER_NAME) : nameOf(scene, task);
}

/** Who gets a core that has become free: to compute, or first to begin or to go on, which takes no time. */
function nextOn(
  scene: Scene,
  core: number,
): { readonly name: string; readonly isOther: boolean } | undefined {
  const { trace } = scene.model;
  for (let step = scene.step + 1; step < Math.min(trace.length, scene.step + LOOKED_AT); step++) {
    const type = trace.typeAt(step);
    const isStart = type === "slice_start" || type === "other_start";
    const goesOn = type === "task_started" || type === "task_resumed" || type === "slice_start";
    const beginsNow =
      goesOn && trace.detailAt(step).core === undefined && trace.timeAt(step) === trace.timeAt(scene.step);
    if (beginsNow || (isStart && trace.detailAt(step).core === core))
      return { name: nameOfSlice(scene, step), isOther: type === "other_start" };
  }
  return undefined;
}

/** The main program makes a thread or a process, where the scenario says that this takes time. */
export function narrateMaking({ model, words: { what, why } }: Scene, detail?: EventDetail): Line {
  const { mode, machine = {} } = model.scenario;
  const kind = mode === "processes" ? "process" : "thread";
  const ms = (mode === "processes" ? machine.process_start_ms : machine.thread_start_ms) ?? 0;
  const starts = detail?.starts === undefined ? undefined : shorten(detail.starts);
  return { what: what.makes(kind, starts), why: why.makingTakes(kind, detail?.ms ?? ms) };
}

/** Other programs that are on a core now, each name once. */
function programsOn({ model, step }: Scene): readonly string[] {
  const names = new Set<string>();
  for (let core = 1; core <= model.coreCount; core++) {
    const program = model.coreHoldAtStep(core, step)?.program;
    if (program !== undefined) names.add(shorten(program, OTHER_NAME));
  }
  return [...names];
}

const coresIn = ({ model }: Pick<Scene, "model">): number =>
  model.scenario.machine?.cores ?? Math.max(1, model.coreCount);

/** Between two events: who computes, and who waits to; undefined where nobody waits and at most one computes. */
export function narrateSlices(scene: Scene): Line | undefined {
  const { snapshot, words, model, step } = scene;
  const { what, why } = words;
  const slice = timeSliceOf(model.scenario);
  const waiting = snapshot.seats.filter(({ waiting }) => waiting !== undefined);
  const computing = snapshot.seats.flatMap(({ hold }) =>
    hold?.state === "running" && model.spanAtStep(hold.task, step)?.activity === "cpu" ? [hold.task] : [],
  );
  if (waiting.length === 0 && computing[0] === MAIN && model.scenario.mode !== "async")
    return narrateMaking(scene);
  if (waiting.length > 0 && computing.length > 0) {
    const byLock = waiting.some(
      ({ waiting: task }) => model.spanAtStep(task ?? NOBODY, step)?.activity === "interpreter",
    );
    return {
      what: what.computesInTurn(listOf(scene, computing), waiting.length),
      why: byLock ? why.turnsAddUp(slice) : why.coresAreShared(coresIn(scene), slice),
    };
  }
  if (waiting.length > 0)
    return { what: what.noneComputes(waiting.length), why: why.othersHaveCores(programsOn(scene)) };
  if (computing.length < 2 || hasLock(scene)) return undefined;
  return { what: what.computeAtOnce(computing.length), why: whyTogether(scene, computing.length) };
}

/** Why several can compute at once, or as good as at once. */
export function whyTogether(scene: Pick<Scene, "model" | "words">, computing: number): string {
  const { model, words } = scene;
  const { mode, machine } = model.scenario;
  if (hasLock(scene)) return words.why.computingTogether(computing);
  if (computing > (machine?.cores ?? Number.POSITIVE_INFINITY))
    return words.why.coresAreShared(coresIn(scene), timeSliceOf(model.scenario));
  return mode === "processes" ? words.why.ownInterpreter() : words.why.withoutLock();
}
