import "./app/tokens.css";
import "./app/base.css";
import { StrictMode, startTransition } from "react";
import { createRoot, type Root } from "react-dom/client";
import { FailedStart } from "#app/failure-boundary.tsx";
import type { MainViews } from "#app/main-views.ts";
import { Page } from "#app/page.tsx";
import { connectAddress, readAddress } from "#state/address.ts";
import { createApp } from "#state/app.ts";
import { browserLanguage, readPreferences } from "#state/preferences.ts";
import { engine } from "#state/simulation.ts";

/** What comes so soon is shown in one go; for what takes longer, the frame of the page does not wait. */
const BLINK_MS = 500;

/** A function, for a module that awaits would keep those waiting that are loaded meanwhile and import what it does. */
async function start(root: Root): Promise<void> {
  const opened = location.hash;
  const loading = import("#app/main-views.ts").then(({ mainViews }) => mainViews);
  const blink = new Promise<undefined>((resolve) => setTimeout(resolve, BLINK_MS));
  const [address, early] = await Promise.all([
    readAddress(),
    // An engine that cannot be loaded is no reason to show nothing: the page says so.
    Promise.race([Promise.all([loading, engine.catch(() => {})]), blink]),
  ]);
  const app = createApp(address);
  connectAddress(app, opened);
  const page = (mainViews: MainViews | undefined) => (
    <StrictMode>
      <Page app={app} mainViews={mainViews} />
    </StrictMode>
  );
  // At once: there is nothing yet that could answer meanwhile.
  root.render(page(early?.[0]));
  if (early) return;
  const mainViews = await loading;
  // In slices: the frame answers, and the browser paints, while it is filled.
  startTransition(() => root.render(page(mainViews)));
}

const place = document.getElementById("app");
if (place === null) throw new Error("index.html has no #app");
const root = createRoot(place);
start(root).catch((error) => {
  reportError(error);
  root.render(<FailedStart language={readPreferences().language ?? browserLanguage()} />);
});
