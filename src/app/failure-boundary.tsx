import { Component, type ReactNode } from "react";
import { type Language, LanguageContext, useMessages } from "#i18n/messages.tsx";
import { pageMessages } from "#i18n/page.ts";
import "./notices.css";

/** In place of the page where a part of it cannot be loaded or drawn, which React would answer with an empty page. */
export class FailureBoundary extends Component<{ readonly children: ReactNode }> {
  static getDerivedStateFromError() {
    return { isFailed: true };
  }

  override state = { isFailed: false };

  override render() {
    return this.state.isFailed ? <Failure /> : this.props.children;
  }
}

/** The page could not be put together. The address holds all that it showed: loading it anew brings that back. */
function Failure() {
  const words = useMessages(pageMessages);
  return (
    <div className="simulation-notice" role="alert">
      <p>{words.notLoaded}</p>
      <div>
        <button type="button" className="notice-button" onClick={() => location.reload()}>
          {words.tryAgain}
        </button>
      </div>
    </div>
  );
}

/** In place of the page where not even its beginning could be loaded. */
export function FailedStart({ language }: { readonly language: Language }) {
  return (
    <LanguageContext value={language}>
      <Failure />
    </LanguageContext>
  );
}
