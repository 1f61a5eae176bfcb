import type { Census } from "./census.ts";
import type { CensusLint } from "./finding.ts";
import { isServerFull } from "./lint-server.ts";
import { Tally } from "./tally.ts";

/**
 * Tasks queued although nobody computed and the server had room: one more thread would have served them. Either every
 * worker was taken, though only waiting; or one was free, and the task was bound to another worker's chunk.
 */
export const lintPool: CensusLint = (model) => {
  const { mode, workers = 0, dispatch } = model.scenario;
  if (mode !== "pool") return undefined;
  const tooSmall = new Tally();
  const tooLarge = new Tally();
  const whom = (step: number) => model.tasksInState("ready", step, 1)[0];
  return {
    visit(census, stretch) {
      const { ready } = census.tasks;
      if (ready === 0 || isComputing(census) || isServerFull(model, census)) return;
      if (takenWorkers(census) >= workers) tooSmall.add(stretch, ready);
      else if (dispatch !== "single") tooLarge.add(stretch, ready);
    },
    conclude: () => [
      ...tooSmall.conclude(model, "pool_too_small", whom),
      ...tooLarge.conclude(model, "chunk_too_large", whom),
    ],
  };
};

const isComputing = ({ tasks }: Census) => tasks.computing + tasks.longComputing > 0;
const takenWorkers = ({ tasks }: Census) => tasks.blocked + tasks.busy;
