import type { Lesson, LessonEntry, LessonStep, Moment } from "#lessons/lesson.ts";
import { positionOf } from "#lessons/moment.ts";
import type { Player } from "#player/player-types.ts";
import type { Scenario } from "#scenario/scenario.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { AppState, AppStore } from "./app-store.ts";
import { type Guess, lastPart, type OpenLesson, partWithin } from "./lesson-state.ts";
import { liveRunOf } from "./live-state.ts";
import { keepProgress, type LessonProgress } from "./progress.ts";
import { startSimulation } from "./simulation.ts";

/** A lesson whose content has been loaded. */
export interface LoadedLesson extends Pick<LessonEntry, "id"> {
  readonly lesson: Lesson;
}

/** Leads through a lesson: the question, its steps, what to try. */
export interface LessonGuide {
  /** Opens a lesson at a part, beside whatever scenario is the present one. */
  open(loaded: LoadedLesson, part: number): void;
  close(): void;
  /** To a part: plays to its moment, and points at its task. */
  goToPart(part: number): void;
  /** Leaves the question unasked, and plays to a moment of the run. */
  showMoment(moment: Moment): void;
  /** Answers the question, or shows the run without an answer, from its beginning. */
  answer(option: number): void;
  skipQuestion(): void;
  askAgain(): void;
  /** Makes one of the lesson's changes, from its own scenario. */
  tryChange(index: number): void;
  /** Brings the lesson's own scenario back. */
  restore(): void;
  /** To be told of every run: that of the lesson's own scenario is what its texts speak of. */
  ran(scenario: Scenario, model: TraceModel): void;
}

export function createLessonGuide(
  store: AppStore,
  player: Player,
  edit: (next: Scenario) => void,
): LessonGuide {
  let cancelOwnRun = () => {};
  /** What somebody wants to be shown, and the run is not there yet. */
  let awaited: ((model: TraceModel) => void) | undefined;

  const present = () => store.getState().history.present;

  function opened(): OpenLesson | undefined {
    const { course } = store.getState();
    return course.status === "open" ? course : undefined;
  }

  function change(changes: Partial<OpenLesson>): void {
    const course = opened();
    if (course !== undefined) store.setState({ course: { ...course, status: "open", ...changes } });
  }

  function remember(id: string, news: LessonProgress): void {
    store.setState({ progress: keepProgress(store.getState().progress, id, news) });
  }

  function guessOf(id: string, part: number): Guess {
    const { progress, chosen } = store.getState();
    const option = progress[id]?.guess;
    if (option !== undefined) return { status: "answered", option };
    return { status: part > 0 || chosen.predict === false ? "skipped" : "asking" };
  }

  /** The run that the texts speak of: the present one, when it is the lesson's own, else one of its own. */
  function findOwnRun({ lesson }: LoadedLesson): void {
    cancelOwnRun();
    const { simulation } = store.getState();
    if (simulation.status === "ready" && simulation.model.scenario === lesson.scenario) {
      change({ model: simulation.model });
    } else if (present() !== lesson.scenario) {
      cancelOwnRun = startSimulation(lesson.scenario, {
        finished: (model) => change({ model }),
        progressed: () => {},
        failed: () => {},
      });
    }
  }

  /** Shows something of the run that is on the page, or of the next one if none is. */
  function show(act: (model: TraceModel) => void): void {
    const model = shownModel(store.getState());
    awaited = model === undefined ? act : undefined;
    if (model !== undefined) act(model);
  }

  function showStep(step: LessonStep, model: TraceModel): void {
    const task = step.task === undefined ? -1 : model.trace.names.indexOf(step.task);
    store.setState({ selected: task < 0 ? undefined : task });
    goTo(step.at, model);
  }

  function goTo(moment: Moment, model: TraceModel): void {
    const position = positionOf(moment, model);
    if (position !== undefined) player.playTo(position.time, position.step);
  }

  function reveal(guess: Guess): void {
    change({ guess });
    show(() => {
      player.toStart();
      player.play();
    });
  }

  return {
    open(loaded, part) {
      awaited = undefined;
      const within = partWithin(loaded.lesson, part);
      const guess = guessOf(loaded.id, within);
      store.setState({
        course: { status: "open", ...loaded, part: within, guess, model: undefined, tried: undefined },
        lesson: loaded.id,
        selected: undefined,
      });
      findOwnRun(loaded);
      if (guess.status === "asking") player.toStart();
    },
    close() {
      awaited = undefined;
      cancelOwnRun();
      store.setState({ course: { status: "closed" } });
    },
    goToPart(wanted) {
      const course = opened();
      if (course === undefined) return;
      const part = partWithin(course.lesson, wanted);
      const skips = part > 0 && course.guess.status === "asking";
      change({ part, ...(skips && { guess: { status: "skipped" } }) });
      if (part === lastPart(course.lesson)) remember(course.id, { done: true });
      const step = course.lesson.steps[part - 1];
      show((model) => step && showStep(step, model));
    },
    showMoment(moment) {
      if (opened()?.guess.status === "asking") change({ guess: { status: "skipped" } });
      show((model) => goTo(moment, model));
    },
    answer(option) {
      const course = opened();
      if (course === undefined) return;
      remember(course.id, { guess: option });
      reveal({ status: "answered", option });
    },
    skipQuestion: () => reveal({ status: "skipped" }),
    askAgain() {
      const course = opened();
      if (course === undefined) return;
      awaited = undefined;
      if (present() !== course.lesson.scenario) edit(course.lesson.scenario);
      change({ guess: { status: "asking" }, part: 0 });
      player.pause();
      player.toStart();
    },
    tryChange(index) {
      const course = opened();
      const scenario = course?.lesson.tries[index]?.change(course.lesson.scenario);
      if (scenario === undefined) return;
      change({ tried: { index, scenario } });
      edit(scenario);
    },
    restore() {
      const course = opened();
      if (course !== undefined) edit(course.lesson.scenario);
    },
    ran(scenario, model) {
      const course = opened();
      if (course === undefined) return;
      if (course.lesson.scenario === scenario) change({ model });
      awaited?.(model);
      awaited = undefined;
    },
  };
}

/** The run that is on the page: measured, where there is one, else simulated; undefined while it is made. */
function shownModel({ live, simulation }: AppState): TraceModel | undefined {
  return liveRunOf(live)?.model ?? (simulation.status === "ready" ? simulation.model : undefined);
}
