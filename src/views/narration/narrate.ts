import type { TraceTime } from "#base/units.ts";
import type { Language } from "#i18n/messages.tsx";
import { narration } from "#i18n/narration.ts";
import { liveNarration, measuredNarration } from "#i18n/narration-live.ts";
import type { LiveFacts } from "#trace/measurement/live-facts.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { BEFORE_ALL, MAIN, type StepIndex } from "#trace/trace.ts";
import { narrateEnding } from "./narrate-ending.ts";
import { narrateEvent } from "./narrate-event.ts";
import { narrateMeasuredEnding } from "./narrate-measured.ts";
import { narrateStretch } from "./narrate-stretch.ts";
import type { Line, Scene } from "./scene.ts";

/**
 * Puts a position of a run into words: the event that has just happened, or, once time has moved on from it, the
 * situation until the next one. Everything said is read from the model; equal positions give equal words. Of a measured
 * run nothing is said that was not measured.
 */
export function narrate(
  model: TraceModel,
  step: StepIndex,
  time: TraceTime,
  language: Language,
  live?: LiveFacts,
): Line {
  const scene: Scene = {
    model,
    step,
    time,
    words: (live === undefined ? narration : measuredNarration)[language],
    snapshot: model.snapshotAt(step, time),
    live: live && { ...live, words: liveNarration[language] },
  };
  const line = lineOf(scene);
  return { what: finish(line.what, scene), why: finish(line.why, scene) };
}

function lineOf(scene: Scene): Line {
  const { model, step, time } = scene;
  if (step === BEFORE_ALL || model.trace.length === 0) return narrateBeginning(scene);
  if (model.trace.typeAt(step) === "run_end")
    return scene.live === undefined ? narrateEnding(scene) : narrateMeasuredEnding(scene, scene.live);
  if (time > model.trace.timeAt(step)) return narrateStretch(scene);
  return narrateEvent(scene);
}

function narrateBeginning({ model, words, live }: Scene): Line {
  const { mode } = model.scenario;
  const tasks = model.taskCount - MAIN - 1;
  if (live !== undefined && model.trace.length === 0)
    return { what: words.what.notStarted(), why: live.words.aboutToBegin() };
  const why = {
    sync: () => words.why.syncPlan(tasks),
    threads: () => words.why.threadsPlan(tasks),
    pool: () => words.why.poolPlan(tasks, model.scenario.workers ?? 1),
    async: () => words.why.asyncPlan(tasks),
    processes: () => words.why.processesPlan(tasks),
  }[mode]();
  return { what: words.what.notStarted(), why };
}

/** The main program's name is a phrase: it gets a capital at the beginning, and no space beside Chinese. */
function finish(text: string, { words }: Scene): string {
  const sentence = text.replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, "");
  return sentence.startsWith(words.main) ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;
}
