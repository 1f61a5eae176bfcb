import type { AppStore } from "./app-store.ts";

/** Something of the page's own could not be loaded. */
export interface FailedLoad {
  retry(): void;
}

/** Loads something and does something with it; where it cannot be had, the page says so and offers to try again. */
export async function tryLoad<T>(
  store: AppStore,
  load: () => Promise<T>,
  use: (loaded: T) => void,
): Promise<void> {
  store.setState({ failedLoad: undefined });
  let loaded: T;
  try {
    loaded = await load();
  } catch {
    store.setState({ failedLoad: { retry: () => tryLoad(store, load, use) } });
    return;
  }
  use(loaded);
}
