import { useMessages } from "#i18n/messages.tsx";
import { pageMessages } from "#i18n/page.ts";
import type { App } from "#state/app.ts";
import type { FailedLoad } from "#state/try-load.ts";
import "./notices.css";

/** Says that something could not be loaded. It is itself part of the page's first file: it must not need the network. */
export function LoadNotice({ failed, app }: { readonly failed: FailedLoad; readonly app: App }) {
  const words = useMessages(pageMessages);
  return (
    <div className="notice" role="alert">
      <p>{words.notLoaded}</p>
      <div className="notice-buttons">
        <button type="button" className="notice-button" onClick={failed.retry}>
          {words.tryAgain}
        </button>
        <button type="button" className="notice-button" onClick={app.dismissFailedLoad}>
          {words.dismiss}
        </button>
      </div>
    </div>
  );
}
