import { type ReactNode, useEffect, useRef } from "react";
import "./dialog.css";

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly closeLabel: string;
  onClose(): void;
  readonly children: ReactNode;
}

/** A modal dialog: the platform's own, with its focus trap, its Esc and its return of focus. */
export function Dialog({ open, title, closeLabel, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) ref.current?.showModal();
    else ref.current?.close();
  }, [open]);
  return (
    <dialog ref={ref} className="dialog" aria-label={title} onClose={onClose}>
      <header className="dialog-head">
        <h2>{title}</h2>
        <button type="button" className="dialog-close" onClick={onClose}>
          {closeLabel}
        </button>
      </header>
      {open && children}
    </dialog>
  );
}
