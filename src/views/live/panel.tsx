import { type ReactNode, useEffect, useRef } from "react";
import { IconButton } from "#ui/icon-button.tsx";
import "./panel.css";

interface PanelProps {
  readonly title: string;
  readonly closeLabel: string;
  onClose(): void;
  readonly children: ReactNode;
}

/** What stands in the side column for a while. It takes the focus when it opens, so that Esc closes it at once. */
export function Panel({ title, closeLabel, onClose, children }: PanelProps) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  return (
    <section
      ref={ref}
      className="live-panel"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className="live-panel-head">
        <h2>{title}</h2>
        <IconButton icon="close" label={closeLabel} onClick={onClose} />
      </header>
      <div className="live-panel-body">{children}</div>
    </section>
  );
}
