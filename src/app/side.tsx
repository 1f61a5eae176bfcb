import { type ReactNode, Suspense, useState } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { pageMessages } from "#i18n/page.ts";
import type { App } from "#state/app.ts";
import type { AppState } from "#state/app-store.ts";
import { toCome, useLoadedLater } from "#ui/gradually.ts";
import type { MainViews } from "./main-views.ts";
import { SidePanel } from "./side-panel.tsx";
import type { ViewProps } from "./views.ts";

interface SideProps {
  readonly app: App;
  readonly state: AppState;
  readonly mainViews: MainViews | undefined;
  /** Nothing as long as there is no run to look at. */
  readonly views: ViewProps | undefined;
  /** Stands at the end of the tabs, where there are tabs. */
  readonly chip: ReactNode;
}

const loadSideViews = async () => (await import("./side-views.ts")).sideViews;

/** The side column: code over console (tabs on a phone), or a panel in their place. */
export function Side({ app, state, mainViews, views, chip }: SideProps) {
  const words = useMessages(pageMessages);
  const sideViews = useLoadedLater(loadSideViews, "seen");
  const [tab, setTab] = useState<"code" | "console">("code");
  // Only a run of this browser has something to be compared.
  const panel = state.panel === "measured" && views?.live === undefined ? undefined : state.panel;
  if (panel !== undefined)
    return (
      <aside className="page-side" data-panel aria-label={words[panel]}>
        <Suspense>
          <SidePanel panel={panel} app={app} state={state} views={views} />
        </Suspense>
      </aside>
    );
  return (
    <aside className="page-side" data-tab={tab} aria-label={words.side}>
      <div className="page-tabs">
        <div role="tablist">
          {(["code", "console"] as const).map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={tab === name}
              onClick={() => setTab(name)}
            >
              {words[name]}
            </button>
          ))}
        </div>
        {chip}
      </div>
      <div className="page-code">
        {views && mainViews && (sideViews ? <sideViews.Code {...views} /> : toCome)}
      </div>
      <div className="page-console">
        {views && mainViews && (sideViews ? <sideViews.Console {...views} /> : toCome)}
      </div>
    </aside>
  );
}
