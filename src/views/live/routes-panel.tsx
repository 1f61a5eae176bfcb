import { liveMessages } from "#i18n/live.ts";
import { useMessages } from "#i18n/messages.tsx";
import { Panel } from "#ui/panel.tsx";
import type { RouteAnswer, ShownRoute } from "./live-view-types.ts";
import { RouteItem } from "./route-item.tsx";
import "./routes-panel.css";

interface RoutesPanelProps {
  readonly routes: readonly ShownRoute[];
  /** Really requests a path. */
  onTry(path: string): Promise<RouteAnswer>;
  onClose(): void;
}

/** The pages of the server inside this page; each can be requested. */
export function RoutesPanel({ routes, onTry, onClose }: RoutesPanelProps) {
  const words = useMessages(liveMessages);
  return (
    <Panel title={words.routesTitle} closeLabel={words.close} onClose={onClose}>
      <p>{words.routesAbout}</p>
      <ul className="routes" aria-label={words.routeList}>
        {routes.map((route) => (
          <RouteItem key={route.path} route={route} onTry={onTry} />
        ))}
      </ul>
    </Panel>
  );
}
