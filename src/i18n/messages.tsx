import { createContext, useContext } from "react";

export type Language = "zh" | "en";

/** The same words in both languages. A missing translation, or one of another shape, does not compile. */
export interface Messages<T> {
  readonly en: T;
  readonly zh: T;
}

/** Declares an area's words; English gives the shape, Chinese must match it. */
export function defineMessages<T>(messages: { readonly en: T; readonly zh: NoInfer<T> }): Messages<T> {
  return messages;
}

export const LanguageContext = createContext<Language>("en");

export const useLanguage = (): Language => useContext(LanguageContext);

/** An area's words in the language of the page. */
export function useMessages<T>(messages: Messages<T>): T {
  return messages[useLanguage()];
}
