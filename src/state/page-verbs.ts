import type { Language } from "#i18n/messages.tsx";
import type { TaskId } from "#trace/trace.ts";
import { type AppStore, themeOf } from "./app-store.ts";
import { keepPreferences, type Preferences, THEMES } from "./preferences.ts";
import { tryLoad } from "./try-load.ts";

/** The verbs that change how the page is looked at, and nothing of what it shows. */
export interface PageVerbs {
  select(task: TaskId | undefined): void;
  hover(task: TaskId | undefined): void;
  setLanguage(language: Language): void;
  cycleTheme(): void;
  setSingleKeys(enabled: boolean): void;
  setPresenting(presenting: boolean): void;
  setLaser(laser: boolean): void;
  setHolding(holding: boolean): void;
  setHelpOpen(open: boolean): void;
  setLessonsOpen(open: boolean): void;
  /** The newcomer has been asked whether to be led around. */
  welcome(): void;
  /** Do lessons ask first? */
  setPredict(predict: boolean): void;
  dismissModeRefusal(): void;
  dismissLinkProblems(): void;
  dismissFailedLoad(): void;
  /** Loads something and does something with it, or says that it cannot be had. */
  tryLoad<T>(load: () => Promise<T>, use: (loaded: T) => void): Promise<void>;
}

export function createPageVerbs(store: AppStore): PageVerbs {
  function choose(preferences: Preferences): void {
    store.setState({ chosen: { ...store.getState().chosen, ...preferences } });
    keepPreferences(preferences);
  }

  return {
    select: (selected) => store.setState({ selected }),
    hover: (hovered) => {
      if (hovered !== store.getState().hovered) store.setState({ hovered });
    },
    setLanguage(language) {
      store.setState({ language });
      choose({ language });
    },
    cycleTheme() {
      const present = THEMES.indexOf(themeOf(store.getState()));
      choose({ theme: THEMES[(present + 1) % THEMES.length] ?? "light" });
      store.setState({ linkTheme: undefined });
    },
    setSingleKeys: (singleKeys) => choose({ singleKeys }),
    setPresenting: (presenting) => store.setState({ presenting }),
    setLaser: (laser) => store.setState({ laser }),
    setHolding: (holding) => store.setState({ holding }),
    setHelpOpen: (helpOpen) => store.setState({ helpOpen }),
    setLessonsOpen: (lessonsOpen) => store.setState({ lessonsOpen }),
    welcome() {
      store.setState({ isNewcomer: false });
      choose({ welcomed: true });
    },
    setPredict: (predict) => choose({ predict }),
    dismissModeRefusal: () => store.setState({ modeRefusal: undefined }),
    dismissLinkProblems: () => store.setState({ linkProblems: [] }),
    dismissFailedLoad: () => store.setState({ failedLoad: undefined }),
    tryLoad: (load, use) => tryLoad(store, load, use),
  };
}
