import type { Player } from "#player/player-types.ts";
import { usePlayer } from "#state/use-player.ts";
import type { StepIndex } from "#trace/trace.ts";

/** With more tasks than this, the numbers would change in every frame, and nobody could read them. */
const CROWD = 1_000;
/** How often they change while the run plays, in real ms. */
const PAUSE = 300;

/** The player's step; in a run of very many tasks it follows a playing player only a few times a second. */
export function useCalmStep(player: Player, taskCount: number): StepIndex {
  const key = usePlayer(player, ({ status, currentTime, playbackRate, step }) =>
    status === "playing" && taskCount > CROWD ? -2 - Math.floor(currentTime / (PAUSE * playbackRate)) : step,
  );
  return key >= -1 ? key : player.getState().step;
}
