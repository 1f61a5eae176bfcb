import type { ReactNode, RefObject } from "react";
import { IconButton } from "./icon-button.tsx";
import { leaveFocusTo } from "./leave-focus.ts";
import "./panel.css";

interface PanelProps {
  readonly title: string;
  readonly closeLabel: string;
  /** The box that scrolls, for whoever has to know what is in view. */
  readonly body?: RefObject<HTMLDivElement | null>;
  onClose(): void;
  readonly children: ReactNode;
}

/**
 * What stands in the side column for a while. It takes the focus when it opens, so that Esc closes it at once, and leaves
 * it where it was.
 */
export function Panel({ title, closeLabel, body, onClose, children }: PanelProps) {
  return (
    <section
      ref={borrowFocus}
      className="panel"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className="panel-head">
        <h2>{title}</h2>
        <IconButton icon="close" label={closeLabel} onClick={onClose} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable with the keyboard, too. */}
      <div ref={body} className="panel-body" tabIndex={0}>
        {children}
      </div>
    </section>
  );
}

function borrowFocus(panel: HTMLElement | null) {
  let lender: Element | null = null;
  // Not before a panel whose place this one takes has given the focus back.
  queueMicrotask(() => {
    lender = document.activeElement;
    panel?.focus({ preventScroll: true });
  });
  return leaveFocusTo(() => lender)(panel);
}
