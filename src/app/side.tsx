import { Suspense, useState } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { pageMessages } from "#i18n/page.ts";
import type { App } from "#state/app.ts";
import type { AppState } from "#state/app-store.ts";
import { Code, Console, Setup, type ViewProps } from "./views.ts";

interface SideProps {
  readonly app: App;
  readonly state: AppState;
  /** Nothing as long as there is no run to look at. */
  readonly views: ViewProps | undefined;
}

/** The side column: code over console (tabs on a phone), or the setup in their place. */
export function Side({ app, state, views }: SideProps) {
  const words = useMessages(pageMessages);
  const [tab, setTab] = useState<"code" | "console">("code");
  if (state.setupOpen)
    return (
      <aside className="page-side" data-setup aria-label={words.setup}>
        <Suspense>
          <Setup
            scenario={state.history.present}
            onChange={app.editScenario}
            onClose={() => app.setSetupOpen(false)}
            canUndo={state.history.past.length > 0}
            canRedo={state.history.future.length > 0}
            onUndo={app.undo}
            onRedo={app.redo}
            selected={state.selected}
            onSelect={app.select}
          />
        </Suspense>
      </aside>
    );
  return (
    <aside className="page-side" data-tab={tab} aria-label={words.side}>
      <div className="page-tabs" role="tablist">
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
      <div className="page-code">
        <Suspense>{views && <Code {...views} />}</Suspense>
      </div>
      <div className="page-console">
        <Suspense>{views && <Console {...views} />}</Suspense>
      </div>
    </aside>
  );
}
