import { useState } from "react";
import { useLanguage, useMessages } from "#i18n/messages.tsx";
import { pageMessages } from "#i18n/page.ts";
import type { App } from "#state/app.ts";
import { type AppState, themeOf } from "#state/app-store.ts";
import { Later } from "#ui/gradually.ts";
import { Icon } from "#ui/icon.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { ExecutorSwitch } from "#views/live/executor-switch.tsx";
import { ModeSwitch } from "#views/setup/mode-switch.tsx";
import { SetupChip } from "#views/setup/setup-chip.tsx";
import { canFullscreen, toggleFullscreen, useFullscreen } from "./presenter/fullscreen.ts";
import "./header.css";

interface HeaderProps {
  readonly app: App;
  readonly state: AppState;
  readonly title: string;
  /** Of the lesson; "" when it is none. */
  readonly number: string;
}

/** The top bar: what is shown, in which mode, with what workload; then the page's own switches. */
export function Header({ app, state, title, number }: HeaderProps) {
  const words = useMessages(pageMessages);
  const language = useLanguage();
  const scenario = state.history.present;
  const other = language === "en" ? "zh" : "en";
  return (
    <header className="page-head header">
      <span className="header-mark">
        <svg viewBox="0 0 28 28" role="img" aria-label="Loopscope">
          <path
            d="M2 9h5.500a3 3 0 0 1 3 3v4.500a3.500 3.500 0 0 0 7 0V12a3 3 0 0 1 3-3H26"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.600"
            strokeLinecap="round"
          />
          <circle cx="14" cy="9" r="2.300" fill="currentColor" />
        </svg>
      </span>
      <span className="header-menu">
        <IconButton
          icon="list"
          label={words.lessons}
          control="lessons-menu"
          onClick={() => app.setLessonsOpen(true)}
        />
      </span>
      <h1 className="header-title">
        {number !== "" && <small>{number}</small>}
        <span>{title}</span>
      </h1>
      <ModeSwitch
        scenario={scenario}
        refusal={state.modeRefusal}
        onChoose={app.chooseMode}
        onDismiss={app.dismissModeRefusal}
      />
      <SetupChip
        scenario={scenario}
        open={state.panel === "setup"}
        onToggle={() => app.setPanel(state.panel === "setup" ? undefined : "setup")}
      />
      <ExecutorSwitch executor={state.executor} onChoose={app.chooseExecutor} />
      <button
        type="button"
        className="header-compare"
        aria-pressed={state.comparing !== undefined}
        title={words.compareKey}
        onClick={() => app.compare(state.comparing ? undefined : "all")}
      >
        <Icon name="compare" />
        <span>{words.compare}</span>
      </button>
      <div className="header-switches">
        <Later place="seen">
          <CopyLink />
          <button
            type="button"
            lang={other === "zh" ? "zh-CN" : "en"}
            title={words.switchLanguage}
            aria-label={words.switchLanguage}
            onClick={() => app.setLanguage(other)}
          >
            {words.otherLanguage}
          </button>
          <IconButton
            label={words.theme(words.themes[themeOf(state)])}
            icon="theme"
            onClick={app.cycleTheme}
          />
          <IconButton label={words.help} icon="help" control="help" onClick={() => app.setHelpOpen(true)} />
          <PresenterSwitches app={app} state={state} />
          <IconButton
            label={state.presenting ? words.stopPresenting : words.present}
            icon="present"
            control="present"
            pressed={state.presenting}
            onClick={() => app.setPresenting(!state.presenting)}
          />
        </Later>
      </div>
    </header>
  );
}

/** What only whoever stands before a class needs. */
function PresenterSwitches({ app, state }: Pick<HeaderProps, "app" | "state">) {
  const words = useMessages(pageMessages);
  const isFull = useFullscreen();
  return (
    <>
      {state.presenting && (
        <IconButton
          label={words.laser}
          icon="laser"
          control="laser"
          pressed={state.laser}
          onClick={() => app.setLaser(!state.laser)}
        />
      )}
      {canFullscreen() && (state.presenting || isFull) && (
        <IconButton
          label={isFull ? words.leaveFullscreen : words.fullscreen}
          icon="fullscreen"
          control="fullscreen"
          pressed={isFull}
          onClick={toggleFullscreen}
        />
      )}
    </>
  );
}

/** Copies the address, which holds everything, and says whether that went well. */
function CopyLink() {
  const words = useMessages(pageMessages);
  const [said, setSaid] = useState<string>();
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => setSaid(words.linkCopied),
      () => setSaid(words.linkNotCopied),
    );
  return (
    <span className="header-copy" onPointerLeave={() => setSaid(undefined)}>
      <IconButton label={words.copyLink} icon="link" onClick={copy} />
      <span role="status" className={said === undefined ? "visually-hidden" : "header-said"}>
        {said}
      </span>
    </span>
  );
}
