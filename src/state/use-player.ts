import { useSyncExternalStore } from "react";
import type { Player, PlayerState } from "#player/player-types.ts";

/** What `select` reads from the player; renders again only when that changes (it must return stable values). */
export function usePlayer<T>(player: Player, select: (state: PlayerState) => T): T {
  return useSyncExternalStore(player.subscribe, () => select(player.getState()));
}
