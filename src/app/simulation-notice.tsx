import { writeCount } from "#base/write-number.ts";
import { useMessages } from "#i18n/messages.tsx";
import { pageMessages } from "#i18n/page.ts";
import type { App } from "#state/app.ts";
import type { Simulation } from "#state/app-store.ts";
import "./notices.css";

/** Stands where the picture will be while there is none: progress with a way out, or why there is none. */
export function SimulationNotice({
  simulation,
  app,
}: {
  readonly simulation: Simulation;
  readonly app: App;
}) {
  const words = useMessages(pageMessages);
  if (simulation.status === "ready") return null;
  const running = simulation.status === "running";
  return (
    <div className="simulation-notice" role={simulation.status === "failed" ? "alert" : "status"}>
      {running && <p>{words[simulation.phase](writeCount(simulation.events))}</p>}
      {simulation.status === "cancelled" && <p>{words.cancelled}</p>}
      {simulation.status === "failed" && (
        <p>
          {words.failed} {simulation.message}
        </p>
      )}
      <div>
        <button
          type="button"
          className="notice-button"
          onClick={running ? app.cancelSimulation : app.runAgain}
        >
          {running ? words.cancel : words.runAgain}
        </button>
        {!running && (
          <button type="button" className="notice-button" onClick={app.undo}>
            {words.undo}
          </button>
        )}
      </div>
    </div>
  );
}
