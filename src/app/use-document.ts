import { useInsertionEffect, useLayoutEffect } from "react";
import type { PlayerState } from "#player/player-types.ts";
import type { App } from "#state/app.ts";
import { type AppState, themeOf } from "#state/app-store.ts";
import { usePlayer } from "#state/use-player.ts";

/** Keeps `<html>` true: language, theme, presenting, and for whoever drives the page `data-run` and `data-live`. */
export function useDocument(app: App, state: AppState): void {
  const { language, presenting, live } = state;
  const theme = themeOf(state);
  const playing = usePlayer(app.playerInView(), ({ status }) => status);
  const run = runStatusOf(state, playing);
  // Before the views measure what they are laid out as: language and theme restyle the whole page, which then is laid
  // out once.
  useInsertionEffect(() => {
    const root = document.documentElement;
    root.lang = language === "zh" ? "zh-CN" : "en";
    root.dataset.theme = theme;
    root.toggleAttribute("data-present", presenting);
  }, [language, theme, presenting]);
  // Apart from those, whose writing, even of the same value, has every canvas read its colours anew.
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset.run = run;
    dataset.live = live.status;
  }, [run, live.status]);
}

function runStatusOf({ simulation, live }: AppState, playing: PlayerState["status"]): string {
  if (simulation.status === "running") return "simulating";
  if (simulation.status !== "ready") return simulation.status;
  return live.status === "running" ? "running" : playing;
}
