import type { Language } from "#i18n/messages.tsx";
import { isWished, watchWishes } from "./media.ts";

export type Theme = "light" | "dark" | "hc";
export const THEMES: readonly Theme[] = ["light", "dark", "hc"];

/** What the visitor chose for this browser; absent = not chosen, so the browser's own wish holds. */
export interface Preferences {
  readonly language?: Language;
  readonly theme?: Theme;
  /** False switches the single-key shortcuts off (WCAG 2.1.4). */
  readonly singleKeys?: boolean;
  /** False: lessons show their run at once, without asking what it will be. */
  readonly predict?: boolean;
  /** True: was asked whether to be led around. */
  readonly welcomed?: boolean;
}

const KEY = "loopscope.preferences";

/** Reads the choices; empty when there are none, or when the browser keeps nothing for us. */
export function readPreferences(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (typeof stored !== "object" || stored === null) return {};
    const { language, theme, singleKeys, predict, welcomed } = stored as Record<string, unknown>;
    return {
      ...(language === "zh" || language === "en" ? { language } : {}),
      ...(THEMES.includes(theme as Theme) ? { theme: theme as Theme } : {}),
      ...(typeof singleKeys === "boolean" ? { singleKeys } : {}),
      ...(typeof predict === "boolean" ? { predict } : {}),
      ...(typeof welcomed === "boolean" ? { welcomed } : {}),
    };
  } catch {
    return {};
  }
}

/** Keeps a choice beside those of every other tab. Where storage is blocked it lasts as long as the page. */
export function keepPreferences(chosen: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readPreferences(), ...chosen }));
  } catch {
    // Storage is blocked or full: nothing else depends on it.
  }
}

/** The first of the browser's languages that we speak. */
export function browserLanguage(): Language {
  for (const tag of navigator.languages) {
    if (tag.toLowerCase().startsWith("zh")) return "zh";
    if (tag.toLowerCase().startsWith("en")) return "en";
  }
  return "en";
}

export function browserTheme(): Theme {
  if (isWished("moreContrast")) return "hc";
  return isWished("dark") ? "dark" : "light";
}

/** Calls `changed` when the browser's theme may have become another one, as long as the page is open. */
export const watchBrowserTheme = (changed: () => void) => watchWishes(["moreContrast", "dark"], changed);
