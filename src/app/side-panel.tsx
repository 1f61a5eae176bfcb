import type { App } from "#state/app.ts";
import type { AppState, Panel } from "#state/app-store.ts";
import {
  GlossaryPanel,
  MeasuredPanel,
  RoutesPanel,
  Setup,
  StatisticsPanel,
  type ViewProps,
} from "./views.ts";

interface SidePanelProps {
  readonly panel: Panel;
  readonly app: App;
  readonly state: AppState;
  readonly views: ViewProps | undefined;
}

/** What was opened in the side column. */
export function SidePanel({ panel, app, state, views }: SidePanelProps) {
  const close = () => app.setPanel(undefined);
  switch (panel) {
    case "setup":
      return (
        <Setup
          scenario={state.history.present}
          onChange={app.editScenario}
          onClose={close}
          canUndo={state.history.past.length > 0}
          canRedo={state.history.future.length > 0}
          onUndo={app.undo}
          onRedo={app.redo}
          selected={state.selected}
          onSelect={app.select}
        />
      );
    case "statistics":
      return (
        <StatisticsPanel
          run={views && { ...views, predicted: views.live?.predicted }}
          onRepair={app.editScenario}
          onUndo={app.undo}
          onClose={close}
        />
      );
    case "measured":
      return views?.live && <MeasuredPanel {...views.live} measured={views.model} onClose={close} />;
    case "glossary":
      return <GlossaryPanel onSee={app.seeTerm} onClose={close} />;
    case "routes":
      return (
        <RoutesPanel
          routes={app
            .listPages()
            .map(({ title, ...page }) => ({ ...page, title: title?.[state.language] ?? "" }))}
          onTry={app.requestPage}
          onClose={close}
        />
      );
  }
}
