import { liveMessages } from "#i18n/live.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { ShownLive } from "./live-view-types.ts";
import "./live-button.css";

/** What the visitor can do about Live. */
export interface LiveVerbs {
  onRun(): void;
  onCancel(): void;
  onUseSimulated(): void;
  /** Goes on with threads without network. */
  onUseSleep(): void;
  onCompare(): void;
  onRoutes(): void;
}

interface ActionsProps extends LiveVerbs {
  readonly live: ShownLive;
  readonly comparing: boolean;
}

/**
 * The buttons that make sense now; the last one is the one to press. It stays the same element, so that whoever pressed
 * it with a key keeps the place.
 */
export function Actions({ live, comparing, ...verbs }: ActionsProps) {
  const words = useMessages(liveMessages);
  const simulated = <LiveButton label={words.useSimulated} onClick={verbs.onUseSimulated} />;
  const onlySimulated = (
    <LiveButton key="main" main label={words.useSimulated} onClick={verbs.onUseSimulated} />
  );
  const runAgain = <LiveButton key="main" main label={words.runAgain} onClick={verbs.onRun} />;
  switch (live.status) {
    case "starting":
      return simulated;
    case "refused":
      return onlySimulated;
    case "unavailable":
      return (
        <>
          {live.sleepWorks && <LiveButton label={words.useSleep} onClick={verbs.onUseSleep} />}
          {onlySimulated}
        </>
      );
    case "ready":
      return (
        <>
          {live.transport === "network" && <LiveButton label={words.routes} onClick={verbs.onRoutes} />}
          <LiveButton key="main" main label={words.run} onClick={verbs.onRun} />
        </>
      );
    case "running":
      return <LiveButton key="main" main label={words.cancel} onClick={verbs.onCancel} />;
    case "ended":
      return (
        <>
          <LiveButton pressed={comparing} label={words.compare} onClick={verbs.onCompare} />
          {runAgain}
        </>
      );
    case "cancelled":
      return runAgain;
    case "failed":
      return (
        <>
          {simulated}
          {runAgain}
        </>
      );
  }
}

interface LiveButtonProps {
  readonly label: string;
  readonly main?: boolean;
  readonly pressed?: boolean;
  onClick(): void;
}

function LiveButton({ label, main = false, pressed, onClick }: LiveButtonProps) {
  return (
    <button
      type="button"
      className={main ? "live-button live-button-main" : "live-button"}
      aria-pressed={pressed}
      onClick={(event) => {
        // After a click the space bar belongs to the page again.
        if (event.detail > 0) event.currentTarget.blur();
        onClick();
      }}
    >
      {label}
    </button>
  );
}
