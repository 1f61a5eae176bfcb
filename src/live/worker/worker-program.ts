import type { IoStep, Scenario, TaskSpec } from "#scenario/scenario.ts";
import { addressOf } from "../mocks/request-address.ts";
import type { Assignment } from "../protocol.ts";
import { pathOfTask } from "../task-path.ts";
import { findImages } from "./find-images.ts";
import type { Notebook } from "./notebook.ts";

/** The scenario's program as one worker knows it: its bodies, the requests that it made, the pages that it got. */
export class WorkerProgram {
  readonly scenario: Scenario;
  readonly notebook: Notebook;
  readonly #assignment: Assignment;
  readonly #specs: ReadonlyMap<string, TaskSpec>;
  readonly #requests = new Map<string, number>();
  readonly #pages = new Map<string, string>();

  constructor(assignment: Assignment, notebook: Notebook) {
    this.scenario = assignment.scenario;
    this.notebook = notebook;
    this.#assignment = assignment;
    this.#specs = new Map(this.scenario.tasks.map((spec) => [spec.name, spec]));
  }

  get owner(): string {
    return this.#assignment.owner ?? "";
  }

  /** Throws when no task has that name, which happens in no valid scenario. */
  specOf(name: string): TaskSpec {
    const spec = this.#specs.get(name);
    if (spec === undefined) throw new Error(`no task is named ${name}`);
    return spec;
  }

  resultOf(name: string): string {
    return this.specOf(name).result ?? `result of ${name}`;
  }

  /** Names the task's next request: unique in the run, since a task runs on one worker. */
  nameRequest(task: string): string {
    const number = (this.#requests.get(task) ?? 0) + 1;
    this.#requests.set(task, number);
    return `${task}#${number}`;
  }

  /** Where to ask for what the step wants; the path is that of the body's own label. */
  urlOf(request: string, spec: TaskSpec, { ms = 0, answer = 200, body_ms: body }: IoStep): string {
    const threads = this.scenario.server?.workers;
    return addressOf({
      run: this.#assignment.run,
      request,
      path: pathOfTask(spec),
      delay: ms,
      answer,
      ...(body !== undefined && { body }),
      ...(threads !== undefined && { threads }),
    });
  }

  keepPage(task: string, html: string): void {
    this.#pages.set(task, html);
  }

  /** What a callback reads: the addresses of the images when the task got a page, else what its body returned. */
  readingOf(task: string): string {
    const page = this.#pages.get(task);
    if (page === undefined) return this.resultOf(task);
    return `[${findImages(page)
      .map((address) => `'${address}'`)
      .join(", ")}]`;
  }
}
