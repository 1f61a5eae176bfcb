/**
 * A ref for what may leave the page under the keyboard: if it does while the focus is in it, the focus goes to what
 * `find` tells then, instead of falling to the page as a whole. Who points with a mouse has no such place to lose.
 */
export const leaveFocusTo =
  (find: () => Element | null | undefined) =>
  (element: Element | null): (() => void) => {
    return () => {
      const focused = document.activeElement;
      if (focused === null || !element?.contains(focused) || !focused.matches(":focus-visible")) return;
      // What takes its place is on the page once all of this change is; something there may have taken the focus itself.
      queueMicrotask(() => {
        const heir = find();
        if (document.activeElement === document.body && heir instanceof HTMLElement) heir.focus();
      });
    };
  };

/** The first of these that is to be seen. */
export const firstSeen = (...selectors: readonly string[]): Element | undefined =>
  selectors
    .flatMap((selector) => [...document.querySelectorAll(selector)])
    .find((element) => element.checkVisibility());
