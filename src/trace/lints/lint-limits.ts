import type { CensusLint } from "./finding.ts";
import { isServerFull } from "./lint-server.ts";
import { Tally } from "./tally.ts";

/** Tasks stood before the program's own limits although the loop was free and the server had room. */
export const lintLimits: CensusLint = (model) => {
  const { mode, limit } = model.scenario;
  if (mode !== "async" || limit === undefined) return undefined;
  const places = new Tally();
  const connections = new Tally();
  const whom = (reason: "limit" | "connection") => (step: number) =>
    model
      .tasksInState("suspended", step, model.taskCount)
      .find((task) => model.spanAtStep(task, step)?.detail.reason === reason);
  return {
    visit(census, stretch) {
      const { blocked, computing, longComputing, awaitingConnection, awaitingPlace } = census.tasks;
      const isLoopHeld = blocked + computing + longComputing + census.callbacks > 0;
      if (isLoopHeld || isServerFull(model, census)) return;
      // Of two limits in a row the inner one decides.
      if (awaitingConnection > 0) connections.add(stretch, awaitingConnection);
      else if (awaitingPlace > 0) places.add(stretch, awaitingPlace);
    },
    conclude: () => [
      ...connections.conclude(model, "connection_limit", whom("connection")),
      ...places.conclude(model, "task_limit", whom("limit")),
    ],
  };
};
