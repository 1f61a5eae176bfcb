import type { TraceModel } from "../model-types.ts";
import type { Census } from "./census.ts";
import type { CensusLint } from "./finding.ts";
import { Tally } from "./tally.ts";

/** Requests stood in the server's queue, because it works on no more than so many at a time. */
export const lintServer: CensusLint = (model) => {
  if (model.scenario.server?.workers === undefined) return undefined;
  const tally = new Tally();
  const whom = (step: number) =>
    model.outsideAt(step, model.taskCount).find(({ kind, phase }) => kind === "request" && phase === "queued")
      ?.task;
  return {
    visit({ queuedAtServer }, stretch) {
      if (queuedAtServer > 0) tally.add(stretch, queuedAtServer);
    },
    conclude: () => tally.conclude(model, "server_too_small", whom),
  };
};

/** Whether one more request would only queue: then nothing on the client's side is the bottleneck. */
export const isServerFull = ({ scenario }: TraceModel, { atServer }: Census): boolean =>
  atServer >= (scenario.server?.workers ?? Number.POSITIVE_INFINITY);
